import { createRequire } from 'node:module'
import type { detectAll } from 'jschardet'
import { likenessToWriting } from './likeness-to-writing.ts'

/** An encoding by the name that the platform's decoder has for it, and what the bytes mean in it. */
export interface DetectedText {
  readonly encoding: string
  readonly text: string
  /** False where another encoding fits nearly as well and says something else. */
  readonly isSure: boolean
  /** False where Windows-1252 fits nearly as well. */
  readonly isNotLatin: boolean
}

/** What the detector calls an encoding, and the platform's name for it; others are never taken. */
const NAMES: Readonly<Record<string, string>> = {
  ascii: 'windows-1252',
  'windows-1250': 'windows-1250',
  'windows-1251': 'windows-1251',
  'windows-1252': 'windows-1252',
  'windows-1253': 'windows-1253',
  'windows-1254': 'windows-1254',
  'windows-1255': 'windows-1255',
  'windows-1256': 'windows-1256',
  'windows-1257': 'windows-1257',
  'windows-1258': 'windows-1258',
  'iso-8859-2': 'iso-8859-2',
  'iso-8859-5': 'iso-8859-5',
  'iso-8859-7': 'iso-8859-7',
  'koi8-r': 'koi8-r',
  'koi8-u': 'koi8-u',
  ibm866: 'ibm866',
  cp874: 'windows-874',
  'tis-620': 'windows-874',
  macroman: 'macintosh',
  maccyrillic: 'x-mac-cyrillic',
  cp932: 'shift_jis',
  shift_jis: 'shift_jis',
  'euc-jp': 'euc-jp',
  euc_jis_2004: 'euc-jp',
  gb18030: 'gb18030',
  big5: 'big5',
  big5hkscs: 'big5',
  cp949: 'euc-kr',
  'euc-kr': 'euc-kr',
}

/** The detector's own names of the encodings above, as it wants them asked for. */
const ASKED = [
  ...['cp1250', 'cp1251', 'cp1252', 'cp1253', 'cp1254', 'cp1255', 'cp1256', 'cp1257', 'cp1258'],
  ...['iso8859-2', 'iso8859-5', 'iso8859-7', 'koi8-r', 'koi8-u', 'cp866', 'cp874'],
  ...['mac-roman', 'mac-cyrillic', 'cp932', 'euc_jis_2004', 'gb18030', 'big5hkscs', 'cp949'],
]

/** Encodings that were rarely written weigh less where the evidence is the same. */
const RARE: Readonly<Record<string, number>> = {
  'x-mac-cyrillic': 0.97,
  'iso-8859-2': 0.99,
  'iso-8859-5': 0.9,
  'iso-8859-7': 0.98,
  ibm866: 0.9,
  'windows-1258': 0.9,
  'koi8-u': 0.95,
}

const LATIN = 'windows-1252'

/** Of so much the first is looked at: what comes after it says the same. */
const MAX_LOOKED_AT = 64 * 1024
/** Of fewer bytes beyond ASCII nothing is sure. */
const MIN_HIGH = 4
/** The best must be so much likelier than one that reads something else. */
const SURE = 1.25

/**
 * The single- or double-byte encoding of bytes that are not UTF-8: a statistical detector gives its candidates,
 * and of these the one counts whose text looks most like writing. Nothing where none can be.
 * @param except encodings that cannot be
 */
export function detectEncoding(
  bytes: Uint8Array,
  except: readonly string[] = [],
): DetectedText | undefined {
  if (countHigh(bytes) === 0) return undefined
  const head = cutAtLine(bytes)
  const scores = new Map<string, { readonly encoding: string; readonly score: number }>()
  for (const { encoding, confidence } of findCandidates(head)) {
    const text = decodeStrictly(head, encoding)
    if (text === undefined || except.includes(encoding)) continue
    const score = confidence * (RARE[encoding] ?? 1) * likenessToWriting(text, encoding)
    if (score > (scores.get(text)?.score ?? 0)) scores.set(text, { encoding, score })
  }
  const latin = scores.get(new TextDecoder(LATIN).decode(head))?.score ?? 0
  const [best, second] = [...scores.values()].toSorted((a, b) => b.score - a.score)
  if (!best) return undefined
  return {
    encoding: best.encoding,
    text: new TextDecoder(best.encoding).decode(bytes),
    isSure: countHigh(head) >= MIN_HIGH && !(second && best.score < second.score * SURE),
    isNotLatin: best.encoding !== LATIN && best.score >= latin * SURE,
  }
}

/** The text, or nothing where the bytes cannot be of this encoding. */
export function decodeStrictly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

const countHigh = (bytes: Uint8Array) => bytes.reduce((sum, byte) => sum + (byte >> 7), 0)

function cutAtLine(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= MAX_LOOKED_AT) return bytes
  const end = bytes.lastIndexOf(0x0a, MAX_LOOKED_AT)
  return bytes.subarray(0, end > 0 ? end : MAX_LOOKED_AT)
}

let detector: { readonly detectAll: typeof detectAll } | undefined

function findCandidates(bytes: Uint8Array) {
  // Loaded when it is needed first: most inputs are UTF-8, and its models take a tenth of a second.
  detector ??= createRequire(import.meta.url)('jschardet') as NonNullable<typeof detector>
  const found = detector
    .detectAll(bytes, { detectEncodings: ASKED, minimumThreshold: 0 })
    .flatMap(({ encoding, confidence }) => {
      const name = NAMES[encoding?.toLowerCase() ?? '']
      return name === undefined ? [] : [{ encoding: name, confidence }]
    })
  // Kana alone are too little for its statistics, and yet no accident.
  const confidence = Math.max(0.01, ...found.map((each) => each.confidence))
  const kana = ['shift_jis', 'euc-jp'].filter((name) => isKana(decodeStrictly(bytes, name)))
  return [...kana.map((encoding) => ({ encoding, confidence })), ...found]
}

const isKana = (text = '') => {
  const kana = text.match(/[\u3040-\u30ff]/g)?.length ?? 0
  return kana > 3 && kana > 0.6 * (text.match(/[^\0-\x7f]/gu)?.length ?? 0)
}
