import type { GroupCounts } from '../../parts/rows/groups.ts'
import type { SortKey } from '../../views/result/entries/select-rows.ts'
import type { LongTailBand } from '../../views/result/long-tail.ts'
import { format, plural } from './format.ts'

const { bytes, count, percent, span, time } = format

/** `18 of 20 tracks kept, 1 ambiguous, 1 not found.` */
function lead(counts: GroupCounts, dryRun: boolean): string {
  const before = counts['already-kept']
  const kept = counts.kept + before
  const good = dryRun ? kept + counts['would-keep'] : kept
  const tracks = Object.values(counts).reduce((sum, one) => sum + one, 0) - counts.skipped
  const verb = dryRun ? (kept > 0 ? 'kept or to be kept' : 'would be kept') : 'kept'
  const aside =
    before === 0
      ? ''
      : before === good
        ? ' (all already there)'
        : ` (${count(before)} already there)`
  const head =
    tracks === 0
      ? 'No track in this playlist'
      : good === tracks && tracks > 1
        ? `All ${count(tracks)} tracks ${verb}${aside}`
        : `${count(good)} of ${plural(tracks, 'track', 'tracks')} ${verb}${aside}`
  const others = [
    [counts.ambiguous, 'ambiguous'],
    [counts.review, 'in review'],
    [counts.refused, 'refused'],
    [counts['not-found'], 'not found'],
    [counts.failed, 'failed'],
    [counts.skipped, 'left out'],
    [counts.unreached, 'not reached'],
  ] as const
  const rest = others.flatMap(([number, word]) => (number > 0 ? [`${count(number)} ${word}`] : []))
  return `${[head, ...rest].join(', ')}.`
}

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
  lead,
  unreached: 'Not reached',
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
    count: {
      added: (number: number) => `${count(number)} added`,
      removed: (number: number) => `${count(number)} removed`,
      moved: (number: number) => `${count(number)} moved`,
      changed: (number: number) => `${count(number)} changed`,
      withdrawn: (number: number) => `${count(number)} withdrawn`,
      returned: (number: number) => `${count(number)} returned`,
    },
    labels: {
      added: 'Added',
      removed: 'Removed',
      moved: 'Moved',
      changed: 'Changed',
      withdrawn: 'Withdrawn',
      returned: 'Returned',
    },
    more: (number: number) => `and ${count(number)} more`,
  },
  actions: {
    review: (number: number) => `Review ${plural(number, 'track', 'tracks')}`,
    again: 'Back up again',
    archive: 'To its archive',
    downloads: 'Downloads',
    zip: 'All its files, zipped',
    playlist: 'Playlist file',
    report: 'Report (a page of its own)',
    exportAs: 'Export the list as',
  },
  exports: {
    m3u8: 'M3U8 (most players)',
    xspf: 'XSPF (most players)',
    jspf: 'JSPF (a playlist in JSON)',
    csv: 'CSV (a table)',
    tunemymusic: 'CSV for TuneMyMusic',
    listenbrainz: 'JSPF for ListenBrainz',
  },
  show: 'Show entries that are',
  all: 'All',
  search: 'Search titles, artists, albums',
  found: (number: number) => plural(number, 'entry', 'entries'),
  none: 'No entry fits.',
  showAll: 'Show all entries',
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
  decidedNone: 'You have said that none of them is it.',
  loadingDetails: 'Looking up why…',
  noDetails: 'It is not at its end yet: there is nothing to tell.',
  why: 'Why this recording',
  copies: 'May it be kept',
  what: 'What was kept',
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
