import { type IAudioMetadata, type IOptions, parseBlob, parseBuffer } from 'music-metadata'
import { definedOnly } from '../../base/defined.ts'
import type { Cover, Tags } from '../../model/media.ts'
import { UserError } from '../../words/user-error.ts'
import { readPicture } from '../cover/picture.ts'
import { parseContent } from '../probe/parse-content.ts'
import { findDate } from './codecs.ts'
import { factsOf, noTags, type Slots } from './fields.ts'
import { deskParts } from './id3/id3v2-frame.ts'
import { formatLrc } from './lrc.ts'
import type { TagKind } from './tag-map.ts'

/** The tags of a file, or of bytes that could be one. A damaged picture is none. Throws UserError. */
export async function readTags(
  source: string | Blob | Uint8Array,
  options: IOptions = {},
  mimeType?: string,
): Promise<Tags> {
  const info = mimeType === undefined ? {} : { mimeType }
  const parse = (options: IOptions) => {
    if (typeof source === 'string') return parseContent(source, options)
    return source instanceof Blob ? parseBlob(source, options) : parseBuffer(source, info, options)
  }
  const parsed = await parse(options)
    .catch(() => parse({ ...options, skipCovers: true }))
    .catch((error: Error) => {
      throw new UserError(`its tags are damaged (${error.message})`, undefined, { cause: error })
    })
  return gatherTags(parsed)
}

/** Kinds by music-metadata's names, the first to be believed before the next: a file may carry several. */
const kinds: readonly (readonly [native: string, kind: TagKind])[] = [
  ['vorbis', 'vorbis'],
  ['iTunes', 'mp4'],
  ['ID3v2.4', 'id3'],
  ['ID3v2.3', 'id3'],
  // Its names are those of Vorbis comments, in other letters.
  ['APEv2', 'vorbis'],
]

/** What music-metadata found, as facts. */
export function gatherTags({ common, native, format }: IAudioMetadata): Tags {
  const found = kinds.flatMap(([name, kind]) => {
    const tags = native[name]
    if (!tags) return []
    const opus = kind === 'vorbis' && format.codec === 'Opus'
    const slots = slotsIn(kind, tags)
    return [factsOf(opus ? 'opus' : kind, name === 'ID3v2.3' ? withSlashes(slots) : slots)]
  })
  const cover = gatherCover(common.picture)
  // The first to be believed comes last, over all others.
  const extra = Object.assign({}, ...found.map((facts) => facts.extra).reverse())
  const facts = Object.assign(
    {},
    ...[...found, commonFacts(common)].reverse().map(definedOnly),
  ) as Partial<Tags>
  return { ...noTags, ...facts, cover, extra }
}

type NativeTags = IAudioMetadata['native'][string]

function slotsIn(kind: TagKind, tags: NativeTags): Slots {
  const slots = new Map<string, string[]>()
  const put = (place: string, ...texts: string[]) =>
    slots.set(place, [...(slots.get(place) ?? []), ...texts])
  for (const { id, value } of tags) {
    if (kind !== 'id3') {
      if (typeof value === 'string' || typeof value === 'number') put(id, String(value))
    } else putFrame(id, value, put)
  }
  // ID3v2.3 has two frames for a date, and another for the first release.
  const [year, day = ''] = [slots.get('TYER')?.[0], slots.get('TDAT')?.[0]]
  if (year && !slots.has('TDRC'))
    put('TDRC', /^\d{4}$/.test(day) ? `${year}-${day.slice(2)}-${day.slice(0, 2)}` : year)
  const [original] = slots.get('TORY') ?? []
  if (original && !slots.has('TDOR')) put('TDOR', original)
  return slots
}

/** music-metadata parts texts of ID3v2.3 at "/", as its rules say; but then there is no AC/DC. */
const withSlashes = (slots: Slots): Slots =>
  new Map(
    [...slots].map(([place, texts]) => [
      place,
      /^T(?!MCL|IPL|CON)/.test(place) ? [texts.join('/')] : texts,
    ]),
  )

