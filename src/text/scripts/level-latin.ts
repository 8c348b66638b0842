import { levelRomaji } from './level-romaji.ts'
import type { Script } from './script.ts'

// A name that was romanised, and the Latin letters that somebody else wrote for it: both are levelled to
// what the ways of romanising a language have in common, and compared by that.

type Spellings = readonly (readonly [RegExp, string])[]

/** BGN/PCGN, ISO 9, scientific and passport spellings of Russian, Ukrainian, Bulgarian, Serbian. */
const CYRILLIC: Spellings = [
  [/shch|sch|sc|sh/g, 's'],
  [/ck|c(?=[kt])/g, 'k'],
  [/zh/g, 'z'],
  [/kh|g/g, 'h'],
  [/tsch|tch|ch|ts|tz/g, 'c'],
  [/w/g, 'v'],
  // ё is written е more often than not, and о behind ж, ч and ш.
  [/[jyi][oe]|(?<=[zsc])o/g, 'e'],
  [/[jyi](?=[au])/g, ''],
  [/[jy]/g, 'i'],
]

/** ISO 843, the passport's, and how it sounds. */
const GREEK: Spellings = [
  [/mp|b|v/g, 'v'],
  [/nt/g, 'd'],
  [/ng|gk|gg/g, 'g'],
  [/ch|kh/g, 'h'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/dh/g, 'd'],
  [/ks/g, 'x'],
  [/ou/g, 'u'],
  [/([ae])[uvf]/g, '$1v'],
  [/ai/g, 'e'],
  [/[eo]i|y|h(?=[^aeiou]|$)/g, 'i'],
  [/g(?=[ei])/g, ''],
  [/w/g, 'o'],
]

/** The Revised Romanisation, McCune and Reischauer's, and what names are written as. */
const KOREAN: Spellings = [
  [/oo|w(?=u)/g, 'u'],
  [/ee|ui|yi/g, 'i'],
  [/eo|ou/g, 'o'],
  [/eu/g, 'u'],
  [/ae|oe|oi/g, 'e'],
  [/([ao])h(?=[^aeiouwy]|$)/g, '$1'],
  [/r(?=k)/g, ''],
  [/sh/g, 's'],
  [/ch|jj/g, 'j'],
  [/[gq]|c(?!h)/g, 'k'],
  [/d/g, 't'],
  [/[bvf]/g, 'p'],
  [/l/g, 'r'],
  [/(?<=[kptsmnr] ?)h/g, ''],
]

/** Consonants alone: which vowels are heard is hardly written. */
const HEBREW: Spellings = [
  [/tz|ts/g, 'x'],
  [/ch|kh|q|ck|c/g, 'k'],
  [/sh/g, 's'],
  [/th/g, 't'],
  [/ph|f/g, 'p'],
  [/v/g, 'b'],
  [/[aeiouywh]/g, ''],
]
const ARABIC: Spellings = [
  [/kh/g, 'x'],
  [/gh|dj|j/g, 'g'],
  [/sh|ch/g, 's'],
  [/th/g, 't'],
  [/dh/g, 'd'],
  [/ph|v/g, 'f'],
  [/p/g, 'b'],
  [/q|ck|c/g, 'k'],
  [/h\b/g, ''],
  [/[aeiouyw]/g, ''],
]

/** What has no rules of its own: Devanagari, Thai, Georgian … */
const OTHER: Spellings = [
  [/sh/g, 's'],
  [/(?<=[bcdgjkpt])h/g, ''],
  [/w/g, 'v'],
  [/m(?=[bcdgjkpt])/g, 'n'],
  [/[aeiouy]/g, ''],
]

const SPELLINGS: Readonly<Partial<Record<Script, Spellings>>> = {
  cyrillic: CYRILLIC,
  greek: GREEK,
  hangul: KOREAN,
  hebrew: HEBREW,
  arabic: ARABIC,
  other: OTHER,
}

/** Fewer consonants than this are shared by chance. */
const LEAST_CONSONANTS = 3

/** Whether two folded names, one of them romanised from the script, are spellings of one. */
export function isRomanised(romanised: string, latin: string, script: Script): boolean {
  if (script === 'kana') return levelRomaji(romanised) === levelRomaji(latin)
  const spellings = SPELLINGS[script]
  if (spellings === undefined) return false
  const [one, other] = [levelWith(romanised, spellings), levelWith(latin, spellings)]
  if (isConsonantal(script) && Math.min(one.length, other.length) < LEAST_CONSONANTS) return false
  return withoutDoubles(one) === withoutDoubles(other)
}

const isConsonantal = (script: Script) =>
  script === 'hebrew' || script === 'arabic' || script === 'other'

function levelWith(latin: string, spellings: Spellings): string {
  let levelled = latin
  for (const [spelling, one] of spellings) levelled = levelled.replaceAll(spelling, one)
  return levelled.replaceAll(' ', '')
}

const withoutDoubles = (text: string) => text.replaceAll(/(.)\1+/g, '$1')
