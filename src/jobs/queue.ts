/**
 * Work that outlives the process that was asked for it, and what is said about it while it runs.
 *
 * A queue knows no music: an order is any value of JSON, and what a run says are entries, of which only the
 * latest of each key is kept. Whoever listens asks for what has changed since the number he saw last, so
 * a slow listener skips what is no longer true, and one that was away misses nothing.
 */
export interface Queue extends Disposable {
  /** Puts work in line. When this returns, it is done some day, whatever happens to this process. */
  add(order: NewWork): Work
  /** Work that the caller does at once, by himself: nobody takes it up when he ends without a word. */
  adopt(order: NewWork, runner: string): Work
  /** The latest first. */
  list(): readonly Work[]
  find(id: string): Work | undefined
  /**
   * The next that may run, now held by `runner`: of the owner who has least under way, then the one who was
   * served longest ago, and never two at one place. Work whose runner is gone goes back in line first.
   */
  take(runner: string): Work | undefined
  /** Says that the runner is alive; returns what is asked of it, or `lost` where it holds the work no more. */
  heartbeat(id: string, runner: string): Signal | 'lost' | undefined
  /** False, and nothing is written, where the runner holds the work no more. */
  write(id: string, runner: string, news: Update): boolean
  /** False where the runner holds the work no more. `queued` puts it back in line. */
  end(id: string, runner: string, state: EndState | 'queued', fault?: WorkFault): boolean
  /** Work that is in line, or that nobody holds, obeys at once; what runs is asked. */
  signal(id: string, asked: Signal): Work | undefined
  /** Puts what is paused, interrupted, failed or cancelled in line again. */
  resume(id: string): Work | undefined
  /** False where it has not ended. */
  forget(id: string): boolean
  /** Forgets what has ended but for the latest so many. */
  tidy(most: number): void
  /** Those changed since, the earliest change first, at most so many; and the number to ask with next. */
  entriesAfter(id: string, seq: number, most: number): EntriesPage
  /** One entry with its detail. */
  findEntry(id: string, key: string): StoredEntry | undefined
  /** Replaces one entry whoever holds the work, and even when nobody does. False where there is none. */
  patch(id: string, key: string, data: unknown): boolean
  /** Another number than before when anything has changed, here or in another process. */
  version(): number
}

export interface NewWork {
  readonly order: unknown
  readonly title: string
  /** Whom it is done for: owners take turns. */
  readonly owner: string
  /** Two at one place never run at once. */
  readonly place?: string
}

export interface Work extends NewWork {
  readonly id: string
  readonly state: WorkState
  readonly signal?: Signal
  readonly adopted: boolean
  /** ISO 8601, UTC. */
  readonly createdAt: string
  readonly startedAt?: string
  readonly endedAt?: string
  /** What its runner last said of the whole. */
  readonly facts?: unknown
  /** Of its latest entry; 0 where there is none. */
  readonly seq: number
  readonly fault?: WorkFault
}

export type EndState = 'done' | 'failed' | 'paused' | 'cancelled'
export type WorkState = EndState | 'queued' | 'running' | 'interrupted'
export type Signal = 'pause' | 'cancel'

export interface WorkFault {
  readonly message: string
  readonly hint?: string
}

/** What a run has to say: any of it may be left out. */
export interface Update {
  readonly entries?: readonly NewEntry[]
  readonly facts?: unknown
  readonly title?: string
}

export interface NewEntry {
  readonly key: string
  readonly data: unknown
  /** Kept beside it for who asks for this entry; an entry without one leaves a former one as it is. */
  readonly detail?: unknown
}

export interface EntriesPage {
  readonly seq: number
  readonly entries: readonly { readonly key: string; readonly data: unknown }[]
}

export interface StoredEntry {
  readonly key: string
  readonly data: unknown
  readonly detail?: unknown
}
