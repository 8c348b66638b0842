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
  return { folded, key, words, numbers, letters: lettersOf(key) }
}

function lettersOf(key: string): number {
  let letters = key.length
  for (let at = 0; at < key.length; at++) if (key.charCodeAt(at) > 0x7f) letters += 2
  return letters
}

/** Whether the name has Han characters: one of them changed is another word, not a slip of the pen. */
export const isHan = ({ key, letters }: Name) => letters > key.length

export function namesOf(folded: readonly string[]): readonly Name[] {
  if (folded.length === 0) return NONE
  return (folded.length === 1 ? folded : [...new Set(folded)]).map(nameOf)
}

const NONE: readonly Name[] = []

export const has = (names: readonly Name[], key: string) => names.some((name) => name.key === key)
