import { definedOnly } from '../../base/defined.ts'
import type { Tags } from '../../model/media.ts'
import { type CodecName, codecs, isUrl } from './codecs.ts'
import { columns, extraAt, placeOfExtra } from './columns.ts'
import type { TagKind, TextMetadata } from './tag-map.ts'

/** The texts of a tag by the place where they stand. */
export type TagFields = ReadonlyMap<string, readonly string[]>

/** These tags as texts. The cover is no text. */
export function writeFields(kind: TagKind, tags: Tags): TagFields {
  const values = splitArtists(tags)
  const fields = new Map<string, string[]>()
  for (const { key, codec, place } of columns[kind].written) {
    const value = values[key]
    if (value === undefined || value === '') continue
    const texts = encodeValue(codec, value)
    if (texts.length === 0) continue
    if (codec === 'total') fields.set(place, [`${fields.get(place)?.[0] ?? '0'}/${texts[0]}`])
    else appendTo(fields, place, texts)
  }
  const extras = new Map<string, string[]>()
  for (const [name, texts] of Object.entries(tags.extra))
    appendTo(extras, placeOfExtra(kind, name), texts)
  for (const [place, texts] of extras) {
    // The same may be said under a second name: a comment in COMM and in TXXX:comment.
    const said = new Set([...(fields.get(place) ?? []), ...texts])
    const all = fitTexts(place, [...said])
    if (all.length > 0) fields.set(place, all)
  }
  return fields
}

/** Adds texts to those of a place, without going through all that are there. */
export function appendTo(fields: Map<string, string[]>, place: string, texts: readonly string[]) {
  const there = fields.get(place)
  if (!there) fields.set(place, [...texts])
  else for (const text of texts) there.push(text)
}

/** A comment frame has one text, and the atom of beats a minute a whole number. */
function fitTexts(place: string, texts: readonly string[]): string[] {
  if (place === 'COMM') return [texts.join('\n')]
  if (place !== 'tmpo') return [...texts]
  const beats = Math.round(Number(texts[0]))
  return beats > 0 && beats < 0x10000 ? [String(beats)] : []
}

/** What is left of these tags when they are written and read again: decibels rounded, no peaks in Opus, names in capitals. */
export function asCarried(kind: TagKind, tags: Tags): Tags {
  const { cover } = tags
  return { ...noTags, ...readFields(kind, writeFields(kind, tags)), cover }
}

export const noTags: Tags = {
  title: '',
  artists: [],
  albumArtists: [],
  genres: [],
  composers: [],
  extra: {},
}

/** The tags that these texts say; what none of them says is left out. */
export function readFields(kind: TagKind, fields: TagFields): Partial<Tags> {
  const texts = new Map<string, string[]>()
  for (const [place, values] of fields) appendTo(texts, place.toLowerCase(), values)
  const read: Record<string, unknown> = {}
  for (const { key, codec, place } of columns[kind].read) {
    const values = texts.get(place.toLowerCase())
    if (values) read[key] ??= codecs[codec].read(values)
  }
  const { artistLine, artistList, ...rest } = read as Partial<TextMetadata>
  return definedOnly<Partial<Tags>>({
    ...rest,
    ...joinArtists(artistLine, artistList),
    extra: extraOf(kind, fields),
  })
}

function splitArtists({ artists, artistCredit, cover, extra, ...rest }: Tags): TextMetadata {
  return {
    ...rest,
    artistLine: artistCredit === undefined ? artists : [artistCredit],
    artistList: artistCredit === undefined ? [] : artists,
  }
}

/** By Picard's mapping the artist is the line as credited where there is an ARTISTS, which is then the list. */
function joinArtists(line: readonly string[] = [], list: readonly string[] = []) {
  if (list.length === 0) return line.length > 0 ? { artists: line } : {}
  const [credit] = line
  const isCredit = line.length === 1 && !(list.length === 1 && list[0] === credit)
  return { artists: list, artistCredit: isCredit && credit ? credit : undefined }
}

function encodeValue(codec: CodecName, value: unknown): readonly string[] {
  // The map gives each key a codec of its type; a test reads every row back.
  const { write } = codecs[codec] as { readonly write: (value: unknown) => readonly string[] }
  return write(value)
}

/** Whether what stands here is read into Tags, and so written again from them. The list of people is one frame. */
export function isMapped(kind: TagKind, place: string): boolean {
  if (place === 'cover' || place === 'TIPL' || columns[kind].codecsAt.has(place.toLowerCase()))
    return true
  const name = extraAt(kind, place)
  return name !== undefined && !FILE_ONLY.test(name)
}

/** Belongs to the old file alone (its encoder, gaps, checksums), or is no text (pictures). */
const FILE_ONLY =
  /^(encoder|encoder.?settings|encoding.?params|itun.*|mp3gain_.*|replaygain_(undo|.*minmax|reference_loudness)|metadata_block_picture|coverart(mime)?|cover art .*|accuraterip.*|ctdb.*|waveformatextensible_channel_mask)$/i

function extraOf(kind: TagKind, fields: TagFields): Tags['extra'] {
  const named = [...fields].flatMap(([place, texts]): [string, readonly string[]][] => {
    const name = extraAt(kind, place)
    if (name === undefined || FILE_ONLY.test(name)) return []
    const read = columns[kind].codecsAt.get(place.toLowerCase())
    // A licence in prose is no URL: it is kept here.
    const left = read?.includes('url') ? texts.filter((text) => !isUrl(text)) : read ? [] : texts
    const filled = left.filter(Boolean)
    return filled.length > 0 ? [[name, filled]] : []
  })
  return Object.fromEntries(named)
}
