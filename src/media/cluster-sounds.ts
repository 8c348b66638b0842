import { type ComparedFingerprint, compareFingerprints } from './compare-fingerprints.ts'
import { readFingerprint } from './fingerprint-code.ts'

/** A word that more files have tells nothing: silence, a drum roll. It would cost the most, too. */
const mostHolders = 64
/** By chance strangers share a few; one more comparison costs little. */
const leastShared = 3
/** Files that one file is compared with, those that share most words first. */
const mostCandidates = 16

/**
 * Which files are one sound: a number for each, from 0 by first appearance, the same for the same sound. Only files
 * that share words of their fingerprints are compared, so that time grows with their number and not with its square.
 */
export function clusterSounds(sounds: readonly ComparedFingerprint[]): readonly number[] {
  const words = sounds.map(({ code }) => new Set(readFingerprint(code)?.words))
  const holders = findHolders(words)
  const groups = sounds.map((_, at) => at)
  const rootOf = (at: number): number => {
    let root = at
    for (let above = groups[root]; above !== undefined && above !== root; above = groups[root])
      root = above
    return root
  }
  for (const [at, sound] of sounds.entries()) {
    for (const other of findLikely(at, words[at] ?? new Set(), holders)) {
      const [left, right] = [rootOf(at), rootOf(other)]
      const rival = sounds[other]
      if (left === right || !rival) continue
      if (compareFingerprints(sound, rival)?.likeness !== 'same') continue
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

/** The files that have a word, for each word that some share and not all. Sorted numbers take a tenth of a map of all. */
function findHolders(
  words: readonly ReadonlySet<number>[],
): ReadonlyMap<number, readonly number[]> {
  const count = words.reduce((sum, { size }) => sum + size, 0)
  const postings = new Float64Array(count)
  let next = 0
  // A word has 32 bits, a float keeps 53: there is room for two million files.
  for (const [file, own] of words.entries())
    for (const word of own) postings[next++] = word * 2 ** 21 + file
  postings.sort()
  const holders = new Map<number, readonly number[]>()
  const wordAt = (at: number) => Math.floor((postings[at] ?? 0) / 2 ** 21)
  for (let from = 0, to = 0; from < count; from = to) {
    const word = wordAt(from)
    while (to < count && wordAt(to) === word) to++
    if (to - from < 2 || to - from > mostHolders) continue
    holders.set(
      word,
      Array.from(postings.subarray(from, to), (posting) => posting % 2 ** 21),
    )
  }
  return holders
}

/** Files before this one that share words with it. */
function findLikely(
  at: number,
  words: ReadonlySet<number>,
  holders: ReadonlyMap<number, readonly number[]>,
): readonly number[] {
  const shared = new Map<number, number>()
  for (const word of words)
    for (const other of holders.get(word) ?? [])
      if (other < at) shared.set(other, (shared.get(other) ?? 0) + 1)
  return [...shared]
    .filter(([, count]) => count >= leastShared)
    .sort(([, a], [, b]) => b - a)
    .slice(0, mostCandidates)
    .map(([other]) => other)
}
