import type { TagPicture } from '../read/container.ts'

/** What an attribute holds: a text, a picture, or bytes that only their program understands. */
export type AsfAttribute =
  | { readonly kind: 'text'; readonly name: string; readonly text: string }
  | { readonly kind: 'picture'; readonly picture: TagPicture }
  | { readonly kind: 'unknown'; readonly name: string }

/** ASF 3.11 and 4.7: types of values. */
const [TEXT, BYTES, BOOL, DWORD, QWORD, WORD] = [0, 1, 2, 3, 4, 5] as const

const PICTURE = 'wm/picture'
const FRONT = 3

const textDecoder = new TextDecoder('utf-16le')

/** UTF-16, ended by a zero. */
const decode = (bytes: Uint8Array) => textDecoder.decode(bytes).replace(/\0.*$/s, '')

const contentNames = ['Title', 'Author', 'Copyright', 'Description', 'Rating']

/** ASF 3.10: five lengths, then five texts. */
export function readContentDescription(bytes: Buffer): AsfAttribute[] {
  if (bytes.length < 10) return []
  let at = 10
  return contentNames.map((name, index) => {
    const start = at
    at += bytes.readUInt16LE(2 * index)
    return { kind: 'text', name, text: decode(bytes.subarray(start, at)) }
  })
}

/** ASF 3.11: a count, then names and values, each with its length. */
export function readExtendedDescription(bytes: Buffer): AsfAttribute[] {
  const attributes: AsfAttribute[] = []
  let at = 2
  for (let left = bytes.length < 2 ? 0 : bytes.readUInt16LE(); left > 0; left--) {
    if (at + 2 > bytes.length) break
    const nameEnd = at + 2 + bytes.readUInt16LE(at)
    if (nameEnd + 4 > bytes.length) break
    const value = nameEnd + 4
    const end = value + bytes.readUInt16LE(nameEnd + 2)
    const name = decode(bytes.subarray(at + 2, nameEnd))
    attributes.push(readAttribute(name, bytes.readUInt16LE(nameEnd), bytes.subarray(value, end)))
    at = end
  }
  return attributes
}

/** ASF 4.7 and 4.8: a count, then language, stream, type and lengths, the name and the value. */
export function readMetadata(bytes: Buffer): AsfAttribute[] {
  const HEADER = 12
  const attributes: AsfAttribute[] = []
  let at = 2
  for (let left = bytes.length < 2 ? 0 : bytes.readUInt16LE(); left > 0; left--) {
    if (at + HEADER > bytes.length) break
    const nameEnd = at + HEADER + bytes.readUInt16LE(at + 4)
    const end = nameEnd + bytes.readUInt32LE(at + 8)
    const name = decode(bytes.subarray(at + HEADER, nameEnd))
    attributes.push(readAttribute(name, bytes.readUInt16LE(at + 6), bytes.subarray(nameEnd, end)))
    at = end
  }
  return attributes
}

function readAttribute(name: string, type: number, value: Buffer): AsfAttribute {
  const text = textOf(type, value)
  if (text !== undefined) return { kind: 'text', name, text }
  const picture = name.toLowerCase() === PICTURE ? readPicture(value) : undefined
  return picture ? { kind: 'picture', picture } : { kind: 'unknown', name }
}

/** A flag has two bytes or four. */
function textOf(type: number, value: Buffer): string | undefined {
  if (type === TEXT) return decode(value)
  if (type === BYTES) return undefined
  if (type === BOOL) return value.some((byte) => byte !== 0) ? '1' : '0'
  if (type === WORD && value.length >= 2) return String(value.readUInt16LE())
  if (type === DWORD && value.length >= 4) return String(value.readUInt32LE())
  if (type === QWORD && value.length >= 8) return String(value.readBigUInt64LE())
  return undefined
}

/** "WM/Picture": a type, the size of four bytes, media type and description in UTF-16, then the picture. */
function readPicture(value: Buffer): TagPicture | undefined {
  const HEADER = 5
  if (value.length < HEADER) return undefined
  const size = value.readUInt32LE(1)
  const start = behindText(value, behindText(value, HEADER))
  const data = value.subarray(start, start + size)
  return data.length > 0 ? { isFront: value.readUInt8() === FRONT, data } : undefined
}

function behindText(bytes: Buffer, from: number): number {
  for (let at = from; at + 2 <= bytes.length; at += 2)
    if (bytes.readUInt16LE(at) === 0) return at + 2
  return bytes.length
}
