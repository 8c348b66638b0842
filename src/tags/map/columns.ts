import type { CodecName } from './codecs.ts'
import {
  extraMap,
  otherNames,
  type TagKind,
  type TagRow,
  type TextMetadata,
  tagMap,
} from './tag-map.ts'

const freeform = '----:com.apple.iTunes:'
const inFull = (place: string) => place.replace(/^----:/, freeform)

/** A row as tags of one kind have it. */
export interface PlacedRow {
  readonly key: keyof TextMetadata
  readonly codec: CodecName
  readonly place: string
}

/** The map for one kind of tags. Places are compared in lower case. */
interface Column {
  readonly written: readonly PlacedRow[]
  readonly read: readonly PlacedRow[]
  /** What is read here, by the place in lower case. */
  readonly rowsAt: ReadonlyMap<string, readonly PlacedRow[]>
  /** Names of values without a key of their own, by their place in lower case. */
  readonly extraAt: ReadonlyMap<string, string>
}

export const columns: Readonly<Record<TagKind, Column>> = {
  id3: columnOf('id3'),
  vorbis: columnOf('vorbis'),
  opus: columnOf('opus'),
  mp4: columnOf('mp4'),
}

function columnOf(kind: TagKind): Column {
  const placed = (rows: readonly TagRow[]) =>
    rows.flatMap(([key, codec, id3, vorbis, mp4, opus = vorbis]): PlacedRow[] => {
      const place = { id3, vorbis, mp4, opus }[kind]
      return place === null ? [] : [{ key, codec, place: inFull(place) }]
    })
  const written = placed(tagMap)
  const read = [...written, ...placed(otherNames)]
  return {
    written,
    read,
    rowsAt: Map.groupBy(read, ({ place }) => place.toLowerCase()),
    extraAt: new Map(
      extraMap.map(([vorbis, id3, mp4]) => {
        const place = { id3, vorbis, opus: vorbis, mp4: inFull(mp4) }[kind]
        return [place.toLowerCase(), vorbis]
      }),
    ),
  }
}

/**
 * Where a named value without a key of its own stands. What a key's codec has left over has the key's name: a second
 * ISRC stands with the first, but a text that is no number apart from what must be one.
 */
export function placeOfExtra(kind: TagKind, name: string): string {
  const upper = name.toUpperCase()
  const known = extraNames.get(upper)
  if (known) return { ...known, opus: known.vorbis }[kind]
  const described = placeOfDescribed(kind, name)
  if (described) return described
  const key = keyOfName.get(upper)
  const home = key && columns[kind].written.find((row) => row.key === key)
  return home && SHARED.has(home.codec) ? home.place : freePlace(kind, name)
}

/** Where what the map has no place for stands as text. */
export const freePlace = (kind: TagKind, name: string): string =>
  kind === 'id3' ? `TXXX:${name}` : kind === 'mp4' ? `${freeform}${name}` : vorbisName(name)

/** Codecs whose places take any number of any texts. */
const SHARED: ReadonlySet<CodecName> = new Set(['line', 'text'])

const extraNames: ReadonlyMap<string, Readonly<Record<'vorbis' | 'id3' | 'mp4', string>>> = new Map(
  extraMap.map(([vorbis, id3, mp4]) => [vorbis, { vorbis, id3, mp4: inFull(mp4) }]),
)

/** What the value of a key is called where it is text without a key. */
export const nameOfKey = (key: keyof TextMetadata): string =>
  tagMap.find(([known, , , vorbis]) => known === key && vorbis !== null)?.[3] ?? key

const keyOfName: ReadonlyMap<string, keyof TextMetadata> = new Map(
  tagMap.map(([key]) => [nameOfKey(key), key]),
)

/** Names with a description behind a colon, as TagLib and Picard have them: `COMMENT:my own`. */
const described: readonly (readonly [name: string, frame: string])[] = [
  ['COMMENT:', 'COMM:'],
  ['RATING:', 'POPM:'],
  ['URL:', 'WXXX:'],
]

function placeOfDescribed(kind: TagKind, name: string): string | undefined {
  if (kind !== 'id3') return undefined
  const [prefix, frame] = described.find(([prefix]) => name.toUpperCase().startsWith(prefix)) ?? []
  if (prefix === undefined) return undefined
  const text = name.slice(prefix.length)
  // Vorbis comments have no small letters.
  return `${frame}${text === text.toUpperCase() && prefix === 'RATING:' ? text.toLowerCase() : text}`
}

/** Printable ASCII but "=" (Vorbis I, section 5.2.2), in capitals, as is usual. */
const vorbisName = (name: string) => name.toUpperCase().replace(/[^ -}]|=/g, '_')

/** The name of the value without a key of its own that stands here. */
export function extraAt(kind: TagKind, place: string): string | undefined {
  const known = columns[kind].extraAt.get(place.toLowerCase())
  if (known !== undefined) return known
  // iTunes' second frame for a group.
  if (kind === 'id3' && place === 'GRP1') return 'GROUPING'
  const [prefix, frame = ''] =
    kind === 'id3' ? (described.find(([, frame]) => place.startsWith(frame)) ?? []) : []
  if (prefix !== undefined) return prefix + place.slice(frame.length)
  const free = { id3: 'TXXX:', mp4: freeform, vorbis: '', opus: '' }[kind]
  return place.startsWith(free) ? place.slice(free.length) || undefined : undefined
}

/** Whether the map for this kind knows what stands here. */
export const isMapped = (kind: TagKind, place: string) =>
  columns[kind].rowsAt.has(place.toLowerCase()) || extraAt(kind, place) !== undefined
