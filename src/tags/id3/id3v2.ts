import type { Cover } from '../../model/media.ts'
import type { TagFields } from '../map/fields.ts'
import { byteOfRating } from '../map/fit.ts'
import { parseLrc } from '../map/lrc.ts'
import { isMisdescribed, MISDESCRIBED } from '../picture.ts'
import { type Id3Frame, textsOf } from './id3v2-frame.ts'
import { encodingOf, isText, takeText } from './id3v2-text.ts'

/** Frames of ID3v2.4 (https://id3.org/id3v2.4.0-frames) for places of the map, in UTF-8. */
export function renderFrames(fields: TagFields): Id3Frame[] {
  return [...fields].flatMap(([place, texts]) =>
    place === 'USLT' ? texts.map(renderLyrics) : [renderFrame(place, texts)],
  )
}

const UTF8 = Uint8Array.of(3)
const NUL = Uint8Array.of(0)
/** The language is not known. */
const language = Buffer.from('XXX')

type Part = Uint8Array | string

const frame = (id: string, ...parts: readonly Part[]): Id3Frame => ({
  id,
  data: Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part))),
})

function renderFrame(place: string, texts: readonly string[]): Id3Frame {
  const [, id = '', detail = ''] = /^(\w{4})(?::(.*))?$/s.exec(place) ?? []
  const [text = ''] = texts
  if (id === 'TXXX') return frame(id, UTF8, detail, NUL, texts.join('\0'))
  if (id === 'WXXX') return frame(id, UTF8, detail, NUL, Buffer.from(text, 'latin1'))
  if (id === 'UFID') return frame(id, detail, NUL, text)
  if (id === 'POPM') return frame(id, Buffer.from(detail, 'latin1'), NUL, renderRating(text))
  if (id === 'COMM') return frame(id, UTF8, language, detail, NUL, text)
  if (id === 'SYLT') return frame(id, UTF8, language, renderSynced(text))
  if (id.startsWith('W')) return frame(id, text)
  return frame(id, UTF8, texts.join('\0'))
}

/** A frame each: their descriptions tell them apart. */
const renderLyrics = (text: string, index: number): Id3Frame =>
  frame('USLT', UTF8, language, index === 0 ? '' : String(index + 1), NUL, text)

const renderRating = (text: string) => Uint8Array.of(byteOfRating(text) ?? 0)

/** Milliseconds, lyrics, no description; each text, its end, its time. */
function renderSynced(lrc: string): Uint8Array {
  const [MILLISECONDS, LYRICS] = [2, 1]
  const lines = parseLrc(lrc).flatMap(({ ms, text }) => {
    const time = Buffer.alloc(4)
    time.writeUInt32BE(ms)
    return [Buffer.from(text), NUL, time]
  })
  return Buffer.concat([Uint8Array.of(MILLISECONDS, LYRICS, 0), ...lines])
}

export function renderCoverFrame({ mime, bytes }: Cover): Id3Frame {
  const FRONT = 3
  const head = Buffer.from(`\x03${mime}\0${String.fromCharCode(FRONT)}\0`, 'latin1')
  return { id: 'APIC', data: Buffer.concat([head, bytes]) }
}

/** The place of the map where a frame of the user's stands, if it has one. */
export function placeOfFrame(frame: Id3Frame): string | undefined {
  const { id, data, grouped } = frame
  if (grouped || (id.startsWith('T') && !isText(data))) return undefined
  if (id === 'TXXX') return `TXXX:${textsOf(frame)[0]}`
  if (id === 'UFID') return `UFID:${latinUntilNul(data, 0)}`
  if (id === 'COMM' || id === 'WXXX') {
    const { text } = takeText(encodingOf(data), data, id === 'COMM' ? 4 : 1)
    return text === '' && id === 'COMM' ? id : `${id}:${text}`
  }
  if (id === 'POPM') return `POPM:${latinUntilNul(data, 0)}`
  if (id === 'APIC') return placeOfPicture(data)
  if (id === 'USLT' || id === 'SYLT') return id
  return /^(?:[TW]|MVNM|MVIN|GRP1)/.test(id) ? id : undefined
}

function placeOfPicture(data: Uint8Array): string | undefined {
  const FRONT = 3
  const { text: mime, next: at } = takeText(0, data, 1)
  const { next } = takeText(encodingOf(data), data, at + 1)
  const type = data[at] ?? 0
  if (isMisdescribed({ type, mime, data: data.subarray(next) })) return MISDESCRIBED
  return type === FRONT ? 'cover' : undefined
}

function latinUntilNul(data: Uint8Array, from: number): string {
  const end = data.indexOf(0, from)
  return Buffer.from(data.subarray(from, end < 0 ? data.length : end)).toString('latin1')
}

/** Parts of a list of people share one frame, and so do a movement's number and how many there are. */
export function joinPlaces(fields: TagFields): TagFields {
  const joined = new Map<string, readonly string[]>()
  const people: string[] = []
  for (const [place, texts] of fields) {
    const [, part] = /^TIPL:(.*)$/s.exec(place) ?? []
    if (part === undefined) joined.set(place, texts)
    else for (const name of texts) people.push(part, name)
  }
  if (people.length > 0) joined.set('TIPL', people)
  const [total] = joined.get(MOVEMENTS) ?? []
  joined.delete(MOVEMENTS)
  if (total !== undefined) joined.set('MVIN', [`${joined.get('MVIN')?.[0] ?? ''}/${total}`])
  return joined
}

const MOVEMENTS = 'MVIN:total'
