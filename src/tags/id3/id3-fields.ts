import type { TagFields } from '../map/fields.ts'
import { ratingOfByte } from '../map/fit.ts'
import { formatLrc } from '../map/lrc.ts'
import type { TagPicture } from '../read/container.ts'
import { readGenres } from './genres.ts'
import { contentOf, type Id3Frame, STUDIO_ROLES } from './id3v2-frame.ts'
import { decodeAs, decodeText, encodingOf, isText, takeText } from './id3v2-text.ts'

type Put = (place: string, ...texts: readonly string[]) => void

/** The texts of frames of ID3v2.4 by their place in the map of tags. */
export function fieldsOfFrames(frames: readonly Id3Frame[]): TagFields {
  const fields = new Map<string, string[]>()
  const put: Put = (place, ...texts) => {
    const before = fields.get(place)
    if (!before) fields.set(place, [...texts])
    // One by one: thousands of values are too many arguments.
    else for (const text of texts) before.push(text)
  }
  for (const frame of frames) putFrame(frame.id, contentOf(frame), put)
  const people = fields.get('TMCL')
  return people ? fields.set('TMCL', withoutRepeats(people)) : fields
}

/** Pairs of a part and a name, each once: two frames may say the same. */
function withoutRepeats(texts: readonly string[]): string[] {
  const pairs = new Map<string, readonly string[]>()
  for (let at = 0; at + 1 < texts.length; at += 2)
    pairs.set(texts.slice(at, at + 2).join('\0'), texts.slice(at, at + 2))
  return [...pairs.values()].flat()
}

function putFrame(id: string, data: Uint8Array, put: Put) {
  if (!/^(?:W|UFID|POPM)/.test(id) && !isText(data)) return
  if (id === 'TXXX') {
    const [name = '', ...texts] = valuesOf(data)
    return put(`TXXX:${name}`, ...texts)
  }
  if (id === 'TCON') return put(id, ...readGenres(valuesOf(data)))
  if (id === 'TIPL' || id === 'TMCL') return putPeople(id, valuesOf(data), put)
  if (TEXT_FRAME.test(id)) return put(id, ...valuesOf(data))
  if (id === 'MVIN') return putMovement(valuesOf(data)[0] ?? '', put)
  if (id === 'UFID') return putIdentifier(data, put)
  if (id === 'POPM') return putRating(data, put)
  if (id === 'USLT' || id === 'COMM') return putLongText(id, data, put)
  if (id === 'SYLT') return put(id, readSynced(data))
  if (id === 'WXXX') return putDescribedLink(data, put)
  if (id.startsWith('W')) return putLink(id, decodeAs(0, data)[0] ?? '', put)
}

/** iTunes' frames of movements and groups have texts too. */
const TEXT_FRAME = /^T|^(?:MVNM|GRP1)$/

/** Without the NULs that programs write at the end. */
function valuesOf(data: Uint8Array): string[] {
  const texts = decodeText(data).split('\0')
  while (texts.length > 1 && texts.at(-1) === '') texts.pop()
  return texts.map((text) => text.trim())
}

/** A part of the studio that has no place of its own, or a name without a part, is a performer's. */
function putPeople(id: string, texts: readonly string[], put: Put) {
  // A part without a name says nothing.
  if (texts.length === 1 && STUDIO_ROLES.has(texts[0] ?? '')) return
  const pairs = texts.length === 1 ? ['', ...texts] : texts
  for (let at = 0; at + 1 < pairs.length; at += 2) {
    const [part = '', name = ''] = [pairs[at], pairs[at + 1]]
    if (id === 'TIPL' && STUDIO_ROLES.has(part)) put(`TIPL:${part}`, name)
    else put('TMCL', part, name)
  }
}

function putIdentifier(data: Uint8Array, put: Put) {
  const { text: owner, next } = takeText(0, data, 0)
  put(`UFID:${owner}`, Buffer.from(data.subarray(next)).toString('latin1'))
}

/** Of a number and how many there are, in the manner of tracks. */
function putMovement(text: string, put: Put) {
  const [number = '', total = ''] = text.split('/', 2)
  if (number) put('MVIN', number)
  if (total) put('MVIN:total', total)
}

/** https://id3.org/id3v2.4.0-frames, section 4.17: whose it is, and a byte; 0 is none. A counter may follow. */
function putRating(data: Uint8Array, put: Put) {
  const { text: whose, next } = takeText(0, data, 0)
  const byte = data[next] ?? 0
  if (byte > 0) put(`POPM:${whose}`, ratingOfByte(byte))
}

function putDescribedLink(data: Uint8Array, put: Put) {
  const { text: description, next } = takeText(encodingOf(data), data, 1)
  const [url = ''] = decodeAs(0, data.subarray(next))
  if (url) put(`WXXX:${description}`, url)
}

/** Language and description come first. */
function putLongText(id: string, data: Uint8Array, put: Put) {
  const encoding = encodingOf(data)
  const { text: description, next } = takeText(encoding, data, 4)
  const [text = ''] = decodeAs(encoding, data.subarray(next))
  if (text.trim() === '') return
  put(id === 'USLT' || description === '' ? id : `COMM:${description}`, text)
}

/** A licence that is no URL has no place of its own. */
function putLink(id: string, text: string, put: Put) {
  const isProse = id === 'WCOP' && text !== '' && !/^https?:/i.test(text)
  put(isProse ? 'TXXX:LICENSE' : id, text)
}

/** https://id3.org/id3v2.4.0-frames, section 4.9, as LRC; nothing where the time stamps count frames of MPEG. */
function readSynced(data: Uint8Array): string {
  const MILLISECONDS = 2
  if (data[4] !== MILLISECONDS) return ''
  const encoding = encodingOf(data)
  const lines: { ms: number; text: string }[] = []
  for (let { next: at } = takeText(encoding, data, 6); at < data.length; ) {
    const { text, next } = takeText(encoding, data, at)
    if (next + 4 > data.length) break
    const ms = Buffer.from(data.buffer, data.byteOffset + next, 4).readUInt32BE(0)
    lines.push({ ms, text: text.replace(/^\n/, '').replaceAll('\n', ' ') })
    at = next + 4
  }
  return formatLrc(lines)
}

const FRONT = 3

/** The pictures of these frames, as they are; a link to a picture is none. */
export function picturesOfFrames(frames: readonly Id3Frame[]): TagPicture[] {
  return frames.flatMap((frame) => {
    if (frame.id !== 'APIC') return []
    const data = contentOf(frame)
    const type = takeText(0, data, 1).next
    const { next } = takeText(encodingOf(data), data, type + 1)
    return [{ isFront: data[type] === FRONT, data: data.subarray(next) }]
  })
}
