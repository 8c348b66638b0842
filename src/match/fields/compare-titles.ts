import { editDistance, likeness, sharedWords } from '../../text/likeness.ts'
import { COUNTED, levelWords, spellAlike } from '../../text/words.ts'
import { isHan, type Name } from '../name.ts'
import type { Prepared } from '../prepare.ts'
import { type LevelOf, WEIGHTS } from '../weights.ts'
import { compareTitleScripts } from './compare-scripts.ts'

type TitleLevel = LevelOf<'title'>

export function compareTitles(left: Prepared, right: Prepared): TitleLevel {
  const l = left.title
  const r = right.title
  if (l.folded === '' || r.folded === '') return 'missing'
  if (l.folded === r.folded) return 'exact'
  if (l.key === r.key || isSpacedOtherwise(l, r)) return 'spelling'
  if (NAMELESS.has(l.folded) || NAMELESS.has(r.folded)) return 'missing'
  if (left.core.key === right.core.key) return compareSubtitles(left, right)
  if (swapped(left, right)) return 'spelling'
  if (left.masked !== right.masked && isCensored(left, right)) return 'spelling'
  if (oneOf(left.aliases, right) || oneOf(right.aliases, left)) return 'alias'
  const inScripts = compareTitleScripts(left, right)
  if (inScripts === 'romanised') return inScripts
  const near = compareNames(l, r)
  if (WEIGHTS.title[near] > 0) return near
  if (oneOf(left.names, right) || oneOf(right.names, left)) return 'one-of-its-names'
  return inScripts ?? near
}

/** `Ob-La-Di` and `Obladi`, also where a part of it is an article by itself. */
const isSpacedOtherwise = (left: Name, right: Name) =>
  left.words.length !== right.words.length &&
  left.folded.length - left.words.length === right.folded.length - right.words.length &&
  left.words.join('') === right.words.join('')

/** What programs write where they know no title. */
const NAMELESS = new Set('null,nulll,unknown,unk,na,no title,unknown title'.split(','))

function compareSubtitles(left: Prepared, right: Prepared): TitleLevel {
  const [l, r] = [left.subtitles.join(' '), right.subtitles.join(' ')]
  const same = countsIn(left) === countsIn(right)
  if (l === '' || r === '') {
    if (same) return 'subtitle'
    return FIRST_PART.test(l + r) ? 'part-against-whole' : 'another-number'
  }
  if (likeness(l, r, 0.7) > 0 || sharedWords(l.split(' '), r.split(' ')) >= 0.5)
    return same ? 'subtitle' : 'another-number'
  return same ? 'another-subtitle' : 'another-number'
}

/**
 * The numbers of those subtitles that number the title: `Part 2`, `II`, `2. Allegro`, `The Return, Pt. 2`. One
 * amid a remark, `released 1972`, `from Season 3`, tells nothing apart, nor one in the name's translation.
 */
function countsIn({ subtitles, aliases }: Prepared): string {
  return subtitles
    .filter((subtitle) => !aliases.some(({ folded }) => folded === subtitle))
    .filter((subtitle) => COUNT.test(subtitle.split(' ').map(spellAlike).join(' ')))
    .map((subtitle) => levelWords(subtitle.split(' ')).numbers)
    .join(' ')
}

const NUMBERING = `(?:${[...COUNTED].join('|')}) ?(?:\\d+|[a-z])`
/** A counting word with its number in front or at the end; in front also a number no higher than movements have. */
const COUNT = new RegExp(`^(?:${NUMBERING}|1?\\d|20)(?= |$)| ${NUMBERING}$`)

/** Part one, or all parts: what a whole song may be called, too. */
const FIRST_PART = /^(?:(?:pt|part|chapter)s? (?:1|i|one)|(?:pt|part|chapter)s? \d and \d)$/

/** `A (B)` is `B (A)` and `B / A`. */
function swapped(left: Prepared, right: Prepared): boolean {
  const l = twoNames(left)
  const r = l && twoNames(right)
  return l !== undefined && r !== undefined && l[0] === r[1] && l[1] === r[0]
}

function twoNames({ core, subtitles, names }: Prepared): readonly [string, string] | undefined {
  if (names.length === 2) return [names[0]?.folded ?? '', names[1]?.folded ?? '']
  return subtitles.length === 1 ? [core.folded, subtitles[0] ?? ''] : undefined
}