function putFrame(id: string, value: unknown, put: (place: string, ...texts: string[]) => void) {
  if (typeof value === 'string') return put(id, ...value.split('\0'))
  if (typeof value !== 'object' || value === null) return
  if (id === 'UFID' && 'owner_identifier' in value && 'identifier' in value)
    return put(
      `UFID:${value.owner_identifier}`,
      Buffer.from(value.identifier as Uint8Array).toString('latin1'),
    )
  if (id === 'TMCL' || id === 'TIPL' || id === 'IPLS') return putPeople(id, value, put)
  if (id === 'SYLT' && 'syncText' in value) return put(id, readSynced(value))
  if (!('text' in value) || typeof value.text !== 'string' || value.text.trim() === '') return
  // Comments with a description are notes of programs.
  if (id === 'USLT' || (id === 'COMM' && 'descriptor' in value && value.descriptor === ''))
    put(id, value.text)
}

/** ID3v2.3 has one list for musicians and for those at the desk. */
function putPeople(id: string, people: object, put: (place: string, ...texts: string[]) => void) {
  for (const [part, names] of Object.entries(people)) {
    if (!Array.isArray(names)) continue
    for (const name of names.map(String))
      if (id !== 'TMCL' && deskParts.has(part)) put(`TIPL:${part}`, name)
      else if (id !== 'TIPL') put('TMCL', part, name)
  }
}

interface Synced {
  readonly syncText: readonly { readonly text: string; readonly timestamp: number }[]
  readonly timeStampFormat: number
}

/** Time stamps that count frames are no time. */
function readSynced(value: object): string {
  const { syncText, timeStampFormat } = value as Synced
  if (timeStampFormat !== 2) return ''
  return formatLrc(
    syncText.map(({ text, timestamp }) => ({
      ms: timestamp,
      text: text.replace(/^\n/, '').replaceAll('\n', ' '),
    })),
  )
}

/** The front cover among pictures, or the first. */
export function gatherCover(
  pictures: readonly { readonly type?: string; readonly data: Uint8Array }[] = [],
): Cover | undefined {
  const usable = pictures.flatMap(({ type, data }) => {
    const read = readPicture(data)
    return read ? [{ type, cover: { mime: read.mime, bytes: data } }] : []
  })
  const front = usable.find(({ type }) => type === 'Cover (front)') ?? usable[0]
  return front?.cover
}

/** Of other kinds of tags (ASF, RIFF, Matroska, ID3v1, ID3v2.2): what music-metadata makes of them. */
function commonFacts(common: IAudioMetadata['common']): Partial<Tags> {
  const { title, album, copyright, titlesort, artistsort, albumsort, albumartistsort } = common
  const list = (texts: readonly string[] | undefined) => texts?.filter(Boolean) ?? []
  const date = findDate(common.date) ?? year(common.year)
  const originalDate = findDate(common.originaldate) ?? year(common.originalyear)
  const [isrc] = list(common.isrc)
  const [artists, albumArtists, labels] = [
    list(common.artists),
    list(common.albumartist ? common.albumartists : []),
    list(common.label),
  ]
  return {
    title: title || undefined,
    artists: artists.length > 0 ? artists : undefined,
    album: album || undefined,
    albumArtists: albumArtists.length > 0 ? albumArtists : undefined,
    ...numbered('trackNumber', common.track.no),
    ...numbered('trackTotal', common.track.of),
    ...numbered('discNumber', common.disk.no),
    ...numbered('discTotal', common.disk.of),
    date: date || undefined,
    originalDate: originalDate || undefined,
    genres: common.genre ? list(common.genre) : undefined,
    composers: common.composer ? list(common.composer) : undefined,
    isrc: isrc || undefined,
    labels: labels.length > 0 ? labels : undefined,
    copyright: copyright || undefined,
    titleSort: titlesort || undefined,
    artistSort: artistsort || undefined,
    albumSort: albumsort || undefined,
    albumArtistSort: albumartistsort || undefined,
  }
}

const year = (value: number | undefined) =>
  value && value > 0 && value < 10_000 ? String(value).padStart(4, '0') : undefined

function numbered<Name extends string>(name: Name, value: number | null) {
  const good = value !== null && Number.isInteger(value) && value > 0 && value < 100_000
  return (good ? { [name]: value } : {}) as { readonly [Key in Name]?: number }
}
