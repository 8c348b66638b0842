import { addAbortListener } from 'node:events'
import type { JobService } from '../../app/jobs/service.ts'

interface KnownJob {
  /** The job as JSON. */
  readonly text: string
  readonly version: number
}

/** What has changed about the jobs: read once, however many listen. */
export class JobUpdates implements Disposable {
  readonly #jobs: JobService
  readonly #watch: Disposable
  readonly #waiting = new Set<() => void>()
  #known = new Map<string, KnownJob>()
  #version = 0
  #ticks = 0
  /** The tick at which the jobs that are known were read. */
  #readAt = -1
  #reading: Promise<void> | undefined

  constructor(jobs: JobService) {
    this.#jobs = jobs
    this.#watch = jobs.watch(() => {
      this.#ticks++
      for (const wake of this.#waiting) wake()
    })
  }

  /** Rises with every change of a job or of its entries. */
  get ticks(): number {
    return this.#ticks
  }

  /** The jobs that have changed since a version, each as JSON; and the version that they make. */
  async since(
    version: number,
  ): Promise<{ readonly version: number; readonly texts: readonly string[] }> {
    const tick = this.#ticks
    // A reading that was begun before this tick may have missed what changed at it.
    while (this.#readAt < tick) await this.#readOnce()
    const texts = [...this.#known.values()]
      .filter((known) => known.version > version)
      .map(({ text }) => text)
    return { version: this.#version, texts }
  }

  /** Returns when something has changed since the tick, after so many milliseconds, or when the signal is aborted. */
  async wait(tick: number, ms: number, signal: AbortSignal): Promise<void> {
    if (this.#ticks !== tick || signal.aborted) return
    const { promise, resolve } = Promise.withResolvers<void>()
    const timer = setTimeout(resolve, ms)
    this.#waiting.add(resolve)
    using _ = addAbortListener(signal, () => resolve())
    await promise
    clearTimeout(timer)
    this.#waiting.delete(resolve)
  }

  /** One reading at a time, for all who wait for it. */
  #readOnce(): Promise<void> {
    this.#reading ??= this.#read().finally(() => {
      this.#reading = undefined
    })
    return this.#reading
  }

  async #read() {
    const tick = this.#ticks
    const jobs = await this.#jobs.list()
    const version = this.#version + 1
    const now = new Map<string, KnownJob>()
    for (const job of jobs) {
      const text = JSON.stringify(job)
      const before = this.#known.get(job.id)
      now.set(job.id, before?.text === text ? before : { text, version })
    }
    this.#known = now
    this.#version = version
    this.#readAt = tick
  }

  [Symbol.dispose]() {
    this.#watch[Symbol.dispose]()
    for (const wake of this.#waiting) wake()
  }
}
