import type { SegmentWriter } from '../build/segment-writer.ts'
import type { PostingTable } from '../format/posting-table.ts'

export interface CutPostingsOutputs {
  readonly postings: SegmentWriter
  readonly buckets: SegmentWriter
  /** Of titles alone: the place of each posting in the whole's bucket, u16. */
  readonly places?: SegmentWriter
}

/** Beyond this a place is not told apart; a bucket holds 128 postings on average. */
const LAST_PLACE = 65_535

/**
 * Writes what a shard has of a table: as many buckets as the whole, so that a hash leads to no other postings than it
 * does there, and in the same order. `renumber` gives a number as the shard has it, or -1. Answers how many are left.
 */
export function cutPostings(
  table: PostingTable,
  renumber: (number: number) => number,
  out: CutPostingsOutputs,
): number {
  let count = 0
  for (let bucket = 0; bucket < table.buckets; bucket++) {
    out.buckets.out.u32(count)
    out.buckets.wrote()
    const bytes = table.readBucket(bucket)
    const size = table.postingBytes
    for (let at = 0, place = 0; at < bytes.length; at += size, place++) {
      const number = renumber(bytes.readUInt32LE(at + 2))
      if (number < 0) continue
      const to = out.postings.out
      to.bytes(bytes, at, at + 2)
      to.u32(number)
      to.bytes(bytes, at + 6, at + size)
      out.postings.wrote()
      out.places?.out.u16(Math.min(LAST_PLACE, place))
      out.places?.wrote()
      count++
    }
  }
  out.buckets.out.u32(count)
  return count
}
