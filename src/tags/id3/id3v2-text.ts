/**
 * Texts of frames: https://id3.org/id3v2.4.0-structure, section 4. The first byte of a frame's content names the
 * encoding: Latin-1, UTF-16 with a mark, UTF-16 big-endian, UTF-8.
 */
const UTF16 = 1
const UTF16_BE = 2

const isWide = (encoding: number) => encoding === UTF16 || encoding === UTF16_BE

/** Programs that write no encoding begin with the text itself. */
export const encodingOf = (data: Uint8Array): number => {
  const [first = 0] = data
  return first < 4 ? first : 0
}

/** No encoding has a number from 4 on: what begins so is no text. */
export const isText = (data: Uint8Array) => {
  const [first = 0] = data
  return first < 4 || first >= 0x20
}

/** The text behind the encoding, all values of it with NUL between them. */
export const decodeText = (data: Uint8Array): string =>
  decodeAs(encodingOf(data), data.subarray((data[0] ?? 0) < 4 ? 1 : 0)).join('\0')

/** The values that these bytes hold, each up to its NUL. */
export function decodeAs(encoding: number, bytes: Uint8Array): string[] {
  if (!isWide(encoding)) return decoders[encoding === 3 ? 3 : 0].decode(bytes).split('\0')
  const texts: string[] = []
  let isBig = encoding === UTF16_BE || (!hasMark(bytes) && seemsBigEndian(bytes))
  for (let at = 0; at <= bytes.length; ) {
    const end = endOfText(encoding, bytes, at)
    const text = bytes.subarray(at, end)
    // A value without a mark is as the one before it.
    if (hasMark(text)) isBig = text[0] === 0xfe
    // A last byte of its own is no letter.
    const even = text.subarray(0, text.length - (text.length % 2))
    texts.push(decoders[isBig ? 'big' : 'little'].decode(even))
    at = end + 2
  }
  return texts
}

/** Where the text ends that begins here: at its NUL, or at the end. */
function endOfText(encoding: number, bytes: Uint8Array, from: number): number {
  if (!isWide(encoding)) {
    const end = bytes.indexOf(0, from)
    return end < 0 ? bytes.length : end
  }
  let at = bytes.indexOf(0, from)
  while (at >= 0 && at + 1 < bytes.length) {
    const isAligned = (at - from) % 2 === 0
    if (isAligned && bytes[at + 1] === 0) return at
    at = bytes.indexOf(0, at + 1)
  }
  return bytes.length
}

/** Of a frame's content from `from` on: the text up to its NUL, and where what follows begins. */
export function takeText(encoding: number, bytes: Uint8Array, from: number) {
  const end = endOfText(encoding, bytes, from)
  const [text = ''] = decodeAs(encoding, bytes.subarray(from, end))
  return { text, next: Math.min(bytes.length, end + (isWide(encoding) ? 2 : 1)) }
}

const hasMark = (bytes: Uint8Array) =>
  (bytes[0] === 0xfe && bytes[1] === 0xff) || (bytes[0] === 0xff && bytes[1] === 0xfe)

/** Most letters of most languages in UTF-16 have the same upper byte, and that of Latin ones is zero. */
function seemsBigEndian(bytes: Uint8Array): boolean {
  let [even, odd] = [0, 0]
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    if (bytes[at] === 0) even++
    if (bytes[at + 1] === 0) odd++
  }
  return even > odd
}

/** A mark before the text is no part of it. Latin-1 is read as Windows-1252, which has letters where it has none. */
const decoders = {
  0: new TextDecoder('latin1'),
  3: new TextDecoder('utf-8'),
  little: new TextDecoder('utf-16le'),
  big: new TextDecoder('utf-16be'),
}
