import type { Tags } from '../../model/media.ts'
import { type Form, forms, isUrl } from './codecs.ts'
import { columns, extraAt, placeOfExtra, type TagKind, type TextFacts } from './tag-map.ts'

/** Texts by the place where they stand, in tags of one kind. */
export type Slots = ReadonlyMap<string, readonly string[]>

/** The texts that stand for these facts. The cover is no text. */
export function slotsOf(kind: TagKind, tags: Tags): Slots {
  const facts = partArtists(tags)
  const slots = new Map<string, string[]>()
  for (const { fact, form, place } of columns[kind].written) {
    const value = facts[fact]
    if (value === undefined || value === '') continue
    const texts = writeForm(form, value)
    if (texts.length === 0) continue
    const before = slots.get(place)
    if (form === 'total') slots.set(place, [`${before?.[0] ?? '0'}/${texts[0]}`])
    else slots.set(place, [...(before ?? []), ...texts])
  }
  for (const [name, texts] of Object.entries(tags.extra)) {
    const place = placeOfExtra(kind, name)
    const all = fitTexts(place, [...(slots.get(place) ?? []), ...texts])
    if (all.length > 0) slots.set(place, all)
  }
  return slots
}

/** A comment frame has one text, and the atom of beats a minute a whole number. */
function fitTexts(place: string, texts: readonly string[]): string[] {
  if (place === 'COMM') return [texts.join('\n')]
  if (place !== 'tmpo') return [...texts]
  const beats = Math.round(Number(texts[0]))
  return beats > 0 && beats < 0x10000 ? [String(beats)] : []
}

/** The facts as tags of this kind carry them: decibels rounded, no peaks in Opus, names in capitals. */
export function asCarried(kind: TagKind, tags: Tags): Tags {
  const { cover } = tags
  return { ...noTags, ...factsOf(kind, slotsOf(kind, tags)), cover }
}

export const noTags: Tags = {
  title: '',
  artists: [],
  albumArtists: [],
  genres: [],
  composers: [],
  extra: {},
}

/** The facts that these texts stand for, without what is in none of them. */
export function factsOf(kind: TagKind, slots: Slots): Partial<Tags> {
  const texts = new Map<string, readonly string[]>()
  for (const [place, values] of slots) {
    const key = place.toLowerCase()
    texts.set(key, [...(texts.get(key) ?? []), ...values])
  }
  const facts: Record<string, unknown> = {}
  for (const { fact, form, place } of columns[kind].read) {
    const values = texts.get(place.toLowerCase())
    if (values) facts[fact] ??= forms[form].read(values)
  }
  const { artistLine, artistList, ...rest } = facts as Partial<TextFacts>
  return {
    ...(Object.fromEntries(
      Object.entries(rest).filter(([, value]) => value !== undefined),
    ) as Partial<Tags>),
    ...joinArtists(artistLine, artistList),
    extra: extraOf(kind, slots),
  }
}

function partArtists({ artists, artistCredit, cover, extra, ...rest }: Tags): TextFacts {
  return {
    ...rest,
    artistLine: artistCredit === undefined ? artists : [artistCredit],
    artistList: artistCredit === undefined ? [] : artists,
  }
}

/** By Picard's mapping ARTISTS is the list, and the artist then the line as credited. */
function joinArtists(line: readonly string[] = [], list: readonly string[] = []) {
  if (list.length === 0) return line.length > 0 ? { artists: line } : {}
  const [credit] = line
  const says = line.length === 1 && !(list.length === 1 && list[0] === credit)
  return { artists: list, artistCredit: says && credit ? credit : undefined }
}

function writeForm(form: Form, value: unknown): readonly string[] {
  // The map pairs each fact with a form of its type; a test reads every row back.
  const { write } = forms[form] as { readonly write: (value: unknown) => readonly string[] }
  return write(value)
}

/** Belongs to the old file alone, or is no text: of its encoder, its gaps, its checksums, its pictures. */
const ofTheFile =
  /^(encoder|encoder.?settings|encoding.?params|itun.*|mp3gain_.*|replaygain_(undo|.*minmax|reference_loudness)|metadata_block_picture|coverart(mime)?|cover art .*|accuraterip.*|ctdb.*|waveformatextensible_channel_mask)$/i

function extraOf(kind: TagKind, slots: Slots): Tags['extra'] {
  const named = [...slots].flatMap(([place, texts]): [string, readonly string[]][] => {
    const name = extraAt(kind, place)
    if (name === undefined || ofTheFile.test(name)) return []
    const read = columns[kind].formsAt.get(place.toLowerCase())
    // A licence in prose is no URL, and not lost.
    const left = read?.includes('url') ? texts.filter((text) => !isUrl(text)) : read ? [] : texts
    const filled = left.filter(Boolean)
    return filled.length > 0 ? [[name, filled]] : []
  })
  return Object.fromEntries(named)
}
