import type { BackupReasons } from '../../../../model/reasons/backup/all.ts'
import type { Sentences } from '../../../sentences.ts'
import { lists } from './lists.ts'

interface Chosen {
  readonly day: string
  readonly source: string
  readonly id: string
}

const notFound = ({ day, source, id }: Chosen) =>
  `recording that you decided for on ${day} was not found (${source}: ${id})`

export const backup: Sentences<BackupReasons> = {
  ...lists,
  'backup.entries-unreadable': ({ given }) =>
    `“${given}” names no entries: give their numbers, such as 3,17-20.`,
  'backup.nothing-near':
    'Nothing in your folders has a title and artist like these. Songkeep did not search online: this run stayed offline.',
  'backup.nothing-anywhere':
    'Nothing in your folders, or in the free sources online, has a title and artist like these.',
  'backup.open-not-asked':
    'Nothing in your folders has a title and artist like these. Songkeep could not search online: there was no network.',
  'backup.open-partly-asked': ({ places }, { units }) =>
    `Nothing has a title and artist like these where it was looked for. No answer from ${units.list(places)}.`,
  'backup.partly-asked-too': ({ reason, places }, { say, units }) =>
    `${say(reason)} No answer from ${units.list(places)}, where it may be.`,
  'backup.network-none':
    'No network: this run looks only in your own folders. The next run with a network searches online again.',
  'backup.network-lost':
    'The network is gone: until it is back, this run looks only in your own folders. The next run searches online again.',
  'backup.network-back':
    'There was no network for a while. The next run searches online for what was missed.',
  'backup.same-recording': 'the same recording as another entry',
  'backup.files-conflict': ({ left, right }) =>
    `Two files of yours fit equally well and sound different (${left} and ${right}): one may be live, or a cover. Listen and choose on the page, or tag it so.`,
  'backup.no-file': ({ source }) => `${source} has no file of it`,
  'backup.file-broken': ({ id, reason }, { say }) => `${id}: ${say(reason)}`,
  'backup.all-files-broken': ({ files }, { say }) => files.map(say).join('; '),
  'backup.fingerprint-unchecked': 'Whose sound it is could not be asked.',
  'backup.kept-in-doubt': ({ path }) =>
    `It was kept before (${path}) and is in doubt since: the file stays, and is not shared.`,
  'backup.kept-unchecked': ({ by, reason }, { say }) =>
    `${by} could not be asked whose it is, and has not been before: ${say(reason)} The next run asks again.`,
  'backup.fingerprint-mismatch': 'The fingerprint belongs to another recording.',
  'backup.album-gain-not-written': ({ reason }, { say }) =>
    `the album's loudness is not in its tags: ${say(reason)}`,
  'backup.name-from-tags': 'The playlist names a file alone; the names are those of its tags.',
  'backup.names-turned':
    'The list names the title first: so it was found, and not the other way round.',
  'backup.name-from-earlier': ({ at }, { units }) =>
    `This row no longer names a track; the backup of ${units.day(at)} did.`,
  'backup.none-chosen': ({ day, keptPath }) =>
    [
      `You decided on ${day} that none of what was found is it.`,
      keptPath === undefined ? '' : `What was kept for it before still lies at ${keptPath}.`,
      'Take the decision back to have it looked for again.',
    ]
      .filter(Boolean)
      .join(' '),
  'backup.chosen': ({ day }) => `chosen by you on ${day}`,
  'backup.licence-confirmed': ({ day }) =>
    `You looked at it on ${day} and decided that its licence holds.`,
  'backup.chosen-not-found': (chosen) => `the ${notFound(chosen)}`,
  'backup.chosen-was-not-found': (chosen) => `The ${notFound(chosen)}.`,
  'backup.and-chosen-not-found': ({ reason, ...chosen }, { say }) =>
    `${say(reason)} The ${notFound(chosen)}.`,
  'backup.prune-unreadable-report': ({ folder }) =>
    `The playlist in the folder ${folder} has no report that can be read, so its tracks are not known. Back it up again to its end, then prune; or remove the folder.`,
  'backup.prune-run-stopped': 'The run was stopped before its end.',
  'backup.prune-backup-stopped': ({ playlist }) =>
    `The backup of ${playlist} was stopped before its end.`,
  'backup.prune-no-tracks': ({ playlist }) =>
    `${playlist} names no track at all any more, which may be a mistake in the input.`,
  'backup.prune-partial': ({ playlist }) =>
    `${playlist} was read in part only: what is missing may still be in it.`,
}
