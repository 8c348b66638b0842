import type { SegmentWriter } from '../build/segment-writer.ts'
import { GUEST_BYTES } from '../format/layout.ts'
import type { OpenIndex } from '../query/open-index.ts'
import type { ShardBounds } from './bounds.ts'

/** Guest rows read at a time. */
const MAX_ROWS = 65_536

export interface CutArtists {
  /** By the artist's number in the whole: its number in the shard, -1 where it is not there. */
  readonly numbers: Int32Array
  readonly count: number
}

/**
 * Writes the artists of a shard, and its guest rows: whoever has tracks there of their own, or is featured on one. Those
 * of other shards are featured only, and have empty runs at the shard's edge.
 */
export function cutArtists(
  { artists, guests }: OpenIndex,
  bounds: ShardBounds,
  out: { readonly artists: SegmentWriter; readonly guests: SegmentWriter },
): CutArtists {
  const numbers = new Int32Array(artists.count).fill(-1)
  const { firstTrack, endTrack, firstBlock, endBlock } = bounds
  const writeEntry = (hash: number, track: number, block: number) => {
    const entry = out.artists.out
    entry.u40(hash)
    entry.u32(clamp(track, firstTrack, endTrack) - firstTrack)
    entry.u32(clamp(block, firstBlock, endBlock) - firstBlock)
    entry.u32(rows)
    out.artists.wrote()
  }
  const readGuests = batched(guests.length, (at, length) => guests.read(at, length))
  let rows = 0
  let count = 0
  for (let artist = 0; artist < artists.count; artist++) {
    const run = artists.run(artist)
    const isOwner = run.firstTrack >= firstTrack && run.firstTrack < endTrack
    const hasTracks = isOwner && run.endTrack > run.firstTrack
    let isWritten = hasTracks
    if (hasTracks) writeEntry(artists.hashOf(artist), run.firstTrack, run.firstBlock)
    for (let row = run.firstGuest; row < run.endGuest; row++) {
      const bytes = readGuests(row * GUEST_BYTES)
      const track = bytes.readUInt32LE(8)
      if (track < firstTrack || track >= endTrack) continue
      if (!isWritten) writeEntry(artists.hashOf(artist), run.firstTrack, run.firstBlock)
      isWritten = true
      out.guests.out.bytes(bytes, 0, 8)
      out.guests.out.u32(track - firstTrack)
      out.guests.wrote()
      rows++
    }
    if (isWritten) numbers[artist] = count++
  }
  writeEntry(2 ** 40 - 1, endTrack, endBlock)
  return { numbers, count }
}

const clamp = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value))

/** Rows one after another, so many read at a time. The view is valid until the next call. */
function batched(length: number, read: (at: number, length: number) => Buffer) {
  let bytes: Buffer = Buffer.alloc(0)
  let start = 0
  return (at: number): Buffer => {
    if (at < start || at + GUEST_BYTES > start + bytes.length) {
      start = at
      bytes = read(at, Math.min(MAX_ROWS * GUEST_BYTES, length - at))
    }
    return bytes.subarray(at - start, at - start + GUEST_BYTES)
  }
}
