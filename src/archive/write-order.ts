import { explainStorage } from './files/inside.ts'
import type { RootGuard } from './files/root-guard.ts'

/**
 * Keeps writes and checkpoints apart. A checkpoint says that every file before it is in its place, so it waits for
 * all writes that have begun; what adds lines to the inventory afterwards waits for the checkpoint.
 */
export class WriteOrder {
  readonly #dir: string
  /** None where the archive is opened for reading only. */
  readonly #guard: RootGuard | undefined
  readonly #running = new Set<Promise<unknown>>()
  #checkpoint: Promise<unknown> = Promise.resolve()

  constructor(dir: string, guard: RootGuard | undefined) {
    this.#dir = dir
    this.#guard = guard
  }

  /** Throws StorageError where the archive cannot be written, or is not in its place any more. */
  async write<Result>(work: () => Promise<Result>): Promise<Result> {
    const guard = this.#guard
    if (!guard) throw new Error('The archive was opened for reading only.')
    const running = guard.check().then(work)
    this.#running.add(running)
    try {
      return await running
    } catch (error) {
      throw explainStorage(error, this.#dir)
    } finally {
      this.#running.delete(running)
    }
  }

  /** For what adds lines to the inventory: after a checkpoint that has begun. */
  writeAfterCheckpoint<Result>(work: () => Promise<Result>): Promise<Result> {
    const checkpoint = this.#checkpoint
    return this.write(async () => {
      await checkpoint
      return await work()
    })
  }

  /** For what rewrites the inventory: after all that has begun, and before all that follows. */
  checkpoint<Result>(work: () => Promise<Result>): Promise<Result> {
    const begun = [...this.#running]
    const result = this.write(async () => {
      await Promise.allSettled(begun)
      return await work()
    })
    this.#checkpoint = result.catch(() => {})
    return result
  }

  /** Returns when nothing is being written any more. */
  async finish(): Promise<void> {
    await Promise.allSettled(this.#running)
  }
}
