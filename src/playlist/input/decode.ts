import { decodeStrictly, detectEncoding } from '../../base/encoding/detect.ts'
import { findUtf16 } from '../../base/encoding/utf16.ts'
import { type Reason, reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import { decodeMixedUtf8 } from './mixed-utf8.ts'

export interface DecodedText {
  /** Without the byte order mark. */
  readonly text: string
  /** As the platform's decoder calls it. */
  readonly encoding: string
  /** What had to be decided, for the playlist's notes; nothing where the input itself says it. */
  readonly notes: readonly Reason[]
}

/**
 * Text of bytes of any age: in the encoding that the user chose, else by its byte order mark, as UTF-8 where it is
 * valid, as what the input declares (XML, `#EXTENC`), as UTF-8 but for single lines, as UTF-16 without its mark,
 * else in the encoding that a detector finds, and in Windows-1252, in which every byte means something, where it finds none.
 * Throws UserError when the user's encoding is none that is known.
 */
export function decodeText(given: Uint8Array, chosen?: string): DecodedText {
  const bytes = withoutEndMark(given)
  const named = chosen === undefined ? findMark(bytes) : chosenEncoding(chosen)
  if (named) return told(named, new TextDecoder(named).decode(bytes))
  const whole = decodeUtf8(bytes)
  if (whole !== undefined) return told('utf-8', whole)
  const declared = findDeclared(bytes)
  const asDeclared = declared === undefined ? undefined : decodeStrictly(bytes, declared)
  if (declared !== undefined && asDeclared !== undefined) return told(declared, asDeclared)
  const utf16 = findUtf16(bytes)
  if (utf16) return detected(utf16, new TextDecoder(utf16).decode(bytes), true)
  const mixed = decodeMixedUtf8(bytes)
  if (mixed) return told('utf-8', mixed.text, [mixed.note])
  const found = detectEncoding(bytes)
  return found
    ? detected(found.encoding, found.text, found.isSure)
    : detected('windows-1252', new TextDecoder('windows-1252').decode(bytes), false)
}

/** DOS ended its texts with a sign of its own. */
const withoutEndMark = (bytes: Uint8Array) =>
  bytes.at(-1) === 0x1a ? bytes.subarray(0, -1) : bytes

const told = (encoding: string, text: string, notes: readonly Reason[] = []): DecodedText => ({
  text,
  encoding,
  notes,
})

const detected = (encoding: string, text: string, isSure: boolean) =>
  told(encoding, text, [
    reason(isSure ? 'playlist.encoding-detected' : 'playlist.encoding-unsure', { encoding }),
  ])

function chosenEncoding(chosen: string): string {
  try {
    return new TextDecoder(chosen.trim()).encoding
  } catch (cause) {
    throw new UserError(
      reason('playlist.no-such-encoding', { encoding: chosen.slice(0, 40) }),
      reason('playlist.encoding-examples'),
      { cause },
    )
  }
}

function findMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  if (bytes.includes(0) && findUtf16(bytes)) return undefined
  const whole = decodeStrictly(bytes, 'utf-8')
  if (whole !== undefined) return whole
  // A file that was cut ends within a character; but when that is the only one, it is another encoding's.
  const cut = decodeStrictly(bytes.subarray(0, startOfLastCharacter(bytes)), 'utf-8')
  return cut !== undefined && /[^\0-\x7f]/.test(cut) ? cut : undefined
}

function startOfLastCharacter(bytes: Uint8Array): number {
  let at = bytes.length - 1
  while (at > 0 && at > bytes.length - 4 && ((bytes[at] ?? 0) & 0xc0) === 0x80) at--
  return at
}

/** What the text itself says it is in: an XML declaration, or M3U's `#EXTENC:`. */
function findDeclared(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1000))
  const name =
    /^<\?xml[^>]*\sencoding=["']([\w.:-]{1,40})["']/.exec(head)?.[1] ??
    /^#EXTENC:[ \t]*([\w.:-]{1,40})/m.exec(head)?.[1]
  if (name === undefined || /^utf-?8$/i.test(name)) return undefined
  try {
    return new TextDecoder(name).encoding
  } catch {
    return undefined
  }
}

/** True for what is no text in any encoding: a NUL outside UTF-16, or many control characters. */
export function isBinary(bytes: Uint8Array): boolean {
  if (findMark(bytes) || findUtf16(bytes)) return false
  const head = bytes.subarray(0, 4096)
  let control = 0
  for (const byte of head) if (byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d)) control++
  return control > head.length / 20
}
