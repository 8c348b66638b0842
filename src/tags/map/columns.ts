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
  /** Codecs of the values that are read here, by the place in lower case. */
  readonly codecsAt: ReadonlyMap<string, readonly CodecName[]>
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
  const byPlace = Map.groupBy(read, ({ place }) => place.toLowerCase())
  return {
    written,
    read,
    codecsAt: new Map([...byPlace].map(([place, rows]) => [place, rows.map(({ codec }) => codec)])),
    extraAt: new Map(extraMap.map(([name]) => [placeOfExtra(kind, name).toLowerCase(), name])),
  }
}

/** Where a named value without a key of its own stands. */
export function placeOfExtra(kind: TagKind, name: string): string {
  const [vorbis, id3, mp4] =
    extraMap.find(([known]) => known === name.toUpperCase()) ??
    ([vorbisName(name), `TXXX:${name}`, `----:${name}`] as const)
  return { id3, vorbis, mp4: inFull(mp4), opus: vorbis }[kind]
}

/** Printable ASCII but "=" (Vorbis I, section 5.2.2), in capitals, as is usual. */
const vorbisName = (name: string) => name.toUpperCase().replace(/[^ -}]|=/g, '_')

/** The name of the value without a key of its own that stands here. */
export function extraAt(kind: TagKind, place: string): string | undefined {
  const known = columns[kind].extraAt.get(place.toLowerCase())
  if (known !== undefined) return known
  const prefix = { id3: 'TXXX:', mp4: freeform, vorbis: '', opus: '' }[kind]
  return place.startsWith(prefix) ? place.slice(prefix.length) || undefined : undefined
}

/** Whether the map for this kind knows what stands here. */
export const isMapped = (kind: TagKind, place: string) =>
  columns[kind].codecsAt.has(place.toLowerCase()) || extraAt(kind, place) !== undefined
