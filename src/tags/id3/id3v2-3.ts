import { type Id3Frame, textsOf } from './id3v2-frame.ts'
import { decodeText, encodingOf, takeText } from './id3v2-text.ts'

/**
 * Frames of ID3v2.4 as ID3v2.3 has them (https://id3.org/id3v2.3.0): Latin-1 or UTF-16, one text a frame
 * with `/` between values as Picard writes it, the date in three frames and the first release's year alone.
 */
export function toVersion3(frames: readonly Id3Frame[]): Id3Frame[] {
  const people = frames.filter(({ id }) => id === 'TIPL' || id === 'TMCL')
  const rest = frames.filter((frame) => !people.includes(frame))
  const involved = people.flatMap(textsOf)
  return [
    ...rest.flatMap(convert),
    ...(involved.length > 0 ? [{ id: 'IPLS', data: encode(involved.join('\0')) }] : []),
  ]
}

function convert(frame: Id3Frame): Id3Frame[] {
  const { id, data, grouped } = frame
  if (grouped) return [frame]
  if (id === 'TDRC') return partDate(textsOf(frame)[0] ?? '')
  if (id === 'TDOR') return textFrame('TORY', (textsOf(frame)[0] ?? '').slice(0, 4))
  if (id === 'TXXX') {
    const [description = '', ...texts] = textsOf(frame)
    return textFrame(id, `${description}\0${texts.join('/')}`)
  }
  if (/^(?:T|MVNM|MVIN|GRP1)/.test(id))
    return textFrame(id, textsOf(frame).filter(Boolean).join('/'))
  if (data[0] !== 2 && data[0] !== 3) return [frame]
  if (id === 'COMM' || id === 'USLT') return [{ id, data: encodeAfter(data, 3) }]
  if (id === 'SYLT') return [{ id, data: encodeSynced(data) }]
  if (id === 'WXXX') return [{ id, data: encodeLink(data) }]
  if (id === 'APIC') return [{ id, data: encodePicture(data) }]
  return [frame]
}

/** `YYYY-MM-DDTHH:MM` became one frame in ID3v2.4; without a day ID3v2.3 has no place for the month. */
function partDate(text: string): Id3Frame[] {
  const [, year = '', month, day, hour, minute] =
    /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d))?)?)?/.exec(text) ?? []
  return [
    ...(year ? textFrame('TYER', year) : []),
    ...(month && day ? textFrame('TDAT', `${day}${month}`) : []),
    ...(hour && minute ? textFrame('TIME', `${hour}${minute}`) : []),
  ]
}

const textFrame = (id: string, text: string): Id3Frame[] => [{ id, data: encode(text) }]

/** Every text of its own, with its byte order mark; the encoding byte before all of them. */
function encode(text: string, between: Uint8Array = Buffer.of()): Buffer {
  const ascii = Buffer.byteLength(text) === text.length
  const body = text
    .split('\0')
    .map((part) => (ascii ? Buffer.from(part, 'latin1') : Buffer.from(`\ufeff${part}`, 'utf16le')))
  const end = Buffer.alloc(ascii ? 1 : 2)
  const joined = body.flatMap((part, index) => (index === 0 ? [part] : [end, part]))
  return Buffer.concat([Uint8Array.of(ascii ? 0 : 1), between, ...joined])
}

/** Texts that follow some bytes, such as a language. */
function encodeAfter(data: Uint8Array, length: number): Buffer {
  const text = decodeText(Buffer.concat([data.subarray(0, 1), data.subarray(1 + length)]))
  return encode(text, data.subarray(1, 1 + length))
}

/** A description, and an address in Latin-1. */
function encodeLink(data: Uint8Array): Buffer {
  const { text, next } = takeText(encodingOf(data), data, 1)
  const head = encode(text)
  return Buffer.concat([head, Buffer.alloc(head[0] === 0 ? 1 : 2), data.subarray(next)])
}

/** Description and data, which is no text. */
function encodePicture(data: Uint8Array): Buffer {
  const type = data.indexOf(0, 1) + 1
  const width = data[0] === 2 ? 2 : 1
  let end = type + 1
  while (end < data.length && !(data[end] === 0 && (width === 1 || data[end + 1] === 0)))
    end += width
  const text = decodeText(Buffer.concat([data.subarray(0, 1), data.subarray(type + 1, end)]))
  const head = encode(text, data.subarray(1, type + 1))
  return Buffer.concat([head, Buffer.alloc(head[0] === 0 ? 1 : 2), data.subarray(end + width)])
}

/** Between the texts stand times. Ours are in UTF-8; others' in UTF-16 big-endian stay as they are. */
function encodeSynced(data: Uint8Array): Buffer {
  if (data[0] !== 3) return Buffer.from(data)
  const parts: Buffer[] = [Buffer.concat([Uint8Array.of(1), data.subarray(1, 6)])]
  for (let at = 6, first = true; at < data.length; first = false) {
    const found = data.indexOf(0, at)
    const end = found < 0 ? data.length : found
    const text = Buffer.from(data.subarray(at, end)).toString('utf8')
    parts.push(Buffer.from(`\ufeff${text}\0`, 'utf16le'))
    if (!first) parts.push(Buffer.from(data.subarray(end + 1, end + 5)))
    at = end + (first ? 1 : 5)
  }
  return Buffer.concat(parts)
}