function compareNames(left: Name, right: Name): TitleLevel {
  const longer = Math.max(left.key.length, right.key.length)
  const allowed = allowedEdits(longer, isHan(left) || isHan(right))
  const same = left.numbers === right.numbers
  const distance = distanceOf(left, right, allowed)
  if (distance <= allowed) {
    const letter = compareLetters(left.words, right.words)
    if (letter !== undefined) return letter
    if (!same) return isStrayRoman(left, right) ? 'few-edits' : 'another-number'
    if (longer >= 7 && (distance === 1 || distance <= longer * 0.08)) return 'one-edit'
    if (longer >= 5 && distance === 1) return 'one-edit-of-few'
    return isReworded(left, right) ? 'many-words' : 'few-edits'
  }
  if (beginsOrEnds(left, right) || beginsOrEnds(right, left))
    return same ? 'part-of-it' : 'another-number'
  if (sharedWords(left.words, right.words) >= 0.6) return same ? 'many-words' : 'another-number'
  return 'different'
}

/** A fifth of the letters; of Han characters a tenth. */
function allowedEdits(length: number, han: boolean): number {
  if (han) return Math.floor(length * 0.1)
  return length < 4 ? 0 : Math.max(1, Math.floor(length * 0.2))
}

/** A letter by itself is a name, not a slip of the pen: `Vitamin A` and `C`, `in C major` and `in D major`. */
function compareLetters(left: readonly string[], right: readonly string[]): TitleLevel | undefined {
  const [longer, shorter] = left.length >= right.length ? [left, right] : [right, left]
  if (longer.length - shorter.length > 1) return undefined
  let at = 0
  while (at < shorter.length && longer[at] === shorter[at]) at++
  if (
    !/^[a-z]$/.test(longer[at] ?? '') ||
    longer.slice(at + 1).join() !== shorter.slice(at + 1).join()
  )
    return undefined
  const other = shorter[at]
  if (other === undefined) return 'few-edits'
  return /^[a-z]$/.test(other) ? 'another-number' : undefined
}

/**
 * `ii` amid one of two names, and nowhere else a number: more often a letter lost in some encoding
 * (`Take ÌÏ There`, `Take '`` There`) than a second part, which would stand at the end.
 */
function isStrayRoman(left: Name, right: Name): boolean {
  if (left.numbers !== '' && right.numbers !== '') return false
  const [counted, other] = left.numbers === '' ? [right, left] : [left, right]
  const extra = counted.words.filter((word) => !other.words.includes(word))
  const [word = ''] = extra
  const at = counted.words.indexOf(word)
  return extra.length === 1 && /^[ivx]{2,}$/.test(word) && at > 0 && at < counted.words.length - 1
}

/** Not slips of the pen but another word: `Prelude in C` and `Fugue in C`. */
function isReworded(left: Name, right: Name): boolean {
  if (left.words.length < 3 || right.words.length < 3) return false
  const l = left.words.filter((word) => !right.words.includes(word)).join('')
  const r = right.words.filter((word) => !left.words.includes(word)).join('')
  return likeness(l, r, 0.5) === 0
}

/** Articles and spellings levelled, or as they stand: whichever is nearer. */
function distanceOf(left: Name, right: Name, allowed: number): number {
  const distance = editDistance(left.key, right.key, allowed)
  return distance < 2
    ? distance
    : Math.min(distance, editDistance(left.folded, right.folded, allowed))
}

function beginsOrEnds(longer: Name, shorter: Name): boolean {
  const apart = longer.folded.length - shorter.folded.length
  if (apart < 2) return false
  return (
    (longer.folded.charCodeAt(shorter.folded.length) === 0x20 &&
      longer.folded.startsWith(shorter.folded)) ||
    (longer.folded.charCodeAt(apart - 1) === 0x20 && longer.folded.endsWith(shorter.folded))
  )
}

function oneOf(names: readonly Name[], { title, core }: Prepared): boolean {
  for (const { key } of names) if (key === title.key || key === core.key) return true
  return false
}

/** `f**k` against `fuck`: an asterisk stands for any one letter, a run of them for any few. */
function isCensored(left: Prepared, right: Prepared): boolean {
  return (
    left.masked?.test(right.title.folded) === true || right.masked?.test(left.title.folded) === true
  )
}
