import { randomBytes } from 'node:crypto'
import { mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { type SegmentPart, VERSION } from '../format/layout.ts'
import { type Journal, openWork, WORK_FOLDER, writeJournal } from './journal.ts'
import type { BuildOptions, BuildProgress } from './options.ts'
import { PARTITIONS, Scatter } from './scatter.ts'
import { SegmentWriter } from './segment-writer.ts'

/** Memory for rows of a table that wait to be written out, in bytes. */
const TABLE_MEMORY = 48 * 2 ** 20
/** Smaller builds start over faster than they keep a journal. */
const JOURNAL_EVERY = 1_000_000

/** Where a build grows: its folder, its journal, the files that are being written, its clock. */
export class WorkDirectory {
  readonly #options: BuildOptions
  readonly #startedAt = performance.now()
  readonly #writers = new Map<SegmentPart, SegmentWriter>()
  readonly folder: string
  readonly signal: AbortSignal
  readonly journalEvery: number
  #journal: Journal

  /** Goes on with a stopped build of the same inputs, where there is one. */
  constructor(options: BuildOptions) {
    this.#options = options
    this.signal = options.signal ?? new AbortController().signal
    this.folder = join(options.out, WORK_FOLDER)
    this.journalEvery = options.journalEvery ?? JOURNAL_EVERY
    const stamps = options.inputs.map((input) => input.stamp)
    this.#journal = openWork(this.folder, stamps) ?? {
      version: VERSION,
      build: randomBytes(16).toString('hex'),
      stamps,
      seconds: 0,
    }
    mkdirSync(this.segments, { recursive: true })
  }

  get journal(): Journal {
    return this.#journal
  }

  /** The folder of the parts of the index. */
  get segments(): string {
    return join(this.folder, this.#journal.build)
  }

  /** Spent on this build, in all its runs. */
  get seconds(): number {
    return this.#journal.seconds + (performance.now() - this.#startedAt) / 1000
  }

  table(name: string): Scatter {
    return new Scatter(this.folder, name, TABLE_MEMORY)
  }

  segment(part: SegmentPart): SegmentWriter {
    const writer = new SegmentWriter(this.segments, part, this.#journal.build)
    this.#writers.set(part, writer)
    return writer
  }

  close(...parts: readonly SegmentPart[]): void {
    for (const part of parts) this.#writers.get(part)?.close()
  }

  /** Leaves what is unfinished as it is. */
  abandon(): void {
    for (const writer of this.#writers.values()) writer.abandon()
  }

  /** Lets other work run, and a stop be heard. */
  async breathe(step: 'write' | 'index', done: number, tracks: number): Promise<void> {
    if (done % 8 === 0) await setImmediate()
    this.signal.throwIfAborted()
    this.tell({ step, done, total: PARTITIONS, tracks })
  }

  tell(progress: BuildProgress): void {
    this.#options.onProgress?.(progress)
  }

  /** After this the step's tables are all on disk, and it is not done again. */
  endStep(tables: readonly Scatter[], done: Partial<Journal>): void {
    this.#journal = { ...this.#journal, ...done }
    if ((this.#journal.gathered?.tracks ?? 0) < this.journalEvery) return
    for (const table of tables) table.flush()
    this.note({})
  }

  note(done: Partial<Journal>): void {
    this.#journal = { ...this.#journal, ...done }
    writeJournal(this.folder, { ...this.#journal, seconds: this.seconds })
  }

  /** Gives the finished parts their place, where only a manifest that names them makes them count. */
  moveOut(): void {
    renameSync(this.segments, join(this.#options.out, this.#journal.build))
  }
}
