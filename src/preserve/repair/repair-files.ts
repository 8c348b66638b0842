import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Archive } from '../../archive/archive.ts'
import { asStorageError } from '../../base/storage.ts'
import type { ByteRange, Remedy } from '../../model/preserve/remedy.ts'
import { type Reason, reason } from '../../model/reason.ts'
import { CheckLog } from '../verify/check-log.ts'
import type { Fault, Found, RepairWay } from './way.ts'

export interface Repaired {
  readonly kind: 'repaired'
  readonly path: string
  readonly by: Remedy
}

/** A file that could not be had back so far. */
export interface Pending {
  readonly fault: Fault
  /** Why each of the ways did not do it. */
  readonly why: readonly Reason[]
  /** Bytes that are lost, where that is known. */
  readonly lost?: readonly ByteRange[]
}

export interface RepairOptions {
  /** In the order in which they are tried. */
  readonly ways: readonly RepairWay[]
  /** Says what could be done, and writes nothing. */
  readonly dryRun?: boolean
  readonly signal?: AbortSignal
}

/**
 * Has the bytes of missing and damaged files back, by one way after the other; what is had back may let parity restore
 * what it could not before, so the rest is tried again until nothing more comes. Returns what is left. What was whole
 * is never touched; what is replaced is set aside first. Killed, it is run again: each file is done by itself.
 */
export async function* repairFiles(
  archive: Archive,
  faults: readonly Fault[],
  { ways, dryRun = false, signal }: RepairOptions,
): AsyncGenerator<Repaired, readonly Pending[]> {
  const log = new CheckLog(archive.dir, () => archive.checkRoot())
  let faulty = faults
  for (;;) {
    let pending: readonly Pending[] = faulty.map((fault) => ({ fault, why: [] }))
    for (const way of ways)
      pending = yield* new Attempt(archive, way, log, signal).try(pending, dryRun)
    await log.flush()
    const isEnd = dryRun || pending.length === 0 || pending.length === faulty.length
    if (isEnd) return pending
    faulty = pending.map(({ fault }) => fault)
  }
}

/** One way, tried on all that is left. */
class Attempt {
  readonly #archive: Archive
  readonly #way: RepairWay
  readonly #log: CheckLog
  readonly #signal: AbortSignal | undefined
  readonly #left: Pending[] = []

  constructor(archive: Archive, way: RepairWay, log: CheckLog, signal: AbortSignal | undefined) {
    this.#archive = archive
    this.#way = way
    this.#log = log
    this.#signal = signal
  }

  async *try(
    pending: readonly Pending[],
    dryRun: boolean,
  ): AsyncGenerator<Repaired, readonly Pending[]> {
    const { remedy } = this.#way
    // Two files that were swapped have each other's bytes: all are taken before any is put in its place.
    const waits = remedy === 'move'
    const taken: (readonly [Pending, string])[] = []
    for (const one of pending) {
      this.#signal?.throwIfAborted()
      const temporary = dryRun ? undefined : join(this.#archive.workDir, randomUUID())
      const found = await this.#find(one.fault, temporary)
      if (found.kind === 'nothing') this.#left.push(withWhy(one, found))
      else if (temporary === undefined) yield { kind: 'repaired', path: one.fault.path, by: remedy }
      else taken.push([one, temporary])
      if (!waits) yield* this.#putAll(taken.splice(0))
    }
    yield* this.#putAll(taken)
    return this.#left
  }

  /** A disk that is full, or was pulled out, is no fault of the file: it ends the repair. */
  async #find(fault: Fault, temporary: string | undefined): Promise<Found> {
    try {
      return await this.#way.find(fault, { temporary, signal: this.#signal })
    } catch (error) {
      throw asStorageError(error)
    } finally {
      await this.#archive.checkRoot()
    }
  }

  async *#putAll(taken: readonly (readonly [Pending, string])[]): AsyncGenerator<Repaired> {
    for (const [one, temporary] of taken) {
      const { path, sha256, bytes } = one.fault.kept
      const isDone = await this.#archive.restore(one.fault.kept, temporary)
      await rm(temporary, { force: true })
      if (isDone) {
        await this.#log.add({ path, outcome: 'repaired', sha256, bytes })
        yield { kind: 'repaired', path, by: this.#way.remedy }
      } else this.#left.push(withWhy(one, { reason: reason('preserve.changed-while-read') }))
    }
  }
}

type Nothing = Pick<Extract<Found, { kind: 'nothing' }>, 'reason' | 'lost'>

const withWhy = ({ fault, why, lost }: Pending, said: Nothing): Pending => ({
  fault,
  why: said.reason ? [...why, said.reason] : why,
  lost: said.lost ?? lost,
})
