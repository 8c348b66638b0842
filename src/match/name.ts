import { hasHan } from '../text/likeness.ts'
import { levelWords } from '../text/words.ts'

/** A folded name as it is compared. */
export interface Name {
  readonly folded: string
  /** Spellings levelled, no spaces: see `keyOf`. */
  readonly key: string
  readonly words: readonly string[]
  /** See `levelWords`. */
  readonly numbers: string
  /** How many letters the key is worth: a Han character tells as much as three. */
  readonly letters: number
}

export function nameOf(folded: string): Name {
  const words = folded.split(' ')
  const { key, numbers } = levelWords(words)
  return { folded, key, words, numbers, letters: hasHan(key) ? lettersOf(key) : key.length }
}

const lettersOf = (key: string) => key.length + 2 * key.replaceAll(/[\0-\x7f]+/g, '').length

/** Whether the name has Han characters: one of them changed is another word, not a slip of the pen. */
export const isHan = ({ key, letters }: Name) => letters > key.length

export function namesOf(folded: readonly string[]): readonly Name[] {
  if (folded.length === 0) return NONE
  return (folded.length === 1 ? folded : [...new Set(folded)]).map(nameOf)
}

const NONE: readonly Name[] = []

export const has = (names: readonly Name[], key: string) => names.some((name) => name.key === key)
