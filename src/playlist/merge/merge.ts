import { definedOnly } from '../../base/defined.ts'
import type { Entry, Playlist, SkippedEntry, TrackEntry } from '../../model/playlist.ts'
import { reason } from '../../model/reason.ts'
import type { Track } from '../../model/track.ts'
import { foldText } from '../../text/fold.ts'
import { distinctReasons } from '../reading/notes.ts'

/**
 * One playlist from two inputs that have it: the entries and their order are the first one's, each field is
 * the better one's, and what only the second has stands at the end. A link without a title becomes the
 * track that the second names under it.
 */
export function mergePlaylists(first: Playlist, second: Playlist): Playlist {
  const unpaired = new UnpairedEntries(second.entries)
  const joined = first.entries.map((entry) => {
    const other = unpaired.take(entry)
    if (!other || other.kind === 'skipped') return entry
    return entry.kind === 'skipped' ? other : joinEntries(entry, other)
  })
  const rest = unpaired.rest()
  const entries = [...joined, ...rest].map((entry, index) => ({ ...entry, position: index + 1 }))
  const { description, creator, uri, notes, format, name, ...head } = first
  return {
    ...second,
    ...definedOnly(head),
    format,
    name,
    description: description ?? second.description,
    creator: creator ?? second.creator,
    uri: uri ?? second.uri,
    entries,
    notes: [
      ...distinctReasons([...notes, ...second.notes]),
      reason('playlist.joined', {
        first: format,
        second: second.format,
        added: rest.length,
      }),
    ],
  }
}

/** How many entries both have. */
export const countCommon = (first: Playlist, second: Playlist): number =>
  commonPairs(first, second).length

/** The entries that both have, each with the other's. */
export function commonPairs(
  first: Playlist,
  second: Playlist,
): readonly (readonly [Entry, Entry])[] {
  const unpaired = new UnpairedEntries(second.entries)
  return first.entries.flatMap((entry) => {
    const other = unpaired.take(entry)
    return other ? [[entry, other] as const] : []
  })
}

/** Entries of one playlist that no entry of the other has been paired with yet. */
class UnpairedEntries {
  readonly #entries: readonly Entry[]
  readonly #byKey = new Map<string, number[]>()
  readonly #taken = new Set<number>()

  constructor(entries: readonly Entry[]) {
    this.#entries = entries
    for (const [index, entry] of entries.entries())
      for (const key of keysOf(entry)) {
        const list = this.#byKey.get(key) ?? []
        list.push(index)
        this.#byKey.set(key, list)
      }
  }

  /** The first that is left of those that are the same track, by the surest key they share. */
  take(entry: Entry): Entry | undefined {
    for (const key of keysOf(entry)) {
      const list = this.#byKey.get(key)
      while (list?.[0] !== undefined && this.#taken.has(list[0])) list.shift()
      const index = list?.find((at) => !this.#taken.has(at) && agree(entry, this.#entries[at]))
      if (index === undefined) continue
      this.#taken.add(index)
      return this.#entries[index]
    }
    return undefined
  }

  rest(): readonly Entry[] {
    return this.#entries.filter((_, index) => !this.#taken.has(index))
  }
}

/** What an entry can be known by, the surest first. */
function keysOf(entry: Entry): readonly string[] {
  if (entry.kind === 'skipped') return keysOfSkipped(entry)
  const { uri, isrc, title, artists } = entry.track
  return [
    ...(uri === undefined ? [] : [`uri ${uri}`]),
    ...(isrc === undefined ? [] : [`isrc ${isrc}`]),
    `name ${foldText(artists[0] ?? '')}\0${foldText(title)}`,
  ]
}

const keysOfSkipped = ({ uri, text }: SkippedEntry) =>
  uri === undefined ? [`text ${text}`] : [`uri ${uri}`]

/** More apart than two measurements of one recording. */
const SAME_LENGTH_MS = 10_000

/** False for two recordings of one name: other ISRCs under other addresses, or lengths far apart. */
function agree(left: Entry, right: Entry | undefined): boolean {
  if (!right || left.kind === 'skipped' || right.kind === 'skipped') return right !== undefined
  const [a, b] = [left.track, right.track]
  if (a.uri !== undefined && a.uri === b.uri) return true
  if (a.isrc !== undefined && b.isrc !== undefined) return a.isrc === b.isrc
  return (
    Math.abs((a.durationMs ?? b.durationMs ?? 0) - (b.durationMs ?? a.durationMs ?? 0)) <=
    SAME_LENGTH_MS
  )
}

function joinEntries(first: TrackEntry, second: TrackEntry): TrackEntry {
  const { note: _, ...rest } = first
  // What had to be guessed in one, and stands in the other, is no guess any more.
  const guessed = first.note !== undefined && second.note === undefined
  const track = guessed
    ? joinTracks(second.track, first.track)
    : joinTracks(first.track, second.track)
  const note = guessed ? undefined : first.note
  // One of them asked the service, and the other may be older.
  const withdrawn = first.withdrawn ?? second.withdrawn
  return { ...rest, track, note, withdrawn }
}

/** Each field from the better of two namings of one track; where both are as good, from the first. */
export function joinTracks(first: Track, second: Track): Track {
  const artists = betterArtists(first.artists, second.artists)
  const placed = first.path === undefined ? second : first
  const plays = Math.max(first.plays ?? 0, second.plays ?? 0)
  return {
    ...definedOnly({
      uri: first.uri ?? second.uri,
      path: placed.path,
      pathFolder: placed.pathFolder,
      isrc: first.isrc ?? second.isrc,
      addedAt: first.addedAt ?? second.addedAt,
      durationMs: finerLength(first.durationMs, second.durationMs),
      plays: plays > 0 ? plays : undefined,
      ...joinAlbums(first, second),
    }),
    title: first.title,
    artists,
  }
}

/** Some exports name the first artist alone: a longer list that has the same one is the fuller credit. */
function betterArtists(first: readonly string[], second: readonly string[]): readonly string[] {
  if (first.length === 0) return second
  const names = new Set(second.map(foldText))
  const isPart = first.every((name) => names.has(foldText(name)))
  return isPart && second.length > first.length ? second : first
}

/** Whole seconds were rounded. */
function finerLength(first: number | undefined, second: number | undefined): number | undefined {
  if (first === undefined || second === undefined) return first ?? second
  return first % 1000 === 0 && second % 1000 !== 0 ? second : first
}

/** Year and numbers belong to an album: of two albums one is taken whole. */
function joinAlbums(first: Track, second: Track): Partial<Track> {
  const isSame =
    first.album === undefined ||
    second.album === undefined ||
    foldText(first.album) === foldText(second.album)
  const other: Partial<Track> = isSame ? second : {}
  return {
    album: first.album ?? other.album,
    albumArtists: first.albumArtists ?? other.albumArtists,
    year: first.year ?? other.year,
    trackNumber: first.trackNumber ?? other.trackNumber,
    discNumber: first.discNumber ?? other.discNumber,
  }
}
