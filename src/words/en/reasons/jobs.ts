import type { JobsReasons } from '../../../model/reasons/jobs.ts'
import type { Sentences } from '../../sentences.ts'
import { units } from '../units.ts'

const { count } = units

export const jobs: Sentences<JobsReasons> = {
  'jobs.not-opened': ({ path, cause }, { say }) =>
    `The list of jobs cannot be opened: ${path} (${say(cause)})`,
  'jobs.name-data-folder':
    'Name another folder in SONGKEEP_DATA, or remove the file: what was kept is not in it.',
  'jobs.later-version': ({ path }) =>
    `The list of jobs was written by a later version of Songkeep: ${path}`,
  'jobs.update': 'Bring this one up to date.',
  'jobs.given-up': ({ tries }) =>
    `It was begun ${count(tries)} times, and each time its process ended before anything was done.`,
  'jobs.resume-or-read-log': 'Resume it to try again. The log of the server may say why.',
  'jobs.broken': ({ cause }, { say }) => `Something went wrong inside Songkeep: ${say(cause)}`,
  'jobs.resume': 'What was kept is safe. Resume to go on from there.',
}
