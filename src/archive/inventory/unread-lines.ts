import type { ArchivedFile } from '../../model/archived-file.ts'
import { readLineBytes } from './inventory-line.ts'
import { type LineIndex, NUMBERS_A_LINE } from './line-index.ts'
import { hashKey, hashKeys, KEYS_A_LINE } from './line-keys.ts'

/**
 * Lines of an inventory that nobody has asked for yet. They are held as they stand on the disk, so that what happens to
 * the file meanwhile changes nothing, and are read and checked when one of their keys is looked up.
 */
export class UnreadLines {
  readonly folders: ReadonlySet<string>
  readonly #numbers: Uint32Array
  readonly #starts: Float64Array
  #bytes: Uint8Array
  #left: number
  readonly #isTaken: Uint8Array
  /** Chains of lines: the first of each bucket, and the next of each key; both are counted from 1. */
  readonly #heads: Int32Array
  readonly #next: Int32Array
  readonly #unreadable: Uint8Array[] = []

  /** `index` has a line for every line that `bytes` are made of. */
  constructor(bytes: Uint8Array, index: LineIndex) {
    this.folders = new Set(index.folders)
    this.#numbers = index.numbers()
    this.#bytes = bytes
    const lines = this.#numbers.length / NUMBERS_A_LINE
    this.#left = lines
    this.#isTaken = new Uint8Array(lines)
    this.#starts = new Float64Array(lines + 1)
    this.#heads = new Int32Array(2 ** Math.ceil(Math.log2(lines * KEYS_A_LINE + 1)))
    this.#next = new Int32Array(lines * KEYS_A_LINE)
    for (let line = 0; line < lines; line++) {
      this.#starts[line + 1] =
        (this.#starts[line] ?? 0) + (this.#numbers[line * NUMBERS_A_LINE] ?? 0)
      for (let key = 0; key < KEYS_A_LINE; key++) this.#chain(line, key)
    }
  }

  /** How many lines are left; those that later ones replace among them. */
  get size(): number {
    return this.#left
  }

  /** Lines that could not be read when they were asked for, byte for byte. */
  get unreadable(): readonly Uint8Array[] {
    return this.#unreadable
  }

  /** All lines of the stems that some line with this key has, the newest first. They are not given again. */
  take(key: string): ArchivedFile[] {
    if (this.#left === 0) return []
    const stems = new Set(this.#find(hashKey(key)).map((line) => this.#hashOf(line, 0)))
    const lines = [...stems].flatMap((stem) => this.#find(stem, true))
    return this.#read(lines.toSorted((a, b) => b - a))
  }

  /** All that are left, the newest first. */
  takeAll(): ArchivedFile[] {
    if (this.#left === 0) return []
    const left: number[] = []
    for (let line = this.#isTaken.length - 1; line >= 0; line--)
      if (!this.#isTaken[line]) left.push(line)
    return this.#read(left)
  }

  #read(lines: readonly number[]): ArchivedFile[] {
    const files: ArchivedFile[] = []
    let fits = true
    for (const line of lines) {
      const bytes = this.#bytes.subarray(this.#starts[line], this.#starts[line + 1])
      this.#isTaken[line] = 1
      this.#left--
      const file = readLineBytes(bytes)
      if (file) files.push(file)
      else this.#unreadable.push(bytes.slice())
      fits &&= file !== undefined && this.#isIndexOf(line, file)
    }
    // Nothing of an index that is wrong once is believed.
    if (!fits) files.push(...this.takeAll())
    if (this.#left === 0) this.#bytes = new Uint8Array()
    return files
  }

  #isIndexOf(line: number, file: ArchivedFile): boolean {
    return hashKeys(file).every((hash, key) => hash === this.#hashOf(line, key))
  }

  #chain(line: number, key: number) {
    const hash = this.#hashOf(line, key)
    if (hash === 0) return
    const bucket = hash & (this.#heads.length - 1)
    const place = line * KEYS_A_LINE + key
    this.#next[place] = this.#heads[bucket] ?? 0
    this.#heads[bucket] = place + 1
  }

  /** Lines that are left and have this hash: as that of their stem, or of any key. */
  #find(hash: number, ofStem = false): number[] {
    const lines: number[] = []
    let place = this.#heads[hash & (this.#heads.length - 1)] ?? 0
    for (; place > 0; place = this.#next[place - 1] ?? 0) {
      const line = Math.floor((place - 1) / KEYS_A_LINE)
      const key = (place - 1) % KEYS_A_LINE
      if (ofStem && key !== 0) continue
      if (!this.#isTaken[line] && this.#hashOf(line, key) === hash) lines.push(line)
    }
    return lines
  }

  #hashOf(line: number, key: number): number {
    return this.#numbers[line * NUMBERS_A_LINE + 1 + key] ?? 0
  }
}
