import type { InstalledSync } from '../../model/lists/installed-sync.ts'
import { accounts } from './accounts.ts'
import { listChanges } from './archives/lists.ts'
import { reindex } from './archives/reindex.ts'
import { tellInstalled } from './installed-sync.ts'
import { lastScreen } from './last-screen.ts'
import { published } from './published.ts'
import { units } from './units.ts'

const { bytes, count, span } = units

const files = (number: number) => `${count(number)} ${number === 1 ? 'file' : 'files'}`

const aliasesOf = (aliases: number, artists: number) =>
  `${count(aliases)} ${aliases === 1 ? 'alias' : 'aliases'} of ${count(artists)} ${artists === 1 ? 'artist' : 'artists'}`

interface PushCounts {
  readonly added: number
  readonly songs: number
  readonly others: number
  readonly missing: number
}

const songs = (number: number) => `${count(number)} ${number === 1 ? 'song' : 'songs'}`
const beside = (others: number) => (others === 0 ? '' : `; ${count(others)} more of yours stay`)
const lacks = (missing: number) =>
  missing === 0 ? '' : `; ${count(missing)} ${missing === 1 ? 'is' : 'are'} missing there:`

interface SyncCounts {
  readonly lists: number
  readonly unchanged: number
  readonly notReread: number
}

