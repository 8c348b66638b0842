import type { AppRunReasons } from '../../../../model/reasons/app/runs.ts'
import type { Sentences } from '../../../sentences.ts'
import { outcomes } from '../../outcomes.ts'
import { units } from '../../units.ts'
import { tellChecked, tellFinding } from './health.ts'

const { count } = units

export const runs: Sentences<AppRunReasons> = {
  'app.notes': ({ notes }, { say }) => notes.map(say).join('; '),
  'app.origin': ({ licence, host, url }) => [licence, host, ...(url ? [url] : [])].join(' · '),
  'app.summary': (tally) => outcomes.summary(tally),
  'app.reading-folders': 'Your folders are being read.',
  'app.reading-playlist': 'The playlist is being read.',
  'app.making-parity': 'Parity is being made beside the archive.',
  'app.asking-names': 'The names of linked tracks are being asked for.',
  'app.folders-read': ({ files, unreadable }) =>
    `Your folders hold ${count(files)} audio files${unreadable > 0 ? `; ${count(unreadable)} cannot be read` : ''}.`,
  'app.file-unreadable': ({ path, reason }, { say }) => `${path}: ${say(reason)}`,
  'app.list-not-reread': ({ name, reason }, { say }) =>
    `${name} could not be read again, and is taken as it was recorded: ${say(reason)}`,
  'app.lists-unchanged': ({ lists }) =>
    lists === 1
      ? 'Of 1 list there is nothing new.'
      : `Of ${count(lists)} lists there is nothing new.`,
  'app.pruned': ({ files, dryRun, inBucket }) => {
    const them = files === 1 ? 'it' : 'they'
    const would = inBucket
      ? `${them} would leave the archive`
      : `${them} would go to the archive’s trash`
    const done = inBucket ? 'no part of the archive now' : 'now in the archive’s trash'
    return `${files === 1 ? '1 file is' : `${count(files)} files are`} of no playlist any more: ${dryRun ? would : done}.`
  },
  'app.changed-since': ({ path }) => `${path}: changed since, left alone`,
  'app.not-pruned': ({ reason }, { say }) => `Nothing was sorted out: ${say(reason)}`,
  'app.verifying': 'Every file is being read.',
  'app.checked': (counts, { units }) => tellChecked(counts, units),
  'app.verify-finding': (finding, speaker) => tellFinding(finding, speaker),
  'app.paused-from-page': 'Paused from the page: go on there, or run this again.',
  'app.cancelled-from-page': 'Cancelled from the page. What was kept stays.',
  'app.no-entry': 'There is no such entry.',
  'app.folder-not-shown': ({ dir }) => `No program on this computer shows the folder ${dir}.`,
  'app.no-cover': 'There is no cover here.',
  'app.no-own-audio': 'There is no file of yours to listen to here.',
  'app.archive-not-there': 'Decisions are kept in the archive, and it is not there yet.',
  'app.back-up-first': 'Back up first, then decide: the next backup keeps what you have chosen.',
  'app.no-candidate': 'There is no such candidate any more.',
  'app.look-anew': 'Look at it anew.',
  'app.nothing-to-decide': 'There is nothing to decide here yet.',
}
