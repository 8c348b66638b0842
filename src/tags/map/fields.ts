import { definedOnly } from '../../base/defined.ts'
import type { Tags } from '../../model/media.ts'
import { type CodecName, codecs } from './codecs.ts'
import { columns, nameOfKey, type PlacedRow, placeOfExtra } from './columns.ts'
import { fitTexts } from './fit.ts'
import { readExtra } from './read-extra.ts'
import type { TagKind, TextMetadata } from './tag-map.ts'
import { appendTo, type TagFields } from './text-fields.ts'

export { appendTo, type TagFields } from './text-fields.ts'

/** These tags as texts. The cover is no text. */
export function writeFields(kind: TagKind, tags: Tags): TagFields {
  const values = splitArtists(tags)
  const fields = new Map<string, string[]>()
  const asTexts = textsByName(tags.extra)
  const done = new Map<string, string>()
  for (const row of columns[kind].written) {
    const { key, codec, place } = row
    const text = textInstead(kind, row, { value: values[key], texts: asTexts.get(nameOfKey(key)) })
    if (text !== undefined) done.set(nameOfKey(key), text)
    const texts = text === undefined ? encodeValue(codec, values[key]) : [text]
    if (texts.length === 0) continue
    if (codec === 'total') fields.set(place, [`${fields.get(place)?.[0] ?? '0'}/${texts[0]}`])
    else appendTo(fields, place, texts)
  }
  for (const [place, texts] of writeExtra(kind, tags.extra, done))
    if (!isTakenWhole(kind, place, fields)) {
      // The same may be said under a second name: a comment in COMM and in TXXX:comment.
      fields.set(place, [...new Set([...(fields.get(place) ?? []), ...texts])])
    }
  return fields
}

/** What has no key, by place; without the texts that already stand for a key's value. */
function writeExtra(kind: TagKind, extra: Tags['extra'], done: ReadonlyMap<string, string>) {
  const places = new Map<string, { readonly name: string; readonly texts: string[] }>()
  for (const [name, texts] of Object.entries(extra)) {
    const left = texts.filter((text) => done.get(name.toUpperCase()) !== text)
    const place = placeOfExtra(kind, name)
    const there = places.get(place)
    if (!there) places.set(place, { name, texts: left })
    else for (const text of left) there.texts.push(text)
  }
  const fields = new Map<string, string[]>()
  for (const [place, { name, texts }] of places)
    if (texts.length > 0)
      for (const [fit, fitting] of fitTexts(kind, name, { place, texts: [...new Set(texts)] }))
        appendTo(fields, fit, fitting)
  return fields
}

const textsByName = (extra: Tags['extra']) =>
  new Map(Object.entries(extra).map(([name, texts]) => [name.toUpperCase(), texts]))

/** A number or a date may stand as text, with what is no number in it, where it says the same or nothing else does. */
function textInstead(
  kind: TagKind,
  { codec, place }: PlacedRow,
  { value, texts = [] }: { readonly value: unknown; readonly texts: readonly string[] | undefined },
): string | undefined {
  const isNumber = codec === 'count' || codec === 'total'
  const takesText = kind === 'id3' ? isNumber : kind !== 'mp4' && (isNumber || codec === 'date')
  const [text] = texts
  if (!takesText || text === undefined || place.startsWith('TXXX:')) return undefined
  const read = isNumber ? codecs.count.read([text]) : codecs.date.read([text])
  return read === value ? text : undefined
}

/** Whether what stands here already is all that may: a second statement of it would change its meaning. */
const isTakenWhole = (kind: TagKind, place: string, fields: TagFields) =>
  fields.has(place) &&
  (columns[kind].rowsAt.get(place.toLowerCase()) ?? []).some(({ codec }) => WHOLE.has(codec))

const WHOLE: ReadonlySet<CodecName> = new Set([
  ...(['lines', 'people', 'credits', 'flag', 'gain', 'peak', 'r128', 'lrc'] as const),
])

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
    extra: readExtra(kind, fields, read),
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
  if (value === undefined || value === '') return []
  // The map gives each key a codec of its type; a test reads every row back.
  const { write } = codecs[codec] as { readonly write: (value: unknown) => readonly string[] }
  return write(value)
}
