import { hashKey } from '../format/hash.ts'
import type { ArtistKey } from './keys.ts'
import type { OpenIndex } from './open-index.ts'

/** Artists that are one or two letters off: short names have more of them than are worth asking. */
export const MAX_NEIGHBOURS = 48

/** Longer names are nobody's: all its letters would be left out one by one. */
const MAX_KEY_LENGTH = 1024

export interface NearArtist {
  /** Which of the steps below found it first. */
  readonly probe: number
  readonly artist: number
}

/**
 * Artists whose names come to be the same with a letter left out of one of them, or of both: the first ones by the
 * steps of the search, within a step by their hashes.
 */
export function findNear(
  { artists, neighbours }: Pick<OpenIndex, 'artists' | 'neighbours'>,
  { key, hash }: ArtistKey,
): readonly NearArtist[] {
  if (key.length > MAX_KEY_LENGTH) return []
  const near = new Map<number, NearArtist>()
  let step: number[] = []
  let probe = 0
  const endStep = () => {
    if (step.length > 1) step.sort((a, b) => a - b)
    for (const artist of step)
      if (near.size < MAX_NEIGHBOURS && artist < artists.count && !near.has(artist))
        near.set(artist, { probe, artist })
    step = []
    probe++
  }
  const add = (artist: number) => void step.push(artist)
  if (key.length > 1) neighbours.find(hash, add)
  endStep()
  for (let skip = 0; skip < key.length; skip++) {
    if (key[skip] === key[skip + 1]) continue
    const without = hashKey(key, skip)
    const artist = artists.find(without)
    if (artist >= 0) add(artist)
    endStep()
    neighbours.find(without, add)
    endStep()
  }
  return [...near.values()]
}
