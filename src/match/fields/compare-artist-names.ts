import { dropStageWord } from '../../text/credit.ts'
import { editDistance, likeness, sharedWords } from '../../text/likeness.ts'
import { isHan, type Name } from '../name.ts'
import type { LevelOf } from '../weights.ts'

type ArtistLevel = LevelOf<'artist'>

/** Whether a piece of a title may be this artist's name. */
export function readsAsArtist(piece: Name, artist: Name): boolean {
  if (piece.key === artist.key) return piece.key !== ''
  if (piece.key === artist.words.join('')) return true
  const level = compareNames(piece, artist)
  return level !== 'different' && level !== 'some-words'
}

/** How two artists' names resemble one another. */
export function compareNames(left: Name, right: Name): ArtistLevel {
  const longer = Math.max(left.key.length, right.key.length)
  const shorter = Math.min(left.key.length, right.key.length)
  if (shorter === 0) return 'different'
  const inLetters = shorter > 3 && !isHan(left) && !isHan(right)
  const near = longer - shorter <= longer / 4 && inLetters
  if (near && isOneEdit(left.key, right.key)) return 'one-edit'
  // Within the article: `Teh Lanterns`.
  if (inLetters && isOneEdit(left.folded, right.folded)) return 'one-edit'
  if (isStageName(left, right) || isStageName(right, left)) return 'stage-name'
  if (left.folded.length === right.folded.length && sortedWords(left) === sortedWords(right))
    return 'reversed'
  const kept = keptWords(left, right)
  if (kept >= 2) return sameEnds(left.words, right.words) ? 'middle-name' : 'longer-name'
  if (near && likeness(left.key, right.key, 0.75) > 0) return 'few-edits'
  if (kept === 1 && shorter > 1) return left.words[0] === right.words[0] ? 'first-name' : 'one-word'
  if (isInitials(left, right) || isInitials(right, left)) return 'initials'
  return sharedWords(left.words, right.words) > 0 ? 'some-words' : 'different'
}

const isOneEdit = (left: string, right: string) => editDistance(left, right, 1) === 1

/** How many words the shorter name has, if all of them stand in the longer one in the same order. */
function keptWords(left: Name, right: Name): number {
  const [long, short] =
    left.words.length >= right.words.length ? [left.words, right.words] : [right.words, left.words]
  let found = 0
  for (const word of long) if (word === short[found]) found++
  return found === short.length ? found : 0
}

const sortedWords = ({ words }: Name) => words.toSorted().join(' ')

const sameEnds = (left: readonly string[], right: readonly string[]) =>
  left[0] === right[0] && left.at(-1) === right.at(-1)

/** `DJ Mustard` is Mustard, `Young Jeezy` Jeezy, `Die Ärzte` Ärzte. */
const isStageName = (long: Name, short: Name) => dropStageWord(long.folded) === short.folded

/** `spm` for `south park mexican`, `16bl` for `16 bit lolitas`. */
function isInitials(short: Name, long: Name): boolean {
  if (long.words.length < 3 || short.words.length > 1) return false
  let initials = ''
  for (const word of long.words) initials += /^\d+$/.test(word) ? word : word[0]
  return initials === short.folded
}
