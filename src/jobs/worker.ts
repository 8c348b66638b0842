import { randomUUID } from 'node:crypto'
import { reason, reasonOf } from '../model/reason.ts'
import { type Fault, faultOf } from '../words/fault.ts'
import { UserError } from '../words/user-error.ts'
import { Lease } from './lease.ts'
import type { Queue, Work } from './queue.ts'

export interface WorkerOptions {
  /** How many run at once; what rests comes on top. */
  readonly width: number
  /** Does one piece of work, until its end or until `lease.signal` is aborted. */
  readonly run: (lease: Lease) => Promise<void>
  /** Called when work has ended, or went back in line. */
  readonly onEnd?: (work: Work) => Promise<void>
  /** Called when the queue itself cannot be read or written: nothing is lost, and it is tried again. */
  readonly onFault: (error: unknown) => void
}

export interface Workers extends AsyncDisposable {
  /** There may be something to do: looks at once, not only after the usual interval. */
  wake(): void
  /** From now on nothing is taken, and what runs is asked to leave: disposing waits until it has. */
  leave(): void
}

/** Work put in line by another process is found after so many milliseconds at most, also where the queue cannot tell. */
const LOOK_MS = 1_000

/**
 * Does what is in line, in this process. Disposing it stops what is running and puts it back in line: the next
 * worker goes on from there.
 */
export function startWorkers(queue: Queue, options: WorkerOptions): Workers {
  const workers = new QueueWorkers(queue, options)
  workers.wake()
  return workers
}

class QueueWorkers implements Workers {
  readonly #queue: Queue
  readonly #options: WorkerOptions
  readonly #runner = randomUUID()
  readonly #running = new Map<Lease, Promise<void>>()
  readonly #interval: NodeJS.Timeout
  readonly #subscription: Promise<AsyncDisposable | undefined>
  #isLeaving = false
  #isLooking = false
  #lastLook: Promise<void> = Promise.resolve()
  /** True where somebody has asked to look while a look was under way: it may have missed the newest. */
  #lookAgain = false

  constructor(queue: Queue, options: WorkerOptions) {
    this.#queue = queue
    this.#options = options
    this.#interval = setInterval(() => this.wake(), LOOK_MS)
    this.#subscription = this.#subscribe()
  }

  wake(): void {
    this.#lookAgain = true
    if (this.#isLooking) return
    this.#isLooking = true
    this.#lastLook = this.#look()
  }

  leave(): void {
    clearInterval(this.#interval)
    this.#isLeaving = true
    for (const lease of this.#running.keys()) lease.leave()
  }

  async [Symbol.asyncDispose]() {
    this.leave()
    const subscription = await this.#subscription
    await subscription?.[Symbol.asyncDispose]()
    // What it takes while we are leaving goes back in line too.
    await this.#lastLook
    await Promise.all(this.#running.values())
  }

  async #subscribe() {
    try {
      return await this.#queue.subscribeToWork?.(() => this.wake())
    } catch (error) {
      // It is looked at times anyhow.
      this.#options.onFault(error)
      return undefined
    }
  }

  /** Takes as much as may run at once. Looks never overlap, so the width is never exceeded. */
  async #look() {
    while (this.#lookAgain) {
      this.#lookAgain = false
      try {
        while (!this.#isLeaving && this.#free > 0) {
          const free = this.#free
          const taken = await this.#queue.takeMany(this.#runner, free)
          if (taken.length === 0) break
          for (const work of taken) {
            const lease = new Lease(this.#queue, work, this.#runner)
            this.#running.set(lease, this.#work(lease))
          }
        }
      } catch (error) {
        this.#options.onFault(error)
      }
    }
    this.#isLooking = false
  }

  /** What goes on again after a rest may exceed the width for a while. */
  get #free(): number {
    const atWork = [...this.#running.keys()].filter(({ isResting }) => !isResting)
    return this.#options.width - atWork.length
  }

  async #work(lease: Lease) {
    if (this.#isLeaving) lease.leave()
    const fault = await runUnlessStopped(lease, this.#options.run)
    try {
      await finish(lease, fault)
      await this.#options.onEnd?.(lease.work)
    } catch (error) {
      // Its lease runs out, and another runner takes it up again.
      lease[Symbol.dispose]()
      this.#options.onFault(error)
    }
    this.#running.delete(lease)
    this.wake()
  }
}

/** What went wrong, where anything did; work that is to stop already is not begun. */
export async function runUnlessStopped(
  lease: Lease,
  run: (lease: Lease) => Promise<void>,
): Promise<{ readonly error: unknown } | undefined> {
  if (lease.signal.aborted) return undefined
  return await run(lease).then(
    () => undefined,
    (error: unknown) => ({ error }),
  )
}

/** Ends the work as it ended: by itself, because it was asked to stop, or by a fault. */
export async function finish(lease: Lease, fault?: { readonly error: unknown }): Promise<void> {
  const { stopReason } = lease
  if (stopReason === 'lost') lease[Symbol.dispose]()
  else if (stopReason === 'leave') await lease.end('queued')
  else if (stopReason === 'pause') await lease.end('paused')
  else if (stopReason === 'cancel') await lease.end('cancelled')
  else if (fault === undefined) await lease.end('done')
  else await lease.end('failed', explain(fault.error))
}

function explain(error: unknown): Fault {
  if (error instanceof UserError) return faultOf(error.reason, error.advice)
  return faultOf(reason('jobs.broken', { cause: reasonOf(error) }), reason('jobs.resume'))
}
