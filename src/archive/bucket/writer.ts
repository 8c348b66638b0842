import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { ArchivedFile } from '../../model/archived-file.ts'
import type { Store } from '../../storage/store.ts'
import { writeInventoryLine } from '../inventory/inventory-line.ts'
import { storeCheckpoint } from './commits/checkpoints.ts'
import type { CommitLog } from './commits/commit-log.ts'
import type { Entry } from './commits/entries.ts'
import type { BucketState } from './commits/state.ts'
import { explainBucket } from './explain-bucket.ts'
import { sendGiven } from './given.ts'
import type { StoredObjects } from './objects.ts'
import type { Upstream } from './upstream.ts'
import type { WorkingCopy } from './working-copy.ts'

/** So many commits are read quickly by the next one; more are summed up. */
const COMMITS_PER_CHECKPOINT = 200
/** Others take the turn where nothing was stored for three of these. */
export const HEARTBEAT_MS = 20_000

interface Pending {
  readonly entries: readonly Entry[]
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

export interface WriterParts {
  readonly store: Store
  readonly log: CommitLog
  readonly objects: StoredObjects
  readonly copy: WorkingCopy
  readonly signal: AbortSignal
}

/** Tells a bucket what becomes of the working copy of its archive: bytes first, then the commit that names them. */
export class BucketWriter implements Upstream, AsyncDisposable {
  readonly id: string
  readonly #parts: WriterParts
  #pending: Pending[] = []
  #working: Promise<void> = Promise.resolve()
  readonly #remembered = new Map<string, ArchivedFile>()
  #lastCommitAt = 0
  #lastCheckpoint: number
  #heartbeat: NodeJS.Timeout | undefined

  constructor(parts: WriterParts, id: string = randomUUID()) {
    this.id = id
    this.#parts = parts
    this.#lastCheckpoint = parts.log.state.number
  }

  /** From here on nobody else writes. `refuse` throws where somebody else has begun to meanwhile. */
  async takeTurn(refuse: (state: BucketState) => void): Promise<void> {
    const said = { by: this.id, turn: 'taken' } as const
    await this.#explaining(() => this.#parts.log.append([], said, refuse))
    this.#lastCommitAt = Date.now()
    this.#heartbeat = setInterval(() => {
      if (Date.now() - this.#lastCommitAt < HEARTBEAT_MS) return
      // Where it fails, whatever is to be stored next fails too, and is told.
      this.#commit([]).catch(() => {})
    }, HEARTBEAT_MS / 4).unref()
  }

  has(file: Pick<ArchivedFile, 'sha256' | 'bytes'>): boolean {
    return this.#parts.objects.has(file)
  }

  fetch(file: Pick<ArchivedFile, 'sha256' | 'bytes'>, to: string): Promise<boolean> {
    return this.#explaining(() => this.#parts.objects.fetch(file, to))
  }

  async keep(file: ArchivedFile, path: string): Promise<void> {
    await this.#explaining(() => this.#parts.objects.send(path, file))
    this.#remembered.delete(file.path)
    await this.#commit([fileEntry(file)])
  }

  remember(file: ArchivedFile): void {
    this.#remembered.set(file.path, file)
  }

  async keepText(path: string): Promise<void> {
    const place = join(this.#parts.copy.dir, path)
    const sum = await this.#explaining(() => this.#parts.objects.sendFile(place))
    if (!this.#parts.log.state.hasText({ path, ...sum }))
      await this.#commit([{ kind: 'text', path, ...sum }])
  }

  async withdraw(paths: readonly string[]): Promise<void> {
    await this.#commit(paths.map((path) => ({ kind: 'gone', path })))
  }

  async checkpoint(): Promise<void> {
    await this.#commit([])
    const { number } = this.#parts.log.state
    if (number - this.#lastCheckpoint >= COMMITS_PER_CHECKPOINT) await this.#storeCheckpoint()
  }

  /** Gives the turn back. Where that fails, all that was told is stored, and others wait until it has grown old. */
  async [Symbol.asyncDispose]() {
    clearInterval(this.#heartbeat)
    await this.#working
    const { log } = this.#parts
    if (log.state.turn?.by !== this.id) return
    try {
      await this.#commit([])
      if (log.state.number > this.#lastCheckpoint + 1) await this.#storeCheckpoint()
      await log.append([], { by: this.id, turn: 'given' })
    } catch {}
  }

  /** Entries that come while a commit is on its way share the next one. */
  #commit(entries: readonly Entry[]): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#pending.push({ entries, resolve, reject })
      if (this.#pending.length === 1) this.#working = this.#working.then(() => this.#flush())
    })
  }

  async #flush() {
    const batch = this.#pending
    this.#pending = []
    try {
      const remembered = [...this.#remembered.values()]
      const entries = [
        ...(await this.#takeLines()),
        ...remembered.map(fileEntry),
        ...batch.flatMap((each) => each.entries),
      ]
      const isDue = Date.now() - this.#lastCommitAt >= HEARTBEAT_MS
      if (entries.length > 0 || isDue) await this.#append(entries)
      for (const file of remembered)
        if (this.#remembered.get(file.path) === file) this.#remembered.delete(file.path)
      for (const { resolve } of batch) resolve()
    } catch (error) {
      this.#parts.copy.appendOnly.forget()
      for (const { reject } of batch) reject(error)
    }
  }

  async #append(entries: readonly Entry[]) {
    await this.#explaining(() => this.#parts.log.append(entries, { by: this.id }))
    this.#lastCommitAt = Date.now()
  }

  /** Lines that were added to the working copy, by this process or by another. */
  async #takeLines(): Promise<readonly Entry[]> {
    const { copy, log, objects } = this.#parts
    const lines = await copy.appendOnly.readNew(log.state)
    await this.#explaining(() => sendGiven(lines, copy, async () => objects))
    return lines
  }

  async #storeCheckpoint() {
    const { store, log, copy, signal } = this.#parts
    const temporary = `${copy.temporaryPath}-checkpoint`
    await rm(temporary, { force: true })
    await this.#explaining(() => storeCheckpoint(log.state, store, temporary, signal))
    this.#lastCheckpoint = log.state.number
  }

  async #explaining<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work()
    } catch (error) {
      throw explainBucket(error, this.#parts.store.name, this.#parts.signal)
    }
  }
}

const fileEntry = (file: ArchivedFile): Entry => ({
  kind: 'file',
  line: writeInventoryLine(file).trimEnd(),
})
