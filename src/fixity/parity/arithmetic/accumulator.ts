import type { Shape } from '../shape.ts'
import { multiply } from './galois.ts'

/** Two parity shards are computed together. */
interface Pair {
  readonly sums: readonly [Uint32Array, Uint32Array]
  readonly matrix: readonly [Uint8Array, Uint8Array | undefined]
  /** What a byte of the present data shard adds to the first in its low half, and to the second in its high half. */
  readonly low: Uint32Array
  /** The same for the byte behind it. */
  readonly high: Uint32Array
}

/**
 * Parity that grows as bytes come in, in any order: each byte is multiplied and added where it belongs, so that no more
 * than the parity itself is held in memory. The library wants all data shards of a group side by side, which would be
 * ten times that memory or a second read. The result is byte for byte the library's.
 */
export class ParityAccumulator {
  readonly #pairs: readonly Pair[]
  readonly #count: number
  #column = -1

  /** `shardBytes` is a multiple of four. */
  constructor({ parity }: Shape, matrix: readonly Uint8Array[], shardBytes: number) {
    this.#pairs = Array.from({ length: Math.ceil(parity / 2) }, (_, at) => ({
      sums: [new Uint32Array(shardBytes / 4), new Uint32Array(shardBytes / 4)],
      matrix: [matrix[2 * at] as Uint8Array, matrix[2 * at + 1]],
      low: new Uint32Array(256),
      high: new Uint32Array(256),
    }))
    this.#count = parity
  }

  /** Adds bytes of the data shard `column` that stand at `offset` in it. */
  add(column: number, offset: number, bytes: Uint8Array): void {
    if (column !== this.#column) this.#turnTo(column)
    const start = Math.min(bytes.length, -offset & 3)
    const end = start + ((bytes.length - start) & ~3)
    const words = wordsOf(bytes.subarray(start, end))
    const from = (offset + start) / 4
    for (const pair of this.#pairs) {
      for (let at = 0; at < start; at++) addByte(pair, offset + at, bytes[at] as number)
      const [one, two] = pair.sums.map((sums) => sums.subarray(from, from + words.length))
      if (one && two) addWords(one, two, words, words.length, pair.low, pair.high)
      for (let at = end; at < bytes.length; at++) addByte(pair, offset + at, bytes[at] as number)
    }
  }

  /** The parity shards as they are now. */
  get shards(): readonly Uint8Array[] {
    const all = this.#pairs.flatMap(({ sums }) => sums.map(({ buffer }) => new Uint8Array(buffer)))
    return all.slice(0, this.#count)
  }

  #turnTo(column: number) {
    this.#column = column
    for (const { matrix, low, high } of this.#pairs) {
      const [one, two] = [matrix[0][column] as number, matrix[1]?.[column] ?? 0]
      for (let value = 0; value < 256; value++) {
        const sum = multiply(one, value) | (multiply(two, value) << 16)
        low[value] = sum
        high[value] = sum << 8
      }
    }
  }
}

/** Nothing but arrays and numbers, so that it is compiled well: all bytes of an archive pass here. */
function addWords(
  one: Uint32Array,
  two: Uint32Array,
  words: Uint32Array,
  count: number,
  low: Uint32Array,
  high: Uint32Array,
) {
  for (let at = 0; at < count; at++) {
    const word = words[at] as number
    const front = (low[word & 255] as number) ^ (high[(word >>> 8) & 255] as number)
    const back = (low[(word >>> 16) & 255] as number) ^ (high[word >>> 24] as number)
    one[at] = (one[at] as number) ^ ((front & 0xffff) | (back << 16))
    two[at] = (two[at] as number) ^ ((front >>> 16) | (back & 0xffff0000))
  }
}

/** As memory has the lowest byte of a word first, on every machine that Node runs on today. */
function addByte({ sums, low }: Pair, offset: number, value: number) {
  const sum = low[value] as number
  const [at, shift] = [offset >> 2, (offset & 3) * 8]
  const [one, two] = sums
  one[at] = (one[at] as number) ^ ((sum & 0xff) << shift)
  two[at] = (two[at] as number) ^ (((sum >>> 16) & 0xff) << shift)
}

/** Four bytes at a time; where they do not lie so in memory, a copy. */
function wordsOf(bytes: Uint8Array): Uint32Array {
  const even = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice()
  return new Uint32Array(even.buffer, even.byteOffset, even.length / 4)
}
