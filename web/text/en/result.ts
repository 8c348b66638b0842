import { common as words } from '../../../src/words/en/common.ts'
import type { SortKey } from '../../views/result/entries/select-rows.ts'
import type { LongTailBand } from '../../views/result/long-tail.ts'
import { summaryFrom } from '../summary.ts'
import { format, plural } from './format.ts'

const { bytes, count, percent, span, time } = format

const sorts: Readonly<Record<SortKey, string>> = {
  position: 'the playlist’s order',
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
  running: 'This run is not over yet: what is below changes while it goes on.',
  toProgress: 'See how it goes on',
  noList: 'No playlist has been read in this run.',
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
  dryRun: 'A dry run: nothing was written.',
  stopped: 'The run was stopped before its end. Back it up again, and it goes on where it stopped.',
  unavailable: 'Did not answer',
  unavailableLong: 'What is found there is missing here: back up again later.',
  tail: {
    heading: 'The long tail',
    plays: 'How much of what you have played is kept: your tracks by how often you played them.',
    artists:
      'How well the rare is kept: the tracks by how many of this playlist are by the same artist.',
    band: tailBand,
    bandHead: { plays: 'Tracks', artists: 'Artists' },
    drawn: 'Drawn',
    keptHead: 'Kept',
    kept: ({ kept, tracks }: LongTailBand) =>
      `${count(kept)} of ${plural(tracks, 'track', 'tracks')} kept, ${percent(kept / tracks)}`,
    played: ({ amount, amountKept }: LongTailBand) =>
      `${plural(amount, 'play', 'plays')}, ${amount === 0 ? 'none' : percent(amountKept / amount)} of them kept`,
    legend: (by: 'plays' | 'artists') =>
      `A bar is as long as its ${by === 'plays' ? 'plays are' : 'tracks are'} many; the filled part is kept.`,
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
    archive: 'To its archive',
    print: 'The whole list to print or search',
    missing: 'Shopping list',
    downloads: 'Downloads',
    zip: 'All its files, zipped',
    playlist: 'Playlist file',
    report: 'Report (a page of its own)',
    exportAs: 'Export the list as',
  },
  exports: words.exportFormats,
  show: 'Show entries that are',
  all: 'All',
  search: 'Search titles, artists, albums',
  found: (number: number) => plural(number, 'entry', 'entries'),
  foundOf: (number: number, all: number) =>
    `${count(number)} of ${plural(all, 'entry', 'entries')}, as chosen in the result`,
  backToResult: 'Back to the result',
  print: 'Print',
  none: 'No entry fits.',
  showAll: 'Show all entries',
  byReason: (number: number) => `Why not kept: ${plural(number, 'reason', 'reasons')}`,
  forExample: 'for example',
  showThese: 'Show these',
  lookAgain: 'Look again for these',
  oneReason: 'Only entries of one reason are shown.',
  sortBy: 'Order by',
  sorts,
  descending: 'Backwards',
  entries: 'Entries',
  keys: 'Arrow keys go from entry to entry, Enter opens one, / searches.',
  decidedShort: { recording: 'Decided.', none: 'None of them.' },
  decidedFor: 'You have chosen a recording: it counts at the next backup.',
  decidedThis: 'You have chosen this recording.',
  isMiss: 'Is the nearest miss below the right one after all?',
  isRight: 'Yes, keep it next time',
  isWrong: 'Is this the wrong one?',
  decidedNone: 'You have said that none of them is it.',
  loadingDetails: 'Looking up why…',
  noDetails: 'It is not at its end yet: there is nothing to tell.',
  candidates: 'What fits',
  known: 'What a catalogue knows it as',
  nearest: 'The nearest miss',
  wanted: 'What was to be kept',
  asked: 'In the playlist',
  plays: (number: number) => `played ${plural(number, 'time', 'times')}`,
  about: 'About this run',
  readAs: (name: string, entries: number) =>
    `Read as ${name}, ${plural(entries, 'entry', 'entries')}.`,
  noHosts: 'No host on the network was contacted.',
  hosts: (names: string) => `Hosts contacted: ${names}.`,
  refusedRequests: (names: string) => `Requests refused: ${names}.`,
}
