import type { EndState, NewEntry, Queue, Signal, Update, Work, WorkFault } from './queue.ts'

/** Listeners see a change so late at most; of what changes more often they see the latest. */
const FLUSH_MS = 100
const BEAT_MS = 500

/** Why work stops before its end: asked to, taken over by another runner, or its process is leaving. */
export type StopReason = Signal | 'lost' | 'leave'

/** One runner's hold on its work: says that it is alive, gathers what it has to say, hears what is asked. */
export class Lease implements Disposable {
  readonly work: Work
  readonly #queue: Queue
  readonly #runner: string
  readonly #stop = new AbortController()
  readonly #beating: NodeJS.Timeout
  #asked: StopReason | undefined
  #flushing: NodeJS.Timeout | undefined
  #entries = new Map<string, NewEntry>()
  #news: Omit<Update, 'entries'> = {}

  constructor(queue: Queue, work: Work, runner: string) {
    this.work = work
    this.#queue = queue
    this.#runner = runner
    this.#beating = setInterval(() => this.#beat(), BEAT_MS)
    this.#beating.unref()
  }

  /** Aborted when a pause or an end is asked for, or another has taken over. */
  get signal(): AbortSignal {
    return this.#stop.signal
  }

  get stopReason(): StopReason | undefined {
    return this.#asked
  }

  /** Of one key the latest is told, with the latest detail. */
  put(entry: NewEntry): void {
    const { detail } = { ...this.#entries.get(entry.key), ...entry }
    // Anew at the end: in the order of the latest word.
    this.#entries.delete(entry.key)
    this.#entries.set(entry.key, { ...entry, detail })
    this.#flushSoon()
  }

  /** What is to be said of the whole. */
  update(news: Omit<Update, 'entries'>): void {
    this.#news = { ...this.#news, ...news }
    this.#flushSoon()
  }

  /** This process is about to end: the work goes back in line. */
  leave(): void {
    this.#halt('leave')
  }

  flush(): void {
    clearTimeout(this.#flushing)
    this.#flushing = undefined
    const news = { ...this.#news, entries: [...this.#entries.values()] }
    if (!this.#queue.write(this.work.id, this.#runner, news)) this.#halt('lost')
    this.#entries = new Map()
    this.#news = {}
  }

  end(state: EndState | 'queued', fault?: WorkFault): void {
    this.flush()
    this.#queue.end(this.work.id, this.#runner, state, fault)
    this[Symbol.dispose]()
  }

  [Symbol.dispose]() {
    clearInterval(this.#beating)
    clearTimeout(this.#flushing)
  }

  #flushSoon(waitMs = FLUSH_MS) {
    this.#flushing ??= setTimeout(() => {
      this.#flushing = undefined
      // A full disk or a busy file must not end the work: what was to be said is kept and said later.
      if (!attempt(() => this.flush())) this.#flushSoon(BEAT_MS)
    }, waitMs)
  }

  #beat() {
    attempt(() => {
      const asked = this.#queue.heartbeat(this.work.id, this.#runner)
      if (asked) this.#halt(asked)
    })
  }

  /** Whoever has lost the work has nothing more to say, whatever was asked before. */
  #halt(why: StopReason) {
    if (this.#asked === undefined || why === 'lost') this.#asked = why
    this.#stop.abort()
  }
}

function attempt(act: () => void): boolean {
  try {
    act()
    return true
  } catch {
    return false
  }
}
