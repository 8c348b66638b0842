import { type IAudioMetadata, parseBlob } from 'music-metadata'
import type { Cover, Tags } from '../../model/media.ts'

export const noTags: Tags = {
  title: '',
  artists: [],
  albumArtists: [],
  genres: [],
  composers: [],
  extra: {},
}

/** The tags of what would be a file: the bytes need not lie in one. */
export async function readTags(blob: Blob): Promise<Tags> {
  return gatherTags(await parseBlob(blob))
}

export function gatherTags({ common, native }: IAudioMetadata): Tags {
  const { artists, artistCredit } = gatherArtists(common, native)
  const [licence] = textsOf(native, /^(WCOP|LICENSE|LICENCE)$/i)
  const licenceUrl = licence && /^https?:/i.test(licence) ? licence : undefined
  const [fileUrl] = textsOf(native, /^WOAF$/)
  const [sourceUrl] = textsOf(native, /^WOAS$/)
  const lyrics = gatherLyrics(native)
  const cover = gatherCover(common.picture)
  const date = gatherDate(common)
  const isrc = common.isrc?.find(Boolean)
  return {
    title: common.title ?? '',
    artists,
    ...(artistCredit && { artistCredit }),
    ...(common.album && { album: common.album }),
    albumArtists: (common.albumartists ?? []).filter(Boolean),
    ...numbered('trackNumber', common.track.no),
    ...numbered('trackTotal', common.track.of),
    ...numbered('discNumber', common.disk.no),
    ...numbered('discTotal', common.disk.of),
    ...(date && { date }),
    genres: (common.genre ?? []).filter(Boolean),
    composers: (common.composer ?? []).filter(Boolean),
    ...(isrc && { isrc }),
    ...(licenceUrl && { licenceUrl }),
    ...(common.copyright && { copyright: common.copyright }),
    ...(fileUrl && { fileUrl }),
    ...(sourceUrl && { sourceUrl }),
    ...(lyrics && { lyrics }),
    ...(cover && { cover }),
    extra: gatherExtra(native),
  }
}

type Native = IAudioMetadata['native']

/** The texts of one fact from the first kind of tag that has it: a file may carry several kinds. */
function textsOf(native: Native, id: RegExp): string[] {
  for (const tags of Object.values(native)) {
    const values: unknown[] = tags.filter((tag) => id.test(tag.id)).map(({ value }) => value)
    const filled = values.filter((value) => typeof value === 'string').filter(Boolean)
    if (filled.length > 0) return filled
  }
  return []
}

/** By Picard's mapping ARTISTS is the list, and the artist then the line as credited. */
function gatherArtists(common: IAudioMetadata['common'], native: Native) {
  const list = textsOf(native, /^(TXXX:|----:com\.apple\.iTunes:)?ARTISTS$/i)
  const credit = textsOf(native, /^(TPE1|TP1|ARTIST|©ART)$/i)
  if (list.length === 0) return { artists: (common.artists ?? []).filter(Boolean) }
  const [line] = credit.length === 1 ? credit : []
  return { artists: list, artistCredit: list.length === 1 && list[0] === line ? undefined : line }
}

function gatherDate({ date, year }: IAudioMetadata['common']): string | undefined {
  const [found] = /^\d{4}(-\d{2}(-\d{2})?)?(?!\d)/.exec(date ?? '') ?? []
  const [inside] = /(?<!\d)\d{4}(?!\d)/.exec(date ?? '') ?? []
  return (
    found ??
    inside ??
    (year && year > 0 && year < 10_000 ? String(year).padStart(4, '0') : undefined)
  )
}

/** As written: music-metadata takes LRC lines apart. */
function gatherLyrics(native: Native): string | undefined {
  const ids = /^(USLT|ULT|LYRICS|UNSYNCEDLYRICS|©lyr|WM\/Lyrics)$/i
  for (const { id, value } of Object.values(native).flat()) {
    if (!ids.test(id)) continue
    const text = hasText(value) ? value.text : value
    if (typeof text === 'string' && text.trim() !== '') return text
  }
  return undefined
}

const hasText = (value: unknown): value is { readonly text: unknown } =>
  typeof value === 'object' && value !== null && 'text' in value

function gatherCover(pictures: IAudioMetadata['common']['picture'] = []): Cover | undefined {
  const usable = pictures.filter(({ format }) => format === 'image/jpeg' || format === 'image/png')
  const front = usable.find(({ type }) => type === 'Cover (front)') ?? usable[0]
  if (!front) return undefined
  return { mime: front.format === 'image/png' ? 'image/png' : 'image/jpeg', bytes: front.data }
}

/** Vorbis comments and APEv2 items that are gathered above, or belong to the old file alone. */
const gathered = new Set([
  ...['title', 'artist', 'artists', 'album', 'albumartist', 'album artist', 'date', 'year'],
  ...['tracknumber', 'track', 'tracktotal', 'totaltracks'],
  ...['discnumber', 'disc', 'disctotal', 'totaldiscs'],
  ...['genre', 'composer', 'isrc', 'copyright', 'lyrics', 'unsyncedlyrics'],
  ...['metadata_block_picture', 'coverart', 'coverartmime', 'encoder'],
])

/** Named values without a field of their own; names differ in more than case. */
function gatherExtra(native: Native): Record<string, readonly string[]> {
  const found = new Map<
    string,
    { readonly name: string; readonly values: string[]; kind: string }
  >()
  for (const [kind, tags] of Object.entries(native))
    for (const { id, value } of tags) {
      const name = extraName(kind, id, value)
      if (name === undefined || typeof value !== 'string' || value === '') continue
      const key = name.toLowerCase()
      const before = found.get(key)
      if (!before) found.set(key, { name, values: [value], kind })
      else if (before.kind === kind) before.values.push(value)
    }
  return Object.fromEntries([...found.values()].map(({ name, values }) => [name, values]))
}

function extraName(kind: string, id: string, value: unknown): string | undefined {
  const [, named] = /^(?:TXXX|----:com\.apple\.iTunes):(.*)$/s.exec(id) ?? []
  const name = named ?? (kind === 'vorbis' || kind === 'APEv2' ? id : undefined)
  if (name === undefined || gathered.has(name.toLowerCase())) return undefined
  // A licence in prose is no URL for WCOP, and not lost.
  if (/^licen[sc]e$/i.test(name) && /^https?:/i.test(String(value))) return undefined
  return name
}

function numbered<Name extends string>(name: Name, value: number | null) {
  const good = value !== null && Number.isInteger(value) && value > 0 && value < 100_000
  return (good ? { [name]: value } : {}) as { readonly [Key in Name]?: number }
}
