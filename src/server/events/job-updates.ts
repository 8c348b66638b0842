import { addAbortListener } from 'node:events'
import type { JobService } from '../../app/context.ts'

interface Told {
  readonly text: string
  readonly version: number
}

/** What has changed about the jobs: read once, however many listen. */
export class JobUpdates implements Disposable {
  readonly #jobs: JobService
  readonly #watch: Disposable
  readonly #waiting = new Set<() => void>()
  #told = new Map<string, Told>()
  #version = 0
  #ticks = 0
  #read = -1

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
  since(version: number): { readonly version: number; readonly texts: readonly string[] } {
    if (this.#read !== this.#ticks) this.#refresh()
    const texts = [...this.#told.values()]
      .filter((told) => told.version > version)
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

  #refresh() {
    this.#read = this.#ticks
    const version = this.#version + 1
    const now = new Map<string, Told>()
    for (const job of this.#jobs.list()) {
      const text = JSON.stringify(job)
      const before = this.#told.get(job.id)
      now.set(job.id, before?.text === text ? before : { text, version })
    }
    this.#told = now
    this.#version = version
  }

  [Symbol.dispose]() {
    this.#watch[Symbol.dispose]()
    for (const wake of this.#waiting) wake()
  }
}
