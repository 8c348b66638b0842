import { join } from 'node:path'
import type { ArchivedFile } from '../../model/archived-file.ts'
import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import { Log } from '../journal/log.ts'
import { MAX_LINE_BYTES, writeInventoryLine } from './inventory-line.ts'
import { LineIndex } from './line-index.ts'
import { InventoryLookup } from './lookup.ts'
import type { UnreadLines } from './unread-lines.ts'
import { Unsettled } from './unsettled.ts'

export const INVENTORY = 'inventory.jsonl'

/** What is kept, in memory and on the disk. */
export class Inventory extends InventoryLookup implements AsyncDisposable {
  readonly #log: Log
  readonly #unsettled: Unsettled

  /**
   * `loose`: how many of its lines stand out of their order, or count for nothing. `live` are the files whose lines were
   * read, and `unread` the lines that were not.
   */
  constructor(root: string, live: Iterable<ArchivedFile>, loose = 0, unread?: UnreadLines) {
    super(unread)
    this.#log = new Log(join(root, INVENTORY))
    for (const file of live) this.set(file)
    this.#unsettled = new Unsettled(loose)
  }

  /** What has changed since the index files were written. */
  get unsettled(): Unsettled {
    return this.#unsettled
  }

  /** Writes the intent: the line of a file that is about to get its final name. Returns once it is safe on the disk. */
  async recordIntent(file: ArchivedFile): Promise<void> {
    const line = writeInventoryLine(file)
    if (Buffer.byteLength(line) > MAX_LINE_BYTES)
      throw new UserError(reason('archive.track-too-long'))
    await this.#log.append(line)
    this.#unsettled.noteLine(file, this.at(file.path))
    this.set(file)
  }

  /** Takes back an intent that could not be carried out. Its line is removed by the next checkpoint or recovery. */
  withdraw(file: ArchivedFile, before: ArchivedFile | undefined) {
    this.remove(file)
    if (before) this.set(before)
  }

  /** Its line goes with the next checkpoint. */
  remove(file: ArchivedFile) {
    this.#unsettled.noteStale()
    this.delete(file)
  }

  /** What was found out about the file since: its line is written with the next checkpoint. */
  remember(file: ArchivedFile) {
    this.#unsettled.noteRemembered(file, this.at(file.path))
    this.set(file)
  }

  /** Appends the lines of what is remembered. */
  async writeRemembered(): Promise<void> {
    const files = this.#unsettled.takeRemembered()
    await Promise.all(files.map((file) => this.#log.append(writeInventoryLine(file))))
  }

  /**
   * Rewrites the file: sorted, one line a file. What could not be read follows as it stood, for the next opening to tell.
   * Returns the index of the lines; none where there are such.
   */
  async rewrite(temporary: string): Promise<LineIndex | undefined> {
    const index = new LineIndex()
    await this.#log.replace(() => this.#linesInto(index), temporary)
    return this.unreadable.length === 0 ? index : undefined
  }

  *#linesInto(index: LineIndex): Generator<string | Uint8Array> {
    for (const file of this.all()) {
      const line = writeInventoryLine(file)
      index.add(file, Buffer.byteLength(line))
      yield line
    }
    yield* this.unreadable
  }

  async [Symbol.asyncDispose]() {
    await this.#log[Symbol.asyncDispose]()
  }
}
