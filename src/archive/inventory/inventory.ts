import { join } from 'node:path'
import type { ArchivedFile } from '../../model/archived-file.ts'
import { Log } from '../journal/log.ts'
import { MAX_LINE_BYTES, writeInventoryLine } from './inventory-line.ts'
import { InventoryLookup } from './lookup.ts'

export const INVENTORY = 'inventory.jsonl'

/** What is kept, in memory and on the disk. */
export class Inventory extends InventoryLookup implements AsyncDisposable {
  readonly #log: Log
  #changes = 0
  /** How many changes there had been when the index files were written. */
  #written: number | undefined

  constructor(root: string, live: Iterable<ArchivedFile>) {
    super()
    this.#log = new Log(join(root, INVENTORY))
    for (const kept of live) this.set(kept)
  }

  override set(kept: ArchivedFile) {
    this.#changes++
    super.set(kept)
  }

  override delete(kept: ArchivedFile) {
    this.#changes++
    super.delete(kept)
  }

  /** True where nothing has changed since this run wrote the index files. */
  get isWritten(): boolean {
    return this.#written === this.#changes
  }

  noteWritten(): void {
    this.#written = this.#changes
  }

  /** Writes the line that says what is about to get its final name, and returns once it is safe. */
  async announce(kept: ArchivedFile): Promise<void> {
    const line = writeInventoryLine(kept)
    if (Buffer.byteLength(line) > MAX_LINE_BYTES)
      throw new Error('The track has more text than a line of the inventory may hold.')
    await this.#log.append(line)
    this.set(kept)
  }

  /** Takes back an announcement that came to nothing. Its line goes with the next checkpoint or mending. */
  withdraw(kept: ArchivedFile, before: ArchivedFile | undefined) {
    this.delete(kept)
    if (before) this.set(before)
  }

  /** Rewrites the file: sorted, one line a file. Returns its size. */
  rewrite(temporary: string): Promise<number> {
    return this.#log.replace(() => this.all().map(writeInventoryLine), temporary)
  }

  async [Symbol.asyncDispose]() {
    await this.#log[Symbol.asyncDispose]()
  }
}
