import { common as words } from '../../../src/words/en/common.ts'
import type { SortKey } from '../../views/result/entries/select-rows.ts'
import type { LongTailBand } from '../../views/result/long-tail.ts'
import { summaryFrom } from '../summary.ts'
import { format, plural } from './format.ts'

const { bytes, count, percent, span, time } = format

const sorts: Readonly<Record<SortKey, string>> = {
  position: 'playlist order',
  title: 'title',
  artist: 'artist',
  outcome: 'outcome',
}

const tailBand = {
  plays: ({ from, to }: LongTailBand) =>
    from === 1
      ? `The ${count(to ?? 1)} most played`
      : to === undefined
        ? `From no. ${count(from)} on`
        : `No. ${count(from)} to ${count(to)}`,
  artists: ({ from, to, artists = 0 }: LongTailBand) =>
    `${plural(artists, 'artist', 'artists')} with ${
      to === undefined
        ? `${count(from)} or more tracks`
        : from === to
          ? plural(from, 'track', 'tracks')
          : `${count(from)} to ${count(to)} tracks`
    }${from === 1 && artists !== 1 ? ' each' : ''}`,
}

export const result = {
  title: 'Result',
  running: 'This run is still going: what you see below will change.',
  toProgress: 'Watch its progress',
  noList: 'This run read no playlist.',
  lists: 'Playlist',
  lead: summaryFrom(words),
  finished: (at: string) => `Backed up ${time(at)}`,
  amounts: (music: number | undefined, size: number, took: number) =>
    [
      ...(size > 0
        ? [music === undefined ? bytes(size) : `${span(music)} of music, ${bytes(size)}`]
        : []),
      `made in ${span(took)}`,
    ].join(' · '),
  dryRun: 'A trial run: nothing was written.',
  stopped:
    'The run was stopped before it was finished. Back up again, and it continues where it stopped.',
  unavailable: 'Did not answer',
  unavailableLong: 'Anything found only there is missing here. Back up again later.',
  tail: {
    heading: 'Favourites and rarities',
    plays: 'How much of what you have played is kept, by how often you played it.',
    artists:
      'How much is kept of artists with few tracks in this playlist, and of those with many.',
    band: tailBand,
    bandHead: { plays: 'Tracks', artists: 'Artists' },
    drawn: 'Bar',
    keptHead: 'Kept',
    kept: ({ kept, tracks }: LongTailBand) =>
      `${count(kept)} of ${plural(tracks, 'track', 'tracks')} kept, ${percent(kept / tracks)}`,
    played: ({ amount, amountKept }: LongTailBand) =>
      `${plural(amount, 'play', 'plays')}, ${amount === 0 ? 'none' : percent(amountKept / amount)} of them kept`,
    legend: (by: 'plays' | 'artists') =>
      `The longer the bar, the more ${by === 'plays' ? 'plays' : 'tracks'}; the filled part is kept.`,
  },
  changes: {
    none: (since: string) => `The playlist has not changed since ${time(since)}.`,
    since: (since: string, told: string) => `Since ${time(since)}: ${told}`,
    counted: words.changes.counted,
    labels: words.changes.labels,
    more: (number: number) => `and ${count(number)} more`,
  },
  actions: {
    review: (number: number) => `Review ${plural(number, 'track', 'tracks')}`,
    again: 'Back up again',
    archive: 'Open the archive',
    print: 'The whole list, to print or search',
    missing: 'Shopping list',
    downloads: 'Downloads',
    zip: 'All files as a zip',
    playlist: 'Playlist file',
    report: 'Report (a separate page)',
    exportAs: 'Export the list as',
  },
  exports: words.exportFormats,
  show: 'Show',
  all: 'All',
  search: 'Search titles, artists, albums',
  found: (number: number) => plural(number, 'entry', 'entries'),
  foundOf: (number: number, all: number) =>
    `${count(number)} of ${plural(all, 'entry', 'entries')}, as chosen in the result`,
  backToResult: 'Back to the result',
  print: 'Print',
  none: 'No entry matches.',
  showAll: 'Show all entries',
  byReason: (number: number) => `Why not kept: ${plural(number, 'reason', 'reasons')}`,
  forExample: 'for example',
  showThese: 'Show these',
  lookAgain: 'Search for these again',
  oneReason: 'Only entries with one reason are shown.',
  sortBy: 'Sort by',
  sorts,
  descending: 'Reverse order',
  entries: 'Entries',
  keys: 'Use the arrow keys to move between entries, Enter to open one, / to search.',
  decidedShort: { recording: 'Decided.', none: 'None of them.' },
  decidedFor: 'You have chosen a recording. The next backup uses it.',
  decidedThis: 'You have chosen this recording.',
  isMiss: 'Is the closest match below the right one after all?',
  isRight: 'Yes, keep it next time',
  isWrong: 'Is this the wrong one?',
  decidedNone: 'You have said that none of these is right.',
  loadingDetails: 'Looking up why…',
  noDetails: 'This entry is not finished yet; there is nothing to show.',
  candidates: 'Possible matches',
  known: 'What the catalogue calls it',
  nearest: 'The closest match',
  wanted: 'What should have been kept',
  asked: 'In the playlist',
  plays: (number: number) => `played ${plural(number, 'time', 'times')}`,
  about: 'About this run',
  readAs: (name: string, entries: number) =>
    `Read as ${name}, ${plural(entries, 'entry', 'entries')}.`,
  noHosts: 'Nothing on the internet was contacted.',
  hosts: (names: string) => `Contacted on the internet: ${names}.`,
  refusedRequests: (names: string) => `Blocked requests: ${names}.`,
}
