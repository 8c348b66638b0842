import { hashKey, low32, topByte } from '../format/hash.ts'
import { LINK_ROW } from './runs.ts'
import type { Scatter } from './scatter.ts'
import type { SegmentWriter } from './segment-writer.ts'
import { sortOrder } from './sort.ts'

export interface ArtistOutputs {
  readonly artists: SegmentWriter
  readonly guests: SegmentWriter
  /** u32 low hash of a name with a letter left out · u32 artist. */
  readonly neighbours: Scatter
}

/** Merges artists with tracks of their own and those that are guests only into one list, by hash. */
export class ArtistWriter {
  readonly #out: ArtistOutputs
  artists = 0
  guests = 0

  constructor(out: ArtistOutputs) {
    this.#out = out
  }

  /** Partitions come in order. `next` is the first track and block after this partition's. */
  writePartition(
    partition: number,
    runs: Buffer,
    guests: Buffer,
    next: { readonly track: number; readonly block: number },
  ): void {
    const guestStarts = findRows(guests, GUEST_KEY)
    const guestHashes = new Uint32Array(guestStarts.length)
    for (const [row, start] of guestStarts.entries()) guestHashes[row] = guests.readUInt32LE(start)
    const order = sortOrder(guestHashes)
    let run = 0
    let row = 0
    while (run < runs.length || row < order.length) {
      const runHash = run < runs.length ? runs.readUInt32LE(run) : 2 ** 32
      const guestHash = row < order.length ? (guestHashes[order[row] as number] as number) : 2 ** 32
      const hash = Math.min(runHash, guestHash)
      const entry = this.#out.artists.out
      entry.u8(partition)
      entry.u32(hash)
      entry.u32(run < runs.length ? runs.readUInt32LE(run + 4) : next.track)
      entry.u32(run < runs.length ? runs.readUInt32LE(run + 8) : next.block)
      entry.u32(this.guests)
      this.#out.artists.wrote()
      if (runHash === hash) {
        this.#writeNeighbours(readKey(runs, run + RUN_KEY))
        run = keyEnd(runs, run + RUN_KEY)
      } else {
        const start = guestStarts[order[row] as number] as number
        this.#writeNeighbours(readKey(guests, start + GUEST_KEY))
      }
      for (; row < order.length && guestHashes[order[row] as number] === hash; row++) {
        const start = guestStarts[order[row] as number] as number
        this.#out.guests.out.bytes(guests, start + 4, start + GUEST_KEY)
        this.#out.guests.wrote()
        this.guests++
      }
      this.artists++
    }
  }

  /** Ends the last run. */
  close(next: { readonly track: number; readonly block: number }): void {
    const entry = this.#out.artists.out
    entry.u8(255)
    entry.u32(2 ** 32 - 1)
    entry.u32(next.track)
    entry.u32(next.block)
    entry.u32(this.guests)
  }

  #writeNeighbours(key: string): void {
    // One letter has no neighbour worth having: the empty name would lead to all of them.
    if (key.length < 2) return
    for (let skip = 0; skip < key.length; skip++) {
      // Leaving out either of two equal letters gives the same name.
      if (key[skip] === key[skip + 1]) continue
      const hash = hashKey(key, skip)
      const row = this.#out.neighbours.writer(topByte(hash))
      row.u32(low32(hash))
      row.u32(this.artists)
      this.#out.neighbours.added(LINK_ROW)
    }
  }
}

/** Where the key stands in a row of `runs` and of `guests`. */
const RUN_KEY = 12
const GUEST_KEY = 16

const keyEnd = (rows: Buffer, at: number) => at + 1 + (rows[at] as number)
const readKey = (rows: Buffer, at: number) => rows.toString('latin1', at + 1, keyEnd(rows, at))

function findRows(rows: Buffer, key: number): number[] {
  const starts: number[] = []
  for (let at = 0; at < rows.length; at = keyEnd(rows, at + key)) starts.push(at)
  return starts
}
