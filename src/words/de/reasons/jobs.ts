import type { JobsReasons } from '../../../model/reasons/jobs.ts'
import type { Sentences } from '../../sentences.ts'
import { aside } from '../foreign.ts'
import { units } from '../units.ts'

const { count } = units

export const jobs: Sentences<JobsReasons> = {
  'jobs.not-opened': ({ path, cause }, { say }) =>
    `Die Liste der Läufe lässt sich nicht öffnen: ${path}${aside(cause, say)}`,
  'jobs.name-data-folder':
    'In SONGKEEP_DATA einen anderen Ordner nennen oder die Datei entfernen: Was gesichert wurde, steht nicht darin.',
  'jobs.later-version': ({ path }) =>
    `Die Liste der Läufe stammt von einer neueren Version von Songkeep: ${path}`,
  'jobs.update': 'Diese Version auf den neuesten Stand bringen.',
  'jobs.given-up': ({ tries }) =>
    `Der Lauf wurde ${count(tries)}-mal begonnen, und jedes Mal endete sein Prozess, bevor etwas getan war.`,
  'jobs.resume-or-read-log':
    'Fortsetzen, um es noch einmal zu versuchen. Das Protokoll des Servers nennt vielleicht den Grund.',
  'jobs.broken': ({ cause }, { say }) =>
    `Etwas ist schiefgegangen, was nicht hätte geschehen dürfen: ${say(cause)}`,
  'jobs.resume': 'Was gesichert wurde, ist sicher. Fortsetzen, um dort weiterzumachen.',
}