/** What the command line prints beside reports and errors. */
export const terminal = {
  broke: 'something went wrong inside Songkeep. What was kept is safe.',
  stopping: 'Stopping. What was kept stays; the next run continues from here.',
  library: {
    files: (number: number) => `Library: ${files(number)}`,
    unreadable: (path: string, reason: string) => `cannot be read: ${path}: ${reason}`,
    more: (number: number) =>
      `and ${count(number)} more that cannot be read (--json names them all)`,
  },
  playlist: (name: string, entries: number, format: string) =>
    `${name}: ${count(entries)} ${entries === 1 ? 'entry' : 'entries'}, read as ${format}`,
  synced: ({ lists, unchanged, notReread }: SyncCounts) =>
    [
      `${count(lists)} ${lists === 1 ? 'list' : 'lists'}: ${count(unchanged)} with nothing new, ${count(lists - unchanged)} brought up to date.`,
      ...(notReread > 0
        ? [`${count(notReread)} could not be read again and stayed as they were.`]
        : []),
    ].join(' '),
  installed: (told: InstalledSync) => tellInstalled(told),
  nothingNew: (name: string) => `${name}: nothing new`,
  lastScreen,
  /** Below the lines that a terminal's screen has room for. */
  leftOut: (lines: number) => `… and ${count(lines)} more (--verbose prints all of them)`,
  /** Two words of one width. */
  reportFiles: { playlist: 'Playlist', html: 'Report  ' },
  pruning: {
    notPruned: (reason: string) => `Nothing was pruned. ${reason}`,
    nothing: 'Nothing to prune: every kept file belongs to a track in one of the playlists.',
    moved: (number: number, size: number, dryRun: boolean) =>
      `Pruned: ${files(number)}, ${bytes(size)}, ${dryRun ? 'would go to the trash' : 'moved to the trash'}.`,
    withdrawn: (number: number, size: number, dryRun: boolean) =>
      `Pruned: ${files(number)}, ${bytes(size)}, ${dryRun ? 'would be taken' : 'taken'} out of the archive. Nothing is deleted from the bucket.`,
    lieIn: (trash: string) => `They are in ${trash}`,
    changed: (number: number) => `Left alone, because they were changed since: ${files(number)}`,
    missing: (number: number) => `Already gone, and now off the inventory: ${files(number)}`,
    more: (number: number) => `and ${count(number)} more (--json names them all)`,
  },
  ask: {
    user: (server: string) => `Your user name at ${server}: `,
    password: (server: string) => `Your password at ${server}: `,
  },
  doctor: {
    asking: 'Asking each service: ten seconds at most …',
    recorded: (folder: string) =>
      `The answers are in ${folder}. They contain no keys and nothing about you.`,
  },
  accounts,
  askToReplace: (path: string) => `Replace ${path}? (y/n) `,
  listChanges,
  reindex,
  /** Whose newer version a playlist is. */
  whichList: {
    ask: (playlist: string, entries: number) =>
      `“${playlist}” (${count(entries)} ${entries === 1 ? 'entry' : 'entries'}) is`,
    /** `suggested`: the number that Enter stands for. */
    prompt: (suggested: number) =>
      `Which? Type a number, Enter for ${suggested}, or “a” to accept this and all further suggestions: `,
    wrong: (most: number) => `Type a number from 1 to ${most}, Enter, or “a”.`,
  },
  lists: {
    none: 'There are no playlists in this archive yet.',
    entries: (number: number) => `${count(number)} ${number === 1 ? 'entry' : 'entries'}`,
    unfinished: 'not finished yet',
    renamed: (before: string, name: string, folder: string) =>
      `“${before}” is now called “${name}”. Its files stay in the folder ${folder}.`,
  },
  exported: (name: string, tracks: number, path: string) =>
    `${name}: ${count(tracks)} tracks, ${path}`,
  push: {
    made: ({ added, missing }: PushCounts, isWritten: boolean) =>
      `${isWritten ? 'made' : 'would be made'} with ${songs(added)}${lacks(missing)}`,
    changed: ({ added, songs: held, others, missing }: PushCounts, isWritten: boolean) =>
      `${isWritten ? 'was given' : 'would be given'} ${songs(added)}, and has ${count(held)} of the archive’s list then${beside(others)}${lacks(missing)}`,
    same: ({ songs: held, others, missing }: PushCounts, _isWritten: boolean) =>
      held === 0
        ? `nothing of it is there${lacks(missing)}`
        : `has ${count(held)} of the archive’s list already${beside(others)}${lacks(missing)}`,
    refused: (_counts: PushCounts, _isWritten: boolean) => 'left alone',
    dryRun: 'Nothing was changed there. The same command with --write does it.',
  },
  jobs: {
    none: 'Nothing has run yet.',
    notHere: 'It is not done here: somebody else is at it, or at its archive.',
    states: {
      queued: 'queued',
      running: 'running',
      paused: 'paused',
      resting: 'resting',
      interrupted: 'interrupted',
      done: 'done',
      failed: 'failed',
      cancelled: 'cancelled',
    },
    /** Of what waits, in the order in which it will run. */
    place: (place: number) => `no. ${count(place)}`,
    until: (until: string) => `until ${until} UTC`,
    noWorker: 'Nobody is there to do what is queued: start songkeep worker or songkeep serve.',
    signals: { pause: 'pause asked', cancel: 'cancel asked' },
  },
  serve: {
    /** What the login page calls the server, where nothing else is said. */
    isAt: (address: string) => `Songkeep is at ${address}`,
    untilStopped: 'It keeps running until you press Ctrl-C, even if you close the browser.',
    stopping: 'Stopping. Unfinished runs continue when you start it again.',
  },
  worker: {
    /** `database` is absent where the jobs are those of this machine. */
    isAt: (database: string | undefined, width: number) =>
      `Doing the jobs ${database === undefined ? 'of this machine' : `in ${database}`}, ${count(width)} at once.`,
    healthIsAt: (address: string) => `Its health is told at ${address}/readyz`,
    looksIn: (folder: string) => `What was dropped on the page is looked for in ${folder}`,
    untilStopped: 'It keeps running until you press Ctrl-C.',
    begun: (job: string) => `begun   ${job}`,
    left: (job: string, state: string) => `ended   ${job}: ${state}`,
    stopping: (running: number) =>
      running === 0 ? 'Stopping.' : `Stopping: what runs (${count(running)}) goes back in line.`,
  },
  login: {
    invite: (address: string) => `Open this in a browser and agree:

  ${address}

If the browser is on another computer, it ends at a page that cannot be shown:
copy that page’s address (http://127.0.0.1:…) and paste it here.
`,
    wrongLine:
      'This is not the right address: it has to start with http://127.0.0.1 and contain a code and a state.',
    loggedIn: (name: string) => `You are logged in${name === '' ? '' : ` as ${name}`}.`,
    forgotten:
      'The login is deleted here. To revoke it at Spotify too: https://www.spotify.com/account/apps',
    none: 'There was no login.',
  },
  playlists: {
    readable: 'These can be read; give them to songkeep backup:',
    others:
      'These cannot be read. Ask Spotify for your data, or copy their tracks into a playlist of your own:',
    unreadable: (name: string, owner: string, why: string) => `${name}, by ${owner}: ${why}`,
  },
  duplicates: {
    notHeard: (path: string, reason: string) => `Could not listen to ${path}: ${reason}`,
    listened: (read: number, reused: number) =>
      `Listened to ${count(read)} files, ${count(reused)} already known.`,
    listening: (done: number, total: number) =>
      `Listening: ${count(done)} of ${count(total)} files`,
    none: 'No duplicates found.',
    unknownCodec: 'unknown',
  },
  /** What `match --explain` draws. */
  waterfall: {
    decisions: { match: 'match', ambiguous: 'ambiguous', none: 'none' },
    sum: 'sum',
    noArtist: '(no artist)',
  },
  /** Columns of `evaluate`. */
  scores: {
    set: 'set',
    all: 'all',
    rightFirst: 'right first',
    recall: 'recall',
    precision: 'precision',
    falseAccepts: 'false accepts',
    ambiguous: 'ambiguous',
    queries: 'queries',
    counted: (present: number, absent: number) => `${count(present)} + ${count(absent)} absent`,
    missed: (id: string, want: string, decision: string | undefined) =>
      `${id}: should be ${want}, is ${decision ?? 'not answered'}`,
    probability: 'probability',
    answers: 'answers',
    mean: 'mean',
    right: 'right',
  },
  published,
  catalogue: {
    built: (tracks: number, folder: string, ms: number) =>
      `${count(tracks)} tracks in ${folder}, built in ${span(ms)}.`,
    named: (aliases: number, artists: number, folder: string) =>
      `${aliasesOf(aliases, artists)} in ${folder}.`,
    cut: (shards: number, file: string) =>
      `${shards} parts, named by ${file}: use it as --catalogue.`,
    cutting: (done: number, total: number) => `cutting ${done} of ${total}`,
    served: (tracks: number, address: string) =>
      `${count(tracks)} tracks are answered for at ${address}`,
    leftOut: (row: number, reason: string) => `row ${row} was left out: ${reason}`,
    progress: (step: string, part: string, tracks: number) =>
      `${step} ${part}, ${count(tracks)} tracks`,
    progressOfArtists: (part: string, artists: number) => `artists ${part}, ${count(artists)} read`,
    info: {
      tracks: 'Tracks',
      artists: 'Artists',
      size: 'Size',
      perTrack: (size: string, bytesPerTrack: number) =>
        `${size}, ${bytesPerTrack.toFixed(1)} bytes a track`,
      countTracks: (tracks: number) => `${count(tracks)} tracks`,
      aliases: 'Names',
      aliasesOf: (aliases: number, artists: number, size: string) =>
        `${aliasesOf(aliases, artists)}, ${size}`,
      countArtists: (artists: number) => `${count(artists)} artists`,
      shard: 'Part',
      shardOf: (number: number, total: number, tracks: number) =>
        `${number} of ${total}, of ${count(tracks)} tracks`,
      built: 'Built',
      builtAt: (at: string, took: string) => `${at}, in ${took}`,
      from: 'from',
      licences: 'licences',
      none: 'none named',
      checksums: 'Checksums',
      right: 'all right',
    },
  },
}
