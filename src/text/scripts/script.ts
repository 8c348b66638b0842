/** What a name is written in. Japanese: kana with Han characters. */
export type Script =
  | 'latin'
  | 'han'
  | 'japanese'
  | 'kana'
  | 'hangul'
  | 'cyrillic'
  | 'greek'
  | 'hebrew'
  | 'arabic'
  | 'other'

const LATIN = /\p{Script=Latin}/gu
const OTHERS: readonly (readonly [Script, RegExp])[] = [
  ['han', /\p{Script=Han}/gu],
  ['kana', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['hangul', /\p{Script=Hangul}/gu],
  ['cyrillic', /\p{Script=Cyrillic}/gu],
  ['greek', /\p{Script=Greek}/gu],
  ['hebrew', /\p{Script=Hebrew}/gu],
  ['arabic', /\p{Script=Arabic}/gu],
]

/** The script that most of the name is written in; a Latin letter tells half as much as a syllable or a Han character. */
export function scriptOf(text: string): Script {
  if (!isBeyondLatin(text)) return 'latin'
  const latin = countOf(text, LATIN)
  const foreign = countOf(text, /\p{L}/gu) - latin
  if (foreign === 0 || latin > 2 * foreign) return 'latin'
  const counts = OTHERS.map(([script, letters]) => ({ script, count: countOf(text, letters) }))
  const present = new Set(counts.filter(({ count }) => count > 0).map(({ script }) => script))
  if (present.has('kana')) return present.has('han') ? 'japanese' : 'kana'
  const [most] = counts.toSorted((a, b) => b.count - a.count)
  return most !== undefined && most.count > 0 ? most.script : 'other'
}

/** Below U+0370 all letters are Latin, and between U+1E00 and U+1EFF. */
function isBeyondLatin(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) >= 0x370) return true
  return false
}

const countOf = (text: string, letters: RegExp) => text.match(letters)?.length ?? 0
