import { Semaphore } from '../base/semaphore.ts'
import { Sequencer } from '../base/sequencer.ts'

/** How far ahead of those that are being made entries are searched for, at least. */
const MIN_LOOK_AHEAD = 32
/** The first waits to be made until all entries in sight are named; but no longer than this, since hosts take theirs. */
const MAX_WAIT_MS = 250

/** How many entries of a run are under way at once. */
export const lookAheadOf = (width: number) => Math.max(MIN_LOOK_AHEAD, 2 * width)

/** One entry's way through a run. Disposed of when the entry has ended, however. */
export interface Turn extends Disposable {
  /** The search is over: resolves when all entries before it have been named. */
  awaitName(): Promise<void>
  /** It has a name, or gets none: the next one's turn. More than once does no harm. */
  pass(): void
  /** Waits until it may be made; a recording of unknown length counts as a long one. Disposed of when it is made. */
  awaitMaking(durationMs: number | undefined): Promise<Disposable>
}

/**
 * Which entry of a run goes on, and when. Entries are searched for in the playlist's order, several at a time, and
 * named strictly in that order. Then they wait to be made, and of those that wait the longest recording goes first
 * (longest processing time first: R. L. Graham, "Bounds on Multiprocessing Timing Anomalies", 1969): what is left for
 * the end is short, and all cores are busy until then. No more than `lookAhead` entries are under way at once, and no
 * entry is overtaken by more than that.
 */
export class Scheduler {
  readonly lookAhead: number
  readonly #width: number
  readonly #searching: Semaphore
  readonly #names = new Sequencer()
  /** Opened once the first entries are named. */
  readonly #making: Semaphore
  #nameless = 0
  #isOpen = false
  #timer: NodeJS.Timeout | undefined

  /** As many entries are searched for at once as `width` says, and as many made. */
  constructor(width: number) {
    this.lookAhead = lookAheadOf(width)
    this.#width = width
    this.#searching = new Semaphore(width)
    this.#making = new Semaphore(0, this.lookAhead)
  }

  /** Waits until an entry may be searched for. `index` counts them in the playlist's order, from 0. */
  async begin(index: number): Promise<Turn> {
    this.#nameless++
    const search = await this.#searching.acquire()
    let isNameless = true
    const pass = () => {
      search[Symbol.dispose]()
      this.#names.pass(index)
      if (isNameless && --this.#nameless === 0) this.#open()
      isNameless = false
    }
    return {
      awaitName: () => {
        search[Symbol.dispose]()
        return this.#names.take(index)
      },
      pass,
      awaitMaking: (durationMs = Number.POSITIVE_INFINITY) => {
        this.#timer ??= setTimeout(() => this.#open(), MAX_WAIT_MS).unref()
        return this.#making.acquire(durationMs)
      },
      [Symbol.dispose]: pass,
    }
  }

  /** Nothing more is made: what waits for it, or comes to, fails with the error. */
  stop(error: unknown): void {
    this.#making.close(error)
  }

  #open(): void {
    clearTimeout(this.#timer)
    if (this.#isOpen) return
    this.#isOpen = true
    this.#making.add(this.#width)
  }
}
