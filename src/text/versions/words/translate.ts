import { EAST_ASIAN } from './east-asian.ts'
import { GERMANIC_AND_NORDIC } from './germanic.ts'
import { INTERNET } from './internet.ts'
import { OTHERS } from './other.ts'
import { ROMANCE } from './romance.ts'
import { SLAVIC } from './slavic.ts'
import type { WordList } from './word-list.ts'

// Later lists stand back: a word that two languages have is read as the first one says.
export const VERSION_WORDS: readonly WordList[] = [
  ...INTERNET,
  ...EAST_ASIAN,
  ...SLAVIC,
  ...ROMANCE,
  ...GERMANIC_AND_NORDIC,
  ...OTHERS,
]

/** Words of the other language, one space between them → the English ones. */
const PHRASES = new Map<string, string>()
/** The same for those that count only where they are all that is said. */
const WHOLE = new Map<string, string>()
/** Beginnings of words (`концертн`). */
const STEMS = new Map<string, string>()

/** Words that are written together with the one before: `Akustikversion`, `Liveopname`. */
const NOUNS =
  /^(.{3,}?)s?(version|fassung|aufnahme|mitschnitt|versie|opname|uitvoering|versjon|versio|inspelning|innspilling|indspilning|optagelse|opptak|aanitys|taltiointi|verzio|felvetel|remix)$/
/** English words that may stand before such a noun. */
const HEADS =
  /^(?:live|demo|single|album|radio|piano|remix|karaoke|studio|original|instrumental|maxi|disco|club|video|party|band)$/

const WORD = /[\p{L}\p{M}\p{N}]+/gu
/** Scripts that set no spaces, or not always. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー\p{Script=Hangul}\p{Script=Thai}]/u
const RUNS = new RegExp(`${UNSPACED.source}+|[^]+?(?=${UNSPACED.source}|$)`, 'gu')
let longestPhrase = 1
let longestRun = 1

for (const { rows } of VERSION_WORDS)
  for (const [says, words] of rows) for (const word of words.split('|')) add(word, says)

function add(word: string, says: string) {
  const isWhole = word.startsWith('=')
  const isStem = word.endsWith('*')
  const phrase = wordsOf(level(word))
    .map((each) => each.word)
    .join(' ')
  const map = isWhole ? WHOLE : isStem ? STEMS : PHRASES
  if (!map.has(phrase)) map.set(phrase, says.replace('~', phrase))
  longestPhrase = Math.max(longestPhrase, phrase.split(' ').length)
  if (UNSPACED.test(phrase)) longestRun = Math.max(longestRun, phrase.length)
}

/** Lower case, composed, without accents, points and vowel signs. */
function level(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f\u0591-\u05c7\u064b-\u0652]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replaceAll('ł', 'l')
    .replaceAll('ı', 'i')
    .replaceAll('ø', 'o')
    .replaceAll(/(?<=\p{Script=Katakana})・(?=\p{Script=Katakana})/gu, '')
}

/**
 * What a bracket says with its version words in English: `ピアノ ver.` → `piano version ver.`,
 * `концертная версия` → `live version`. Everything else stays as it is.
 */
export function translateVersionWords(text: string): string {
  const levelled = level(text)
  const words = wordsOf(levelled)
  const all = words.map(({ word }) => word).join(' ')
  const whole = WHOLE.get(all)
  if (whole !== undefined) return whole
  let translated = ''
  let from = 0
  for (let at = 0; at < words.length; ) {
    const found = longestAt(words, at)
    const start = words[at]?.start ?? 0
    const end = words[at + found.count - 1]?.end ?? 0
    translated += levelled.slice(from, start)
    translated += found.says === undefined ? levelled.slice(start, end) : ` ${found.says} `
    from = end
    at += found.count
  }
  return translated + levelled.slice(from)
}

interface Word {
  readonly start: number
  readonly end: number
  readonly word: string
}

/** Words, and within them what is of an unspaced script by itself: `Live版`. */
function wordsOf(levelled: string): readonly Word[] {
  const words: Word[] = []
  for (const { 0: run, index } of levelled.matchAll(WORD))
    for (const { 0: word, index: at } of run.matchAll(RUNS))
      words.push({ start: index + at, end: index + at + word.length, word })
  return words
}

function longestAt(
  words: readonly Word[],
  at: number,
): { readonly count: number; readonly says: string | undefined } {
  for (let count = Math.min(longestPhrase, words.length - at); count > 0; count--) {
    const phrase = words.slice(at, at + count).map(({ word }) => word)
    const says = PHRASES.get(phrase.join(' '))
    if (says !== undefined) return { count, says }
  }
  return { count: 1, says: readWord(words[at]?.word ?? '') }
}

/** A word that is no phrase of the tables: of an unspaced script, inflected, or put together. */
function readWord(word: string): string | undefined {
  if (UNSPACED.test(word)) return readRun(word)
  for (let length = word.length; length > 3; length--) {
    const says = STEMS.get(word.slice(0, length))
    if (says !== undefined) return says
  }
  const [, head = '', noun = ''] = NOUNS.exec(word) ?? []
  if (noun === '') return undefined
  const first = PHRASES.get(head) ?? WHOLE.get(head) ?? (HEADS.test(head) ? head : undefined)
  // `nilsbergremix`
  if (first === undefined && noun === 'remix') return `${head} remix`
  return first === undefined ? undefined : `${first} ${PHRASES.get(noun) ?? noun}`
}

/** `現場版` → `live version`: the longest words from left to right. */
function readRun(run: string): string | undefined {
  let read = ''
  let isKnown = false
  for (let at = 0; at < run.length; ) {
    let length = Math.min(longestRun, run.length - at)
    while (length > 0 && !PHRASES.has(run.slice(at, at + length))) length--
    const says = PHRASES.get(run.slice(at, at + length))
    read += says === undefined ? (run[at] ?? '') : ` ${says} `
    isKnown ||= says !== undefined
    at += Math.max(1, length)
  }
  return isKnown ? read : undefined
}
