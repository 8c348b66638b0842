import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { measureParts } from '../build/measure-parts.ts'
import { SegmentWriter } from '../build/segment-writer.ts'
import {
  type AnyPart,
  BLOCK_BYTES,
  KEY_BYTES,
  PARTS,
  type SegmentPart,
  SHARD_PARTS,
  type ShardPart,
} from '../format/layout.ts'
import { DEALING, type IndexSummary } from '../format/manifest.ts'
import type { PartReader } from '../format/part.ts'
import { readOffset } from '../format/records.ts'
import type { OpenIndex } from '../query/open-index.ts'
import type { ShardBounds } from './bounds.ts'
import { cutArtists } from './cut-artists.ts'
import { cutPostings } from './cut-postings.ts'

/** Bytes copied at a time. */
const COPY_BYTES = 1 << 20

export interface WholeIndex {
  readonly index: OpenIndex
  readonly dictionary: PartReader
  readonly summary: IndexSummary
}

/** Which shard of how many. */
export interface ShardPlace {
  readonly number: number
  readonly count: number
}

/** Writes one shard of an index into a folder below `out`, named by its build. */
export async function cutIndex(
  { index, dictionary, summary }: WholeIndex,
  bounds: ShardBounds,
  { number, count }: ShardPlace,
  out: string,
  signal: AbortSignal,
): Promise<IndexSummary> {
  const build = randomBytes(16).toString('hex')
  const folder = join(out, build)
  mkdirSync(folder)
  const writers = new Map<AnyPart, SegmentWriter>()
  const startedAt = performance.now()
  for (const part of [...Object.keys(PARTS), ...Object.keys(SHARD_PARTS)] as AnyPart[])
    writers.set(part, new SegmentWriter(folder, part, build))
  const writerOf = (part: AnyPart): SegmentWriter => {
    const writer = writers.get(part)
    if (!writer) throw new RangeError(`No part ${part}`)
    return writer
  }
  try {
    const steps = stepsOf({ index, dictionary }, bounds, writerOf)
    for (let step = steps.next(); ; step = steps.next()) {
      await setImmediate()
      signal.throwIfAborted()
      if (!step.done) continue
      for (const writer of writers.values()) writer.close()
      const { firstTrack, endTrack } = bounds
      return {
        ...summary,
        build,
        tracks: endTrack - firstTrack,
        artists: step.value,
        bytes: measureParts(folder, Object.keys(PARTS) as SegmentPart[]),
        builtAt: new Date().toISOString(),
        buildSeconds: Math.round((performance.now() - startedAt) / 100) / 10,
        shard: {
          of: summary.build,
          number,
          count,
          dealing: DEALING,
          firstTrack,
          tracks: summary.tracks,
          bytes: measureParts(folder, Object.keys(SHARD_PARTS) as ShardPart[]),
        },
      }
    }
  } finally {
    for (const writer of writers.values()) writer.abandon()
  }
}

/** One part after another, with a pause between them; returns how many artists there are. */
function* stepsOf(
  { index, dictionary }: Omit<WholeIndex, 'summary'>,
  bounds: ShardBounds,
  writerOf: (part: AnyPart) => SegmentWriter,
): Generator<void, number> {
  const { firstTrack, endTrack } = bounds
  copyBytes(dictionary, 0, dictionary.length, writerOf('dictionary'))
  copyBytes(index.keys, firstTrack * KEY_BYTES, endTrack * KEY_BYTES, writerOf('keys'))
  yield
  cutRecords(index, bounds, writerOf('blocks'), writerOf('records'))
  yield
  const artists = cutArtists(index, bounds, {
    artists: writerOf('artists'),
    guests: writerOf('guests'),
  })
  yield
  const renumberTrack = (track: number) =>
    track >= firstTrack && track < endTrack ? track - firstTrack : -1
  cutPostings(index.titles, renumberTrack, {
    postings: writerOf('titles'),
    buckets: writerOf('title-buckets'),
    places: writerOf('title-places'),
  })
  yield
  cutPostings(index.isrcs, renumberTrack, {
    postings: writerOf('isrcs'),
    buckets: writerOf('isrc-buckets'),
  })
  yield
  cutPostings(index.neighbours, (artist) => artists.numbers[artist] ?? -1, {
    postings: writerOf('neighbours'),
    buckets: writerOf('neighbour-buckets'),
  })
  return artists.count
}

/** Blocks stand by themselves: they are copied as they are, and their offsets moved. */
function cutRecords(
  { blocks, records }: OpenIndex,
  { firstBlock, endBlock }: ShardBounds,
  blocksOut: SegmentWriter,
  recordsOut: SegmentWriter,
): void {
  const offsetOf = (block: number) => readOffset(blocks.read(block * BLOCK_BYTES, BLOCK_BYTES), 0)
  const start = offsetOf(firstBlock)
  for (let block = firstBlock; block <= endBlock; block++) {
    blocksOut.out.u40(offsetOf(block) - start)
    blocksOut.wrote()
  }
  copyBytes(records, start, offsetOf(endBlock), recordsOut)
}

function copyBytes(from: PartReader, start: number, end: number, to: SegmentWriter): void {
  for (let at = start; at < end; at += COPY_BYTES) {
    to.out.bytes(from.read(at, Math.min(COPY_BYTES, end - at)))
    to.wrote()
  }
}
