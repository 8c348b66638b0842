import { join } from 'node:path'
import type { ArchivedFile } from '../../model/archived-file.ts'
import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
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
    for (const file of live) this.set(file)
  }

  override set(file: ArchivedFile) {
    this.#changes++
    super.set(file)
  }

  override delete(file: ArchivedFile) {
    this.#changes++
    super.delete(file)
  }

  /** True where nothing has changed since this run wrote the index files. */
  get isWritten(): boolean {
    return this.#written === this.#changes
  }

  noteWritten(): void {
    this.#written = this.#changes
  }

  /** The index files were found to be other than they were written. */
  noteStale(): void {
    this.#written = undefined
  }

  /** Writes the intent: the line of a file that is about to get its final name. Returns once it is safe on the disk. */
  async recordIntent(file: ArchivedFile): Promise<void> {
    const line = writeInventoryLine(file)
    if (Buffer.byteLength(line) > MAX_LINE_BYTES)
      throw new UserError(reason('archive.track-too-long'))
    await this.#log.append(line)
    this.set(file)
  }

  /** Takes back an intent that could not be carried out. Its line is removed by the next checkpoint or recovery. */
  withdraw(file: ArchivedFile, before: ArchivedFile | undefined) {
    this.delete(file)
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
