import { foldText } from '../../../parts/text/fold.ts'

/** A stretch of words that both texts have, only the candidate has, or only the playlist has. */
export interface Stretch {
  readonly kind: 'same' | 'added' | 'missing'
  readonly text: string
}

/** Words of names longer than this are not compared one by one: the table would grow beyond reason. */
const MAX_WORDS = 200

/**
 * What a candidate's name has otherwise than the playlist's, word for word: words are the same when
 * they differ in case, accents or the signs around them alone. The candidate's spelling is shown.
 */
export function diffWords(asked: string, found: string): readonly Stretch[] {
  const [left, right] = [splitWords(asked), splitWords(found)]
  if (left.length > MAX_WORDS || right.length > MAX_WORDS)
    return asked === found
      ? [{ kind: 'same', text: found }]
      : join([
          ...left.map((word) => ({ kind: 'missing', text: word }) as const),
          ...right.map((word) => ({ kind: 'added', text: word }) as const),
        ])
  return join(compareWords(left, right))
}

const splitWords = (text: string) => text.split(/\s+/u).filter(Boolean)

/** A word of signs alone is what it is. */
const keyOf = (word: string) => foldText(word).replace(/[^\p{L}\p{N}]+/gu, '') || word

/** The longest common run of words, by dynamic programming; what is missing is told before what is added. */
function compareWords(left: readonly string[], right: readonly string[]): readonly Stretch[] {
  const keys = { left: left.map(keyOf), right: right.map(keyOf) }
  const lengths = Array.from({ length: left.length + 1 }, () => new Uint16Array(right.length + 1))
  const at = (i: number, j: number) => lengths[i]?.[j] ?? 0
  for (let i = left.length - 1; i >= 0; i--)
    for (let j = right.length - 1; j >= 0; j--) {
      const row = lengths[i]
      if (row === undefined) continue
      row[j] =
        keys.left[i] === keys.right[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  const stretches: Stretch[] = []
  let [i, j] = [0, 0]
  while (i < left.length || j < right.length) {
    if (i < left.length && j < right.length && keys.left[i] === keys.right[j]) {
      stretches.push({ kind: 'same', text: right[j] ?? '' })
      i++
      j++
    } else if (i < left.length && (j === right.length || at(i + 1, j) >= at(i, j + 1))) {
      stretches.push({ kind: 'missing', text: left[i] ?? '' })
      i++
    } else {
      stretches.push({ kind: 'added', text: right[j] ?? '' })
      j++
    }
  }
  return stretches
}

function join(stretches: readonly Stretch[]): readonly Stretch[] {
  const joined: Stretch[] = []
  for (const { kind, text } of stretches) {
    const last = joined.at(-1)
    if (last?.kind === kind) joined[joined.length - 1] = { kind, text: `${last.text} ${text}` }
    else joined.push({ kind, text })
  }
  return joined
}
