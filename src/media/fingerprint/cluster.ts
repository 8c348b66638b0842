import {
  type ComparableWords,
  type ComparedFingerprint,
  compareWords,
  readComparable,
} from './compare.ts'

/** A word that more files have tells nothing: silence, a drum roll. It would cost the most, too. */
const MAX_HOLDERS = 64
/** By chance strangers share a few; one more comparison costs little. */
const MIN_SHARED_WORDS = 3
/** Files that one file is compared with, those that share most words first. */
const MAX_CANDIDATES = 16

/**
 * Which files are one sound: a number for each, from 0 by first appearance, the same for the same sound. Only files
 * that share words of their fingerprints are compared, so that time grows with their number and not with its square.
 * Which are one sound does not depend on their order.
 */
export function clusterFingerprints(sounds: readonly ComparedFingerprint[]): readonly number[] {
  const read = sounds.map(readComparable)
  const groups = sounds.map((_, at) => at)
  const rootOf = (at: number): number => {
    let root = at
    for (let above = groups[root]; above !== undefined && above !== root; above = groups[root])
      root = above
    return root
  }
  const findLikely = indexWords(read, sounds)
  const compared = new Set<number>()
  for (const [at, sound] of read.entries()) {
    for (const other of findLikely(at)) {
      const [left, right] = [rootOf(at), rootOf(other)]
      const rival = read[other]
      const pair = Math.min(at, other) * MAX_FILES + Math.max(at, other)
      if (left === right || !sound || !rival || compared.has(pair)) continue
      compared.add(pair)
      if (compareWords(sound, rival)?.likeness !== 'same') continue
      groups[Math.max(left, right)] = Math.min(left, right)
    }
  }
  const numbers = new Map<number, number>()
  return groups.map((_, at) => {
    const root = rootOf(at)
    const number = numbers.get(root) ?? numbers.size
    numbers.set(root, number)
    return number
  })
}

/** A word has 32 bits, a float keeps 53. */
const MAX_FILES = 2 ** 21

/** Answers which files share most words with one, by lists of the files that have a word that some have and not all. */
function indexWords(
  sounds: readonly (ComparableWords | undefined)[],
  codes: readonly ComparedFingerprint[],
): (at: number) => readonly number[] {
  const holders = findHolders(sounds)
  const listsOf = sounds.map((): number[] => [])
  for (const [list, files] of holders.entries()) for (const file of files) listsOf[file]?.push(list)
  const codeOf = (at: number) => codes[at]?.code ?? ''
  return (at) => {
    const shared = new Map<number, number>()
    for (const list of listsOf[at] ?? [])
      for (const other of holders[list] ?? [])
        if (other !== at) shared.set(other, (shared.get(other) ?? 0) + 1)
    return [...shared]
      .filter(([, count]) => count >= MIN_SHARED_WORDS)
      .sort(([one, a], [other, b]) => b - a || (codeOf(one) < codeOf(other) ? -1 : 1))
      .slice(0, MAX_CANDIDATES)
      .map(([other]) => other)
  }
}

/** Sorted numbers take a tenth of a map of all words. */
function findHolders(sounds: readonly (ComparableWords | undefined)[]): readonly Uint32Array[] {
  const count = sounds.reduce((sum, sound) => sum + (sound?.words.length ?? 0), 0)
  const postings = new Float64Array(count)
  let next = 0
  for (const [file, sound] of sounds.entries())
    for (const word of sound?.words ?? []) postings[next++] = word * MAX_FILES + file
  postings.sort()
  const holders: Uint32Array[] = []
  const wordAt = (at: number) => Math.floor((postings[at] ?? 0) / MAX_FILES)
  for (let from = 0, to = 0; from < count; from = to) {
    const files: number[] = []
    for (; to < count && wordAt(to) === wordAt(from); to++) {
      const file = (postings[to] ?? 0) % MAX_FILES
      if (file !== files.at(-1)) files.push(file)
    }
    if (files.length >= 2 && files.length <= MAX_HOLDERS) holders.push(Uint32Array.from(files))
  }
  return holders
}
