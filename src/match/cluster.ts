import type { Track } from '../model/track.ts'
import { compareLevels } from './compare.ts'
import { type Prepared, prepare } from './prepare.ts'
import { weigh } from './scoring.ts'

/** What of each record's text is looked up: pieces of this many characters. */
const GRAM = 5
/** A piece shared by more records than this says nothing. */
const COMMON = 60
/** How many of a record's likest others are compared with it. */
const NEAREST = 24
/** Records of a cluster looked at when two clusters may be one. */
const SAMPLE = 8

/**
 * Records that share rare pieces of text are likelier to be one recording than any two records:
 * bits on top of the prior. The mean weight with it must not speak against a cluster.
 */
const NEIGHBOURS = 5

/**
 * Puts records that name the same recording together: for each record the number of its cluster,
 * counted from 0 in order of first appearance. Compares only records that share rare pieces of text,
 * wherever these stand (an album may hide in a title), then joins from the surest pair on, as long
 * as the two groups agree on the whole (average linkage): a chain of likenesses makes no cluster.
 */
export function cluster(records: readonly Track[]): readonly number[] {
  const prepared = records.map((record) => prepare(record))
  const groups = prepared.map((_, at) => [at])
  const groupOf = prepared.map((_, at) => at)
  for (const { left, right } of likelyPairs(prepared)) {
    const [a = left, b = right] = [groupOf[left], groupOf[right]]
    const [ga = [], gb = []] = [groups[a], groups[b]]
    if (a === b || meanWeight(prepared, ga, gb) < 0) continue
    for (const at of gb) groupOf[at] = a
    ga.push(...gb)
    groups[b] = []
  }
  const numbers = new Map<number, number>()
  return groupOf.map((group) => {
    const known = numbers.get(group) ?? numbers.size
    numbers.set(group, known)
    return known
  })
}

interface Pair {
  readonly left: number
  readonly right: number
  readonly weight: number
}

/** Pairs that may be one recording, the surest first. */
function likelyPairs(prepared: readonly Prepared[]): readonly Pair[] {
  const pairs: Pair[] = []
  for (const [left, others] of nearest(prepared).entries())
    for (const right of others) {
      if (right <= left) continue
      const weight = weighPair(prepared, left, right)
      if (weight >= 0) pairs.push({ left, right, weight })
    }
  return pairs.toSorted((a, b) => b.weight - a.weight)
}

function weighPair(prepared: readonly Prepared[], left: number, right: number): number {
  const [l, r] = [prepared[left], prepared[right]]
  if (l === undefined || r === undefined) return -Infinity
  const levels = compareLevels(l, r)
  // Neighbours say nothing about what cannot be read: all songs of an album are some.
  return levels.title === 'other-script' ? weigh(levels) - NEIGHBOURS : weigh(levels) + NEIGHBOURS
}

function meanWeight(
  prepared: readonly Prepared[],
  left: readonly number[],
  right: readonly number[],
): number {
  let sum = 0
  let pairs = 0
  for (const a of left.slice(0, SAMPLE))
    for (const b of right.slice(0, SAMPLE)) {
      // Past certainty, more of it must not outvote a doubt.
      sum += Math.max(-LIMIT, Math.min(LIMIT, weighPair(prepared, a, b)))
      pairs++
    }
  return sum / pairs
}

const LIMIT = 10

/** For each record the records after or before it that share most rare pieces with it. */
function nearest(prepared: readonly Prepared[]): readonly (readonly number[])[] {
  const postings = new Map<string, number[]>()
  const pieces = prepared.map(piecesOf)
  for (const [at, grams] of pieces.entries())
    for (const gram of grams) {
      const list = postings.get(gram)
      if (list === undefined) postings.set(gram, [at])
      else if (list.length <= COMMON) list.push(at)
    }
  const near: number[][] = prepared.map(() => [])
  for (const [at, grams] of pieces.entries()) {
    const shared = new Map<number, number>()
    for (const gram of grams) {
      const list = postings.get(gram) ?? []
      if (list.length > COMMON || list.length < 2) continue
      for (const other of list)
        if (other !== at) shared.set(other, (shared.get(other) ?? 0) + 1 / list.length)
    }
    const best = [...shared].toSorted((a, b) => b[1] - a[1]).slice(0, NEAREST)
    for (const [other] of best) {
      near[Math.min(at, other)]?.push(Math.max(at, other))
    }
  }
  return near.map((others) => [...new Set(others)])
}

function piecesOf({ title, artist, album }: Prepared): ReadonlySet<string> {
  const grams = new Set<string>()
  for (const name of [title, artist, album]) {
    if (name === undefined) continue
    const text = name.key
    for (let at = 0; at === 0 || at + GRAM <= text.length; at++)
      grams.add(text.slice(at, at + GRAM))
  }
  return grams
}
