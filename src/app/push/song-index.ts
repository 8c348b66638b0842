import { rank } from '../../match/rank.ts'
import type { Recording } from '../../model/recording.ts'
import type { Track } from '../../model/track.ts'
import { buildPlaylist } from '../../playlist/reading/entries.ts'
import type { ServerEntry } from '../../playlist/servers/server.ts'
import { CandidateIndex } from '../../source/library/candidates.ts'
import { foldText } from '../../text/fold.ts'

export interface ServerSong extends Recording {
  /** As the server tells it; some make one up of the tags. */
  readonly path?: string
  readonly mbid?: string
}

/** Songs of a server, by all that one can be found by. */
export class SongIndex {
  readonly #songs: readonly ServerSong[]
  readonly #candidates: CandidateIndex
  readonly #byId: ReadonlyMap<string, readonly ServerSong[]>
  readonly #byName: ReadonlyMap<string, readonly ServerSong[]>
  readonly #byMbid: ReadonlyMap<string, readonly ServerSong[]>
  readonly #byIsrc: ReadonlyMap<string, readonly ServerSong[]>

  constructor(entries: readonly ServerEntry[]) {
    this.#songs = readSongs(entries)
    this.#candidates = new CandidateIndex(
      this.#songs.map((song) => ({ ...song, place: song.path ?? '' })),
    )
    const by = (read: (song: ServerSong) => string | undefined) =>
      Map.groupBy(this.#songs, (song) => read(song) ?? '')
    this.#byId = by(({ id }) => id)
    this.#byName = by(({ path }) => (path === undefined ? undefined : partsOf(path).at(-1)))
    this.#byMbid = by(({ mbid }) => mbid)
    this.#byIsrc = by(({ isrc }) => isrc)
  }

  get isEmpty(): boolean {
    return this.#songs.length === 0
  }

  has = (id: string) => this.#byId.has(id)

  byMbid = (mbid: string) => this.#byMbid.get(mbid) ?? []
  byIsrc = (isrc: string) => this.#byIsrc.get(isrc) ?? []

  /**
   * The song whose path ends as this one does: in the folder and the name at least. `CD1/01.mp3` says little: where no
   * more agrees, and the title is not in it, the names must not contradict.
   */
  byPath(path: string, track: Track): ServerSong | undefined {
    const parts = partsOf(path)
    const alike = (this.#byName.get(parts.at(-1) ?? '') ?? [])
      .map((song) => ({ song, shared: sharedEnd(parts, partsOf(song.path ?? '')) }))
      .toSorted((one, other) => other.shared - one.shared)
    const [best, second] = alike
    if (!best || best.shared < MIN_PARTS || best.shared === second?.shared) return undefined
    const title = foldText(track.title)
    const isTold = title !== '' && foldText(parts.at(-1) ?? '').includes(title)
    const isSure = best.shared > MIN_PARTS || isTold || rank(track, [best.song]).decision !== 'none'
    return isSure ? best.song : undefined
  }

  /** The likeliest by their names. */
  alike = (track: Track): readonly ServerSong[] =>
    this.#candidates.find(track, MAX_ALIKE).flatMap((at) => this.#songs[at] ?? [])
}

const MIN_PARTS = 2
const MAX_ALIKE = 30

/** Folders and name, from the root on. Letters count, not how a file system writes them. */
const partsOf = (path: string) =>
  path
    .normalize('NFC')
    .toLowerCase()
    .split(/[/\\]/)
    .filter((part) => part !== '' && part !== '.')

function sharedEnd(one: readonly string[], other: readonly string[]): number {
  let shared = 0
  while (
    shared < Math.min(one.length, other.length) &&
    one.at(-1 - shared) === other.at(-1 - shared)
  )
    shared++
  return shared
}

/** What a server says is cleaned as what a playlist says is. */
function readSongs(entries: readonly ServerEntry[]): readonly ServerSong[] {
  const { entries: read } = buildPlaylist(
    { format: 'server', name: '', fallbackName: '' },
    entries.map(({ row }) => row),
  )
  return read.flatMap((entry, at) => {
    const { id, mbid } = entries[at] ?? { id: '' }
    return entry.kind === 'track' && id !== ''
      ? [{ ...entry.track, id, mbid, source: 'server' }]
      : []
  })
}
