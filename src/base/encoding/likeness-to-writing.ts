/**
 * How much a text looks like what people write, from 0 to 1: bytes that are read in a wrong encoding give words
 * of two scripts, capitals within words, signs between letters, and characters that nobody uses. It knows no
 * language and no word: it only looks at how letters stand together.
 */
export function likenessToWriting(text: string, encoding: string): number {
  if (FORBIDDEN.test(text)) return 0
  const beyond = count(text, /[^\0-\x7f]/gu)
  if (beyond === 0) return 1
  const faults =
    3 * count(text, MIXED) + 2 * count(text, BROKEN_CASE) + 2 * count(text, SIGN) + count(text, BOX)
  const tidy = 1 / (1 + (4 * faults) / beyond)
  return tidy * likenessToLanguage(text, encoding, beyond)
}

/** Control characters, what stands for nothing, and the places that Unicode leaves empty. */
const FORBIDDEN = /[^\P{Cc}\s]|[\ufffd\p{Co}\p{Cn}]/u

/** A letter of one script beside one of another; kana stand beside anything. */
const MIXED = (() => {
  const alphabets = ['Latin', 'Cyrillic', 'Greek', 'Hebrew', 'Arabic', 'Thai']
  const pairs = [
    ...alphabets.flatMap((one) =>
      alphabets.filter((each) => each !== one).map((other) => [one, other]),
    ),
    ...[
      ['Han', 'Hangul'],
      ['Hangul', 'Han'],
    ],
  ]
  return new RegExp(
    pairs.map((pair) => pair.map((name) => `\\p{Script=${name}}`).join('')).join('|'),
    'gu',
  )
})()

/** A small letter before a capital, of which one is beyond ASCII: `кОяЮвк`. */
const BROKEN_CASE = /(?=.?[^\0-\x7f])\p{Ll}\p{Lu}/gu

/** Signs that no letter touches in writing: currency, fractions, mathematics, marks without a letter, quotes that close. */
const SIGNS =
  '\\u00a2-\\u00a9\\u00ac-\\u00b1\\u00b4-\\u00b9\\u00bc-\\u00be\\u00d7\\u00f7\\u02c6-\\u02dd\\u2020-\\u2025\\u2030\\u203a-\\u2044\\u20ac\\u2116\\u2122\\u2190-\\u22ff'
/** Between two letters, or before one: `J—ga`, `€rzte`. */
const SIGN = new RegExp(
  `\\p{L}[\\u00a1\\u00b2\\u00b3\\u00ab\\u00bb\\u00bf\\u2013\\u2014\\u2039${SIGNS}](?=\\p{L})|(?<!\\p{L})[\\u00aa\\u00ba${SIGNS}](?=\\p{L})`,
  'gu',
)

/** Frames and blocks, as terminals drew them. */
const BOX = /[\u2500-\u25a3\u25aa-\u25b1]/gu

function likenessToLanguage(text: string, encoding: string, beyond: number): number {
  switch (encoding) {
    // Korean is written in Hangul; a text of Hanja alone is Chinese or Japanese.
    case 'euc-kr':
      return count(text, /\p{Script=Hangul}/gu) < beyond / 2 ? 0.2 : 1
    case 'shift_jis':
      return count(text, /[\uff61-\uff9f]/gu) > beyond / 3 ? 0.1 : 1
    case 'gb18030':
    case 'big5':
    case 'euc-jp':
      return count(text, /[\u3040-\u30ff\p{Script=Han}]/gu) < beyond / 2 ? 0.1 : 1
    // The same bytes are Icelandic's ð þ ý and Turkish's ğ ş ı.
    case 'windows-1252':
      return /[ðþ]/i.test(text) && !/[áéíóúæö]/i.test(text) ? 0.5 : 1
    case 'windows-1254':
      return /[ğş]/i.test(text) && /[æáéíóú]/i.test(text) ? 0.5 : 1
    default:
      return 1
  }
}

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0
