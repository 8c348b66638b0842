import { setTimeout as wait } from 'node:timers/promises'
import type { Fault } from '../words/fault.ts'
import { addLatest } from './latest.ts'
import type { EndState, NewEntry, Queue, Signal, Work } from './queue.ts'

/** Readers see a change after so many milliseconds at most; of what changes more often they see the latest. */
const FLUSH_MS = 100
const HEARTBEAT_MS = 500

/** Why work stops before its end: it was asked to, another runner has taken it over, or its process is leaving. */
export type StopReason = Signal | 'lost' | 'leave'

/** What is reported of the whole: facts by their names. */
export interface Facts {
  readonly facts?: object
  readonly title?: string
}

/** One runner's lease of its work: renews it, gathers what the runner reports, and receives signals. */
export class Lease implements Disposable {
  readonly work: Work
  readonly #queue: Queue
  readonly #runner: string
  readonly #stop = new AbortController()
  readonly #heartbeats: NodeJS.Timeout
  #stopReason: StopReason | undefined
  #isRenewing = false
  #resting = 0
  #isEnding = false
  #flushTimer: NodeJS.Timeout | undefined
  /** The last write, whether or not it succeeded: writes never overlap, so they arrive in their order. */
  #lastWrite: Promise<unknown> = Promise.resolve()
  #entries = new Map<string, NewEntry>()
  #facts: Facts = {}
  /** All that is known of the whole, also from a runner before. */
  #known: object

  constructor(queue: Queue, work: Work, runner: string) {
    this.work = work
    this.#queue = queue
    this.#runner = runner
    this.#known = (work.facts ?? {}) as object
    this.#heartbeats = setInterval(() => void this.#renew(), HEARTBEAT_MS)
    this.#heartbeats.unref()
  }

  /** Aborted when the work is to stop. */
  get signal(): AbortSignal {
    return this.#stop.signal
  }

  get stopReason(): StopReason | undefined {
    return this.#stopReason
  }

  /** True while it only waits for its time. */
  get isResting(): boolean {
    return this.#resting > 0
  }

  /** Waits without taking a place from other work; until it is to stop at the longest. */
  async rest(ms: number): Promise<void> {
    this.#resting++
    await wait(ms, undefined, { signal: this.signal }).catch(() => {})
    this.#resting--
  }

  /** Reports an entry. Of one key only the latest is written, with the latest detail. */
  put(entry: NewEntry): void {
    addLatest(this.#entries, entry)
    this.#flushSoon()
  }

  /** Reports what is known of the whole; facts that are not named stay as they are. */
  update({ facts, title }: Facts): void {
    if (facts) this.#known = { ...this.#known, ...facts }
    this.#facts = mergeFacts(this.#facts, { facts: facts && this.#known, title })
    this.#flushSoon()
  }

  /** This process is about to end: the work goes back in line. */
  leave(): void {
    this.#halt('leave')
  }

  /** The work must not go on: whoever does it ends it with a fault that says why. */
  giveUp(): void {
    this.#stop.abort()
  }

  /** Writes all that was reported until now. */
  flush(): Promise<void> {
    clearTimeout(this.#flushTimer)
    this.#flushTimer = undefined
    const write = this.#lastWrite.then(() => this.#write())
    this.#lastWrite = write.catch(() => {})
    return write
  }

  /** Writes what is left to write, then ends the work. */
  async end(state: EndState | 'queued', fault?: Fault): Promise<void> {
    this.#isEnding = true
    do await this.flush()
    while (this.#hasMore)
    await this.#queue.end(this.work.id, this.#runner, state, fault)
    this[Symbol.dispose]()
  }

  [Symbol.dispose]() {
    this.#isEnding = true
    clearInterval(this.#heartbeats)
    clearTimeout(this.#flushTimer)
  }

  get #hasMore(): boolean {
    const { facts, title } = this.#facts
    return this.#entries.size > 0 || facts !== undefined || title !== undefined
  }

  /** What is reported during a write goes into the next one; what could not be written is kept for it. */
  async #write() {
    const [entries, facts] = [this.#entries, this.#facts]
    this.#entries = new Map()
    this.#facts = {}
    const update = { ...facts, entries: [...entries.values()] }
    try {
      const held = await this.#queue.write(this.work.id, this.#runner, update)
      if (!held) this.#halt('lost')
    } catch (error) {
      const later = this.#entries
      this.#entries = entries
      for (const entry of later.values()) addLatest(entries, entry)
      this.#facts = mergeFacts(facts, this.#facts)
      throw error
    }
  }

  #flushSoon(waitMs = FLUSH_MS) {
    this.#flushTimer ??= setTimeout(() => {
      // A full disk or a busy file must not end the work: what was reported is kept and written later.
      this.flush().catch(() => {
        if (!this.#isEnding) this.#flushSoon(HEARTBEAT_MS)
      })
    }, waitMs)
  }

  async #renew() {
    if (this.#isRenewing) return
    this.#isRenewing = true
    try {
      const signal = await this.#queue.heartbeat(this.work.id, this.#runner)
      // Work that ends meanwhile has no lease any more, and lost nothing.
      if (signal && !this.#isEnding) this.#halt(signal)
    } catch {
      // Tried again at the next heartbeat.
    } finally {
      this.#isRenewing = false
    }
  }

  /** A runner that has lost its work reports nothing more, whatever it was asked before. */
  #halt(reason: StopReason) {
    if (this.#stopReason === undefined || reason === 'lost') this.#stopReason = reason
    this.#stop.abort()
  }
}

const mergeFacts = (before: Facts, after: Facts): Facts => ({
  facts: after.facts ?? before.facts,
  title: after.title ?? before.title,
})
