import type { ByteWriter } from '../format/bytes.ts'
import type { TextCodec } from '../format/codec.ts'
import { BLOCK_TRACKS } from '../format/layout.ts'
import { BlockWriter } from './blocks.ts'
import { ROW } from './rows.ts'
import type { Scatter } from './scatter.ts'
import type { SegmentWriter } from './segment-writer.ts'
import { sortOrder } from './sort.ts'

/** Where the rows of the next steps go, each dealt out by its own hash. */
export interface RunOutputs {
  readonly keys: SegmentWriter
  readonly blocks: SegmentWriter
  readonly records: SegmentWriter
  /** u32 low artist hash · u32 first track · u32 first block · artist key. In order of the hash. */
  readonly runs: Scatter
  /** u32 low artist hash · 8 bytes key entry · u32 track · artist key. */
  readonly guests: Scatter
  /** u32 low title hash · u32 track · u8 seconds · u8 popularity. */
  readonly titles: Scatter
  /** u32 low ISRC hash · u32 track. */
  readonly isrcs: Scatter
}

/** Bytes of a row of `titles`, and of a row that links a hash to a number. */
export const TITLE_ROW = 10
export const LINK_ROW = 8

/** Writes tracks in runs: an artist's together, within it an album's together. */
export class RunWriter {
  readonly #out: RunOutputs
  readonly #blockWriter: BlockWriter
  tracks = 0
  blocks = 0

  constructor(out: RunOutputs, codec: TextCodec) {
    this.#out = out
    this.#blockWriter = new BlockWriter(codec)
  }

  /** Sorts and writes one partition's rows. Partitions come in order. */
  writePartition(partition: number, rows: Buffer): void {
    const starts = findRows(rows)
    const field = (offset: number) => {
      const values = new Uint32Array(starts.length)
      for (let at = 0; at < starts.length; at++) {
        values[at] = rows.readUInt32LE((starts[at] as number) + offset)
      }
      return values
    }
    const hashes = field(ROW.artist)
    const order = sortOrder(hashes, sortOrder(field(ROW.album)))
    for (let from = 0; from < order.length; ) {
      const hash = hashes[order[from] as number]
      let to = from + 1
      while (to < order.length && hashes[order[to] as number] === hash) to++
      this.#writeRun(partition, rows, starts, order, from, to)
      from = to
    }
  }

  /** Ends the last block. */
  close(): void {
    this.#out.blocks.out.u40(this.#out.records.position)
  }

  #writeRun(
    partition: number,
    rows: Buffer,
    starts: Float64Array,
    order: Uint32Array,
    from: number,
    to: number,
  ): void {
    const first = starts[order[from] as number] as number
    const run = this.#out.runs.writer(partition)
    const runStart = run.length
    run.bytes(rows, first + ROW.artist, first + ROW.artist + 4)
    run.u32(this.tracks)
    run.u32(this.blocks)
    copyKey(rows, first + ROW.artistKey, run)
    this.#out.runs.added(run.length - runStart)
    for (let at = from; at < to; at += BLOCK_TRACKS) {
      const end = Math.min(to, at + BLOCK_TRACKS)
      this.#out.blocks.out.u40(this.#out.records.position)
      this.#out.blocks.wrote()
      const block = this.#blockWriter.write(rows, starts, order, at, end)
      this.#out.records.out.bytes(block)
      this.#out.records.wrote()
      this.blocks++
      for (let track = at; track < end; track++) {
        this.#writeTrack(rows, starts[order[track] as number] as number)
      }
    }
  }

  #writeTrack(rows: Buffer, start: number): void {
    const track = this.tracks++
    const { keys, titles, isrcs } = this.#out
    keys.out.bytes(rows, start + ROW.key, start + ROW.key + 8)
    keys.wrote()
    const title = titles.writer(rows[start + ROW.titleHash] as number)
    title.bytes(rows, start + ROW.titleHash + 1, start + ROW.titleHash + 5)
    title.u32(track)
    title.u8(rows[start + ROW.seconds] as number)
    title.u8(rows[start + ROW.popularity] as number)
    titles.added(TITLE_ROW)
    if (!isZero(rows, start + ROW.isrc, 5)) {
      const isrc = isrcs.writer(rows[start + ROW.isrc] as number)
      isrc.bytes(rows, start + ROW.isrc + 1, start + ROW.isrc + 5)
      isrc.u32(track)
      isrcs.added(LINK_ROW)
    }
    let at = start + ROW.artistKey
    at += 1 + (rows[at] as number)
    for (let guests = rows[at++] as number; guests > 0; guests--) {
      const guest = this.#out.guests.writer(rows[at] as number)
      const guestStart = guest.length
      guest.bytes(rows, at + 1, at + 5)
      guest.bytes(rows, start + ROW.key, start + ROW.key + 8)
      guest.u32(track)
      at = copyKey(rows, at + 5, guest)
      this.#out.guests.added(guest.length - guestStart)
    }
  }
}

function findRows(rows: Buffer): Float64Array {
  let count = 0
  for (let at = 0; at < rows.length; at += 4 + rows.readUInt32LE(at)) count++
  const starts = new Float64Array(count)
  for (let at = 0, row = 0; at < rows.length; at += 4 + rows.readUInt32LE(at)) starts[row++] = at
  return starts
}

/** Copies a key with its length byte and answers where it ends. */
function copyKey(rows: Buffer, at: number, to: ByteWriter): number {
  const end = at + 1 + (rows[at] as number)
  to.bytes(rows, at, end)
  return end
}

function isZero(bytes: Buffer, from: number, count: number): boolean {
  for (let at = from; at < from + count; at++) if (bytes[at] !== 0) return false
  return true
}
