import {
  type ComparableWords,
  type ComparedFingerprint,
  compareWords,
  readComparable,
} from './compare.ts'

/** A word that more files have tells nothing (silence, a drum roll), and would cost the most time. */
const MAX_HOLDERS = 64
/** Unrelated files share one or two by chance. */
const MIN_SHARED_WORDS = 3
/** Files that one file is compared with, those that share most words first. */
const MAX_CANDIDATES = 16

/**
 * Which files are the same recording: a number for each file, from 0 by first appearance, the same for the same
 * recording. Only files that share words of their fingerprints are compared, so that time grows with their number and
 * not with its square. The result does not depend on their order.
 */
export function clusterFingerprints(
  fingerprints: readonly ComparedFingerprint[],
): readonly number[] {
  const read = fingerprints.map(readComparable)
  const groups = fingerprints.map((_, at) => at)
  const rootOf = (at: number): number => {
    let root = at
    for (let above = groups[root]; above !== undefined && above !== root; above = groups[root])
      root = above
    return root
  }
  const findLikely = indexWords(read, fingerprints)
  const compared = new Set<number>()
  for (const [at, words] of read.entries()) {
    for (const other of findLikely(at)) {
      const [left, right] = [rootOf(at), rootOf(other)]
      const candidate = read[other]
      const pair = Math.min(at, other) * MAX_FILES + Math.max(at, other)
      if (left === right || !words || !candidate || compared.has(pair)) continue
      compared.add(pair)
      if (compareWords(words, candidate)?.likeness !== 'same') continue
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

/** A word of 32 bits and a file's number share one float, which has 53 bits. */
const MAX_FILES = 2 ** 21

/** For each file the files that share most words with it. Uses only words that several files have, and not too many. */
function indexWords(
  fingerprints: readonly (ComparableWords | undefined)[],
  codes: readonly ComparedFingerprint[],
): (at: number) => readonly number[] {
  const holders = findHolders(fingerprints)
  const listsOf = fingerprints.map((): number[] => [])
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

/** Lists of the files that have a word in common. Sorted numbers take a tenth of the memory of a map of all words. */
function findHolders(
  fingerprints: readonly (ComparableWords | undefined)[],
): readonly Uint32Array[] {
  const count = fingerprints.reduce((sum, one) => sum + (one?.words.length ?? 0), 0)
  const postings = new Float64Array(count)
  let next = 0
  for (const [file, one] of fingerprints.entries())
    for (const word of one?.words ?? []) postings[next++] = word * MAX_FILES + file
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
