import { levelWords } from '../text/words.ts'

/** A folded name as it is compared. */
export interface Name {
  readonly folded: string
  /** Spellings levelled, no spaces: see `keyOf`. */
  readonly key: string
  readonly words: readonly string[]
  /** See `levelWords`. */
  readonly numbers: string
}

export function nameOf(folded: string): Name {
  const words = folded.split(' ')
  const { key, numbers } = levelWords(words)
  return { folded, key, words, numbers }
}

export function namesOf(folded: readonly string[]): readonly Name[] {
  if (folded.length === 0) return NONE
  return (folded.length === 1 ? folded : [...new Set(folded)]).map(nameOf)
}

const NONE: readonly Name[] = []

export const has = (names: readonly Name[], key: string) => names.some((name) => name.key === key)
