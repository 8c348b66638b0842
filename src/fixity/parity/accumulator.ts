import { multiply } from './galois.ts'
import type { Shape } from './shape.ts'

/** Two parity shards are computed together, two bytes of each at a time. */
interface Pair {
  /** Four bytes for two of the column: two of the first parity shard, two of the second. */
  readonly sums: Uint32Array
  /** The same by the byte. */
  readonly bytes: Uint8Array
  readonly matrix: readonly [Uint8Array, Uint8Array | undefined]
  /** What two bytes of the present column add, in this shape. */
  readonly table: Uint32Array
}

/**
 * Parity that grows as bytes come in, one data shard after the other or in any order: each byte is multiplied and added
 * where it belongs, so that no more than the parity itself is held in memory. The library wants all data shards of a
 * group side by side, which would be ten times that memory or a second read. The result is byte for byte the library's.
 */
export class ParityAccumulator {
  readonly #pairs: readonly Pair[]
  readonly #shardBytes: number
  #column = -1

  /** `shardBytes` is even. */
  constructor(shape: Shape, matrix: readonly Uint8Array[], shardBytes: number) {
    this.#shardBytes = shardBytes
    this.#pairs = Array.from({ length: Math.ceil(shape.parity / 2) }, (_, at) => {
      const sums = new Uint32Array(shardBytes / 2)
      return {
        sums,
        bytes: new Uint8Array(sums.buffer),
        matrix: [matrix[2 * at] as Uint8Array, matrix[2 * at + 1]],
        table: new Uint32Array(1 << 16),
      }
    })
  }

  /** Adds bytes of the data shard `column` that stand at `offset` in it. */
  add(column: number, offset: number, bytes: Uint8Array): void {
    if (column !== this.#column) this.#turnTo(column)
    const first = offset % 2
    const even = (bytes.length - first) & ~1
    const words = wordsOf(bytes.subarray(first, first + even))
    for (const pair of this.#pairs) {
      if (first) addByte(pair, column, offset, bytes[0])
      addWords(pair, words, (offset + first) / 2)
      const end = first + even
      if (end < bytes.length) addByte(pair, column, offset + end, bytes[end])
    }
  }

  /** The parity shards one after the other, in pieces. */
  *shards(count: number): Generator<Uint8Array> {
    for (let shard = 0; shard < count; shard++) {
      const { sums } = this.#pairs[shard >> 1] as Pair
      const shift = (shard & 1) * 16
      for (let from = 0; from < sums.length; from += PIECE_WORDS) {
        const part = sums.subarray(from, from + PIECE_WORDS)
        const words = new Uint16Array(part.length)
        for (let at = 0; at < part.length; at++) words[at] = (part[at] as number) >>> shift
        yield new Uint8Array(words.buffer)
      }
    }
  }

  get shardBytes(): number {
    return this.#shardBytes
  }

  #turnTo(column: number) {
    this.#column = column
    for (const { matrix, table } of this.#pairs) {
      const single = Uint32Array.from({ length: 256 }, (_, value) => {
        const [first, second] = factorsOf(matrix, column)
        return multiply(first, value) | (multiply(second, value) << 16)
      })
      for (let high = 0; high < 256; high++)
        for (let low = 0; low < 256; low++)
          table[(high << 8) | low] = (single[low] as number) | ((single[high] as number) << 8)
    }
  }
}

const PIECE_WORDS = 1 << 19

const factorsOf = (matrix: Pair['matrix'], column: number) =>
  [matrix[0][column] as number, matrix[1]?.[column] ?? 0] as const

/** On its own, so that it is compiled for these types alone. */
function addWords({ sums, table }: Pair, words: Uint16Array, from: number) {
  for (let at = 0, to = from; at < words.length; at++, to++)
    sums[to] = (sums[to] as number) ^ (table[words[at] as number] as number)
}

function addByte({ bytes, matrix }: Pair, column: number, offset: number, value = 0) {
  const [first, second] = factorsOf(matrix, column)
  const at = (offset >> 1) * 4 + (offset & 1)
  bytes[at] = (bytes[at] as number) ^ multiply(first, value)
  bytes[at + 2] = (bytes[at + 2] as number) ^ multiply(second, value)
}

/** Two bytes at a time; where they lie at an odd place of memory, a copy. */
function wordsOf(bytes: Uint8Array): Uint16Array {
  const even = bytes.byteOffset % 2 === 0 ? bytes : bytes.slice()
  return new Uint16Array(even.buffer, even.byteOffset, even.length / 2)
}
