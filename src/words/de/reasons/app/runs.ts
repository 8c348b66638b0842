import type { AppRunReasons } from '../../../../model/reasons/app/runs.ts'
import type { Sentences } from '../../../sentences.ts'
import { outcomes } from '../../outcomes.ts'
import { tellChecked, tellFinding } from './health.ts'

export const runs: Sentences<AppRunReasons> = {
  'app.notes': ({ notes }, { say }) => notes.map(say).join('; '),
  'app.origin': ({ licence, host, url }) => [licence, host, ...(url ? [url] : [])].join(' · '),
  'app.summary': (tally) => outcomes.summary(tally),
  'app.reading-folders': 'Die eigenen Ordner werden gelesen.',
  'app.reading-playlist': 'Die Playlist wird gelesen.',
  'app.making-parity': 'Neben dem Archiv entsteht Parität.',
  'app.asking-names': 'Die Namen verlinkter Titel werden erfragt.',
  'app.folders-read': ({ files, unreadable }, { units }) =>
    `Die eigenen Ordner enthalten ${units.count(files)} ${files === 1 ? 'Audiodatei' : 'Audiodateien'}${unreadable > 0 ? `; ${units.count(unreadable)} ${unreadable === 1 ? 'ist' : 'sind'} nicht lesbar` : ''}.`,
  'app.file-unreadable': ({ path, reason }, { say }) => `${path}: ${say(reason)}`,
  'app.list-not-reread': ({ name, reason }, { say }) =>
    `${name} ließ sich nicht neu lesen und gilt, wie aufgezeichnet: ${say(reason)}`,
  'app.lists-unchanged': ({ lists }, { units }) =>
    lists === 1
      ? 'In 1 Liste gibt es nichts Neues.'
      : `In ${units.count(lists)} Listen gibt es nichts Neues.`,
  'app.pruned': ({ files, dryRun, inBucket }, { units }) => {
    const would = inBucket
      ? `${files === 1 ? 'würde' : 'würden'} aus dem Archiv genommen`
      : `${files === 1 ? 'würde' : 'würden'} in den Papierkorb des Archivs verschoben`
    const done = inBucket ? 'jetzt nicht mehr im Archiv' : 'jetzt im Papierkorb des Archivs'
    return `${files === 1 ? '1 Datei gehört' : `${units.count(files)} Dateien gehören`} zu keiner Playlist mehr: ${dryRun ? would : done}.`
  },
  'app.changed-since': ({ path }) => `${path}: seither geändert, nicht angetastet`,
  'app.not-pruned': ({ reason }, { say }) => `Es wurde nichts aussortiert: ${say(reason)}`,
  'app.verifying': 'Jede Datei wird gelesen.',
  'app.checked': (counts, { units }) => tellChecked(counts, units),
  'app.verify-finding': (finding, speaker) => tellFinding(finding, speaker),
  'app.paused-from-page':
    'Auf der Seite angehalten: dort fortsetzen oder den Befehl noch einmal ausführen.',
  'app.cancelled-from-page': 'Auf der Seite abgebrochen. Was gesichert wurde, bleibt.',
  'app.no-entry': 'Einen solchen Eintrag gibt es nicht.',
  'app.folder-not-shown': ({ dir }) => `Kein Programm auf diesem Computer zeigt den Ordner ${dir}.`,
  'app.no-cover': 'Hier gibt es kein Cover.',
  'app.no-own-audio': 'Hier gibt es keine eigene Datei zum Anhören.',
  'app.archive-not-there': 'Entscheidungen stehen im Archiv, und das gibt es noch nicht.',
  'app.back-up-first':
    'Zuerst sichern, dann entscheiden: Die nächste Sicherung nimmt, was gewählt wurde.',
  'app.no-candidate': 'Diesen Kandidaten gibt es nicht mehr.',
  'app.look-anew': 'Noch einmal ansehen.',
  'app.nothing-to-decide': 'Hier gibt es noch nichts zu entscheiden.',
}
