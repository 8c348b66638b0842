import anyAscii from 'any-ascii'
import { romanise } from './scripts/romanise.ts'

/**
 * Makes a name comparable: lower-case words `a–z0–9` and Han characters with one space between them.
 * Other scripts are romanised, of Han characters one form is taken (`國` → `国`), diacritics dropped,
 * `&` and a lone `n` become `and`, an apostrophe joins (`don't` → `dont`), initials close up (`R.E.M.` →
 * `rem`), signs standing for letters are read (`Ke$ha`, `P!nk`), all other punctuation separates.
 * Folding twice changes nothing.
 * A name made of signs only (`!!!`, `+`) is kept as it is, so that it stays a name: the answer is
 * empty only where there is nothing to see.
 */
export function foldText(text: string): string {
  if (isFolded(text)) return text
  const plain = toPlain(text)
  return foldPlain(plain) || plain.replaceAll(/[^!-~]+/g, '')
}

const WORD = 1
const JOIN = 2

/** By ASCII code: of a word, joining two halves of one, or 0: between words. */
const KIND = new Uint8Array(128)
for (const char of 'abcdefghijklmnopqrstuvwxyz0123456789') KIND[char.charCodeAt(0)] = WORD
for (const char of "'`") KIND[char.charCodeAt(0)] = JOIN

function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at)
  // Beyond ASCII there are Han characters only.
  return code >= 0x80 ? WORD : (KIND[code] ?? 0)
}

function isFolded(text: string): boolean {
  let before = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const kind = KIND[code] ?? 0
    if (kind !== WORD && (code !== 0x20 || before !== WORD)) return false
    before = kind
  }
  return before === WORD && !text.includes(' n ')
}

/** Lower case, and nothing beyond ASCII but Han characters. */
function toPlain(text: string): string {
  let highest = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code > highest) highest = code
  }
  if (highest < 0x80) return text.toLowerCase()
  // Composed, not decomposed: kana with its voicing mark and whole Hangul syllables have sounds of
  // their own. Below Latin Extended-B nothing decomposes into what the transliteration misreads.
  const composed = highest < 0x250 ? text : text.normalize('NFKC')
  const levelled = composed.replaceAll(/[×✕]/g, ' x ').replaceAll(/[‘’ʼ´′＇]/g, "'")
  return (highest < 0x250 ? anyAscii(levelled) : romanise(levelled)).toLowerCase()
}

function foldPlain(lower: string): string {
  const text = lower.includes("'n'") ? lower.replaceAll("'n'", ' n ') : lower
  let folded = ''
  let word = ''
  let start = 0
  for (let at = 0; at <= text.length; at++) {
    const kind = kindAt(text, at)
    if (kind === WORD) continue
    if (at > start) word += text.slice(start, at)
    start = at + 1
    if (kind === JOIN) continue
    const sign = at < text.length ? readSign(text, at) : ' '
    if (sign !== ' ') {
      word += sign
      continue
    }
    if (word !== '') folded += folded === '' ? word : ` ${word}`
    word = ''
    if (isAnd(text, at)) folded += folded === '' ? 'and' : ' and'
  }
  return folded.includes(' n ') ? folded.replaceAll(/ n(?= )/g, ' and') : folded
}

/** What a sign inside a word stands for; a space where it separates. */
function readSign(text: string, at: number): string {
  const before = isLetter(text, at - 1)
  const after = isLetter(text, at + 1)
  switch (text.charCodeAt(at)) {
    case 0x24: // $
      return before || after ? 's' : ' '
    case 0x21: // !
      return before && after ? 'i' : ' '
    case 0x2e: // . between initials
      return before && after && kindAt(text, at - 2) !== WORD && kindAt(text, at + 2) !== WORD
        ? ''
        : ' '
    default:
      return ' '
  }
}

function isLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 0x61 && code <= 0x7a
}

/** `&` always; `+` where it stands alone. */
function isAnd(text: string, at: number): boolean {
  const char = text[at]
  return char === '&' || (char === '+' && text[at - 1] === ' ' && text[at + 1] === ' ')
}
