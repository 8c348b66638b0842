// Numerals and spellings: words that look different and are the same.

const NUMBERS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ')
const ROMANS = 'ii iii iv vi vii viii ix xi xii xiii xiv xv xvi xvii xviii xix xx'.split(' ')
const ROMAN_VALUES = [2, 3, 4, 6, 7, 8, 9, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20]

/** One spelling for each: what people type for what the sleeve says. */
const SPELLINGS = new Map<string, string>([
  ...NUMBERS.map((word, at) => [word, String(at)] as const),
  ...ROMANS.map((word, at) => [word, String(ROMAN_VALUES[at])] as const),
  ...Object.entries({
    '1st': 'first',
    '2nd': 'second',
    '3rd': 'third',
    pt: 'part',
    pts: 'part',
    parts: 'part',
    vol: 'volume',
    mvt: 'movement',
    ft: 'feat',
    u: 'you',
    ya: 'you',
    ur: 'your',
    yr: 'your',
    luv: 'love',
    tha: 'the',
    da: 'the',
    thru: 'through',
    nite: 'night',
    tonite: 'tonight',
    til: 'until',
    till: 'until',
    cuz: 'because',
    coz: 'because',
    cause: 'because',
    st: 'saint',
    mr: 'mister',
    dr: 'doctor',
    ok: 'okay',
    y: 'and',
    und: 'and',
    et: 'and',
  }),
])

const SMALL = new Set(['the', 'a', 'an'])

/** The word as every spelling of it is compared: `two` and `ii` → `2`, `lovin` and `loving` → `lovin`. */
export function spellAlike(word: string): string {
  const other = SPELLINGS.get(word)
  if (other !== undefined) return other
  if (endsInDigit(word)) return spellCount(word)
  if (word.length > 4 && word.endsWith('ing')) return word.slice(0, -1)
  // 5th, 22nd
  if (word.charCodeAt(0) < 0x3a && /^\d+(?:st|nd|rd|th)$/.test(word)) return word.slice(0, -2)
  return word
}

/** `no 5`, `nr five`: a number's sign, where elsewhere `no` is a word. */
const isNumberSign = (word: string, next: string | undefined) =>
  (word === 'no' || word === 'nr') && next !== undefined && isNumber(spellAlike(next))

/** `pt2` → `part2`, as `pt 2` is spelt without its space. */
function spellCount(word: string): string {
  const [, counted = '', number = ''] = /^([a-z]+)(\d+)$/.exec(word) ?? []
  const spelt = SPELLINGS.get(counted)
  return spelt !== undefined && COUNTED.has(spelt) ? spelt + Number(number) : word
}

/** A folded name without spaces, articles and differences of spelling: equal for what is called the same. */
export function keyOf(folded: string): string {
  return levelWords(folded.split(' ')).key
}

export interface Levelled {
  readonly key: string
  /**
   * The numbers in order: parts, volumes, movements, opus numbers, years.
   * `symphony no 5 in c minor op 67 ii` → `5 67 2`. Single letters count where they number
   * something: behind `part` and its like, and a Roman `i`, `v`, `x` at the end. Digits at the end of
   * a word are a number as well: `pt2` → `2`.
   */
  readonly numbers: string
}

/** A folded name's key and its numbers. */
export function levelWords(words: readonly string[]): Levelled {
  let key = ''
  let numbers = ''
  let before = ''
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    const alike = isNumberSign(word, words[at + 1]) ? 'number' : spellAlike(word)
    // The last word is no article: `Vitamin A`.
    if (!SMALL.has(word) || (at > 0 && at === words.length - 1 && word === 'a')) key += alike
    if (isNumber(alike)) numbers += ` ${Number(alike)}`
    else if (word.length === 1 && at > 0) {
      const counted = COUNTED.has(before)
      if (counted || at === words.length - 1) {
        const roman = LETTERS.get(word)
        if (roman !== undefined) numbers += ` ${roman}`
        else if (counted) numbers += ` ${word}`
      }
    } else if (endsInDigit(alike)) numbers += ` ${Number(/\d+$/.exec(alike)?.[0])}`
    before = alike
  }
  return { key: key === '' ? words.join('') : key, numbers: numbers.slice(1) }
}

/** `soundtrack2` and `blink182` hold a number as `soundtrack 2` does. */
const endsInDigit = (word: string) => isDigit(word.charCodeAt(word.length - 1))

const isDigit = (code: number) => code >= 0x30 && code <= 0x39

const LETTERS = new Map([
  ['i', 1],
  ['v', 5],
  ['x', 10],
])

/** Words that a number or a letter follows. */
export const COUNTED = new Set(
  'part volume chapter act side movement take book scene no number'.split(' '),
)

function isNumber(word: string): boolean {
  for (let at = 0; at < word.length; at++) if (!isDigit(word.charCodeAt(at))) return false
  return word !== ''
}
