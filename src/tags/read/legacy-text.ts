import { decodeStrictly, detectEncoding } from '../../base/encoding/detect.ts'
import { likenessToWriting } from '../../base/encoding/likeness-to-writing.ts'

/**
 * In which encoding texts are that say they are Latin-1 and are not: programs wrote there whatever their system used,
 * UTF-8 too. All texts of one file are looked at together, since single names are too short to tell an encoding by;
 * where it is not sure, and the file's own path does not say so, it is none.
 * @param path of the file: folders and names are often the tags' own
 */
export function findLegacyEncoding(texts: readonly Uint8Array[], path: string): string | undefined {
  const doubtful = texts.filter(isBeyondAscii)
  if (doubtful.length === 0) return undefined
  const byText = new Map(doubtful.map((bytes) => [Buffer.from(bytes).toString('latin1'), bytes]))
  return findEncoding([...byText.values()], path)
}

export const isBeyondAscii = (bytes: Uint8Array) => bytes.some((byte) => byte > 0x7f)

function findEncoding(texts: readonly Uint8Array[], path: string): string | undefined {
  if (texts.every((bytes) => decodeStrictly(bytes, 'utf-8') !== undefined)) return 'utf-8'
  const found = detectEncoding(join(texts), NEVER)
  // ID3v1 cuts after thirty bytes, which may be within a letter.
  const shorter = texts.map((bytes) => (bytes.length >= 29 ? bytes.subarray(0, -1) : bytes))
  const cut = detectEncoding(join(shorter), NEVER)
  const best = cut && DOUBLE.test(cut.encoding) ? cut : found
  if (!best) return undefined
  const { encoding, text, isNotLatin } = best
  const isInPath = texts.some((bytes) =>
    path.normalize('NFC').includes(decodeLegacy(bytes, encoding)),
  )
  // Of two readings in Latin letters the one that the tag names counts, unless it is none.
  const isLatin = !/[^\0-\x7f\p{Script=Latin}\p{P}\p{S}]/u.test(text)
  const isEnough = isLatin ? isNoWriting(texts) : countHigh(texts) >= MIN_HIGH
  return isInPath || (isNotLatin && isEnough) ? encoding : undefined
}

const DOUBLE = /^(?:gb18030|big5|shift_jis|euc-)/
/** Programs on the Mac wrote Latin-1 or Unicode. */
const NEVER = ['macintosh', 'x-mac-cyrillic']
/** Fewer letters beyond ASCII are no sign of another encoding. */
const MIN_HIGH = 3

/** With signs between its letters, as Latin-1. */
const isNoWriting = (texts: readonly Uint8Array[]) =>
  likenessToWriting(decodeLegacy(join(texts), 'windows-1252'), 'windows-1252') <= 0.5

const join = (texts: readonly Uint8Array[]) =>
  Buffer.concat(texts.flatMap((bytes) => [bytes, Buffer.from('\n')]))

const countHigh = (texts: readonly Uint8Array[]) => join(texts).filter((byte) => byte > 0x7f).length

/** What a cut has left of a last letter is no letter. */
export const decodeLegacy = (bytes: Uint8Array, encoding: string) =>
  new TextDecoder(encoding)
    .decode(bytes)
    .replace(/\ufffd+$/, '')
    .trimEnd()
