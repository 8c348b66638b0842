import type { ArchivedFile } from '../../model/archived-file.ts'
import { MAX_LINE_BYTES, readLineBytes } from './inventory-line.ts'
import { hashKeys, KEYS_A_LINE } from './line-keys.ts'

const LF = 0x0a

/** A line's length in bytes, its end mark included, and the hashes of its keys. */
export const NUMBERS_A_LINE = 1 + KEYS_A_LINE

/** Where each line of an inventory ends, and what its file can be found by: lines are read when they are asked for. */
export class LineIndex {
  readonly #before: Uint32Array
  readonly #added: number[] = []
  readonly #folders: Set<string>
  #bytes: number

  /** Throws RangeError where the numbers are not those of lines. */
  constructor(before: Uint32Array = new Uint32Array(), folders: Iterable<string> = []) {
    if (before.length % NUMBERS_A_LINE !== 0) throw new RangeError('No whole lines')
    this.#before = before
    this.#folders = new Set(folders)
    this.#bytes = 0
    for (let at = 0; at < before.length; at += NUMBERS_A_LINE) {
      const length = before[at] ?? 0
      if (length < 1 || length > MAX_LINE_BYTES + 1) throw new RangeError('No line is so long')
      this.#bytes += length
    }
  }

  add(file: ArchivedFile, bytes: number) {
    this.#added.push(bytes, ...hashKeys(file))
    this.#folders.add(topFolder(file))
    this.#bytes += bytes
  }

  /** Of all its lines. */
  get bytes(): number {
    return this.#bytes
  }

  /** The archive's top folders that hold archived files. */
  get folders(): ReadonlySet<string> {
    return this.#folders
  }

  numbers(): Uint32Array {
    const all = new Uint32Array(this.#before.length + this.#added.length)
    all.set(this.#before)
    all.set(this.#added, this.#before.length)
    return all
  }
}

/** The index with these lines, which follow its own; undefined where one of them cannot be read. */
export function addLines(bytes: Uint8Array, index: LineIndex): LineIndex | undefined {
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(LF, start) + 1
    const file = end === 0 ? undefined : readLineBytes(bytes.subarray(start, end))
    if (!file) return undefined
    index.add(file, end - start)
    start = end
  }
  return index
}

export const topFolder = ({ path }: ArchivedFile) => path.split('/', 1)[0] ?? ''
