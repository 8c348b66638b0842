import type { ArtistTable } from '../format/artist-table.ts'
import { topByte } from '../format/hash.ts'

/** The partitions that artists are dealt out into by the top byte of their hash. */
const PARTITIONS = 256

/** What one shard has of the whole: from each first number up to its end. */
export interface ShardBounds {
  readonly firstArtist: number
  readonly endArtist: number
  readonly firstTrack: number
  readonly endTrack: number
  readonly firstBlock: number
  readonly endBlock: number
}

/** Where the whole is cut into `count` shards: between partitions, so that an artist's own tracks stay together. */
export function findBounds(artists: ArtistTable, count: number): readonly ShardBounds[] {
  const cuts = Array.from({ length: count + 1 }, (_, number) =>
    firstArtistOf(artists, Math.floor((number * PARTITIONS) / count)),
  )
  return cuts.slice(0, -1).map((firstArtist, number) => {
    const endArtist = cuts[number + 1] ?? artists.count
    const first = artists.start(firstArtist)
    const end = artists.start(endArtist)
    return {
      firstArtist,
      endArtist,
      firstTrack: first.track,
      endTrack: end.track,
      firstBlock: first.block,
      endBlock: end.block,
    }
  })
}

/** The first artist of this partition or a later one. */
function firstArtistOf(artists: ArtistTable, partition: number): number {
  let low = 0
  let high = artists.count
  while (low < high) {
    const middle = (low + high) >>> 1
    if (topByte(artists.hashOf(middle)) < partition) low = middle + 1
    else high = middle
  }
  return low
}
