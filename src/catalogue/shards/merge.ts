import { MAX_NEIGHBOURS } from '../query/near.ts'
import { ALIKE, FIT } from '../query/scan.ts'
import { MAX_RUN } from '../query/scan-run.ts'
import type { ArtistHits, NearHits } from './shard.ts'

/** Takes a track and how it fits. */
export type TakeFit = (track: number, fit: number) => void

/**
 * What the shards found under one artist. Its own tracks lie in one of them; those on which it is featured may lie in
 * all, and of these the whole looks at no more than `MAX_RUN`, and takes `ALIKE` for their letters alone.
 */
export function mergeArtist(answers: readonly (ArtistHits | null)[], take: TakeFit): void {
  const found = answers.filter((answer) => answer !== null)
  for (const { own } of found) for (const hits of own) takePairs(hits, take)
  const rows = found.reduce((sum, { guestRows }) => sum + guestRows, 0)
  if (rows === 0 || rows > MAX_RUN) return
  const titles = found[0]?.guests.length ?? 0
  for (let title = 0; title < titles; title++)
    mergeGuests(
      found.map(({ guests }) => guests[title] ?? []),
      take,
    )
}

/** Keeps the best as `scanKeys` does over one run: the shards one after another are in its order. */
function mergeGuests(lists: readonly (readonly number[])[], take: TakeFit): void {
  const count = lists.reduce((sum, { length }) => sum + length / 2, 0)
  if (count <= ALIKE) {
    for (const pairs of lists) takePairs(pairs, take)
    return
  }
  const alike: (readonly [track: number, fit: number])[] = []
  for (const pairs of lists)
    takePairs(pairs, (track, fit) => {
      if (fit >= FIT.core) take(track, fit)
      else alike.push([track, fit])
    })
  alike.sort(([, a], [, b]) => b - a)
  for (const [track, fit] of alike.slice(0, ALIKE)) take(track, fit)
}

/** What the shards found under names near a misspelt one: of all artists, the first `MAX_NEIGHBOURS`. */
export function mergeNear(answers: readonly (readonly NearHits[])[], take: TakeFit): void {
  const all = answers.flat().sort((a, b) => a.probe - b.probe || a.hash - b.hash)
  const near = new Set<number>()
  for (const { hash, own } of all) {
    if (!near.has(hash) && near.size >= MAX_NEIGHBOURS) continue
    near.add(hash)
    for (const hits of own) takePairs(hits, take)
  }
}

/** Postings of one title over all shards, in the whole's order. */
export function mergeAnywhere(
  lists: readonly (readonly number[])[],
  take: (track: number, seconds: number) => void,
): void {
  const all: (readonly [place: number, track: number, seconds: number])[] = []
  for (const triples of lists)
    for (let at = 0; at < triples.length; at += 3)
      all.push([triples[at] ?? 0, triples[at + 1] ?? 0, triples[at + 2] ?? 0])
  if (lists.length > 1) all.sort((a, b) => a[0] - b[0] || a[1] - b[1])
  for (const [, track, seconds] of all) take(track, seconds)
}

function takePairs(pairs: readonly number[], take: TakeFit): void {
  for (let at = 0; at < pairs.length; at += 2) take(pairs[at] ?? 0, pairs[at + 1] ?? 0)
}
