import type { Fault } from '../words/fault.ts'

/**
 * Work that outlives the process that was asked for it, and what its runner reports while it runs.
 *
 * A queue knows no music: a payload is any JSON value, and a runner reports entries, of which only the latest of
 * each key is kept. A reader asks for what has changed since the sequence number it saw last. So a slow reader
 * skips what is no longer true, and a reader that was away misses nothing.
 *
 * A runner is named by any string that nobody else uses. It holds its work by a lease, which it renews with
 * `heartbeat`: after 30 s of silence the work goes back in line.
 */
export interface Queue extends AsyncDisposable {
  /** Puts work in line. Once this has returned, it will be done, whatever happens to this process. */
  add(work: NewWork): Promise<Work>
  /** Work that the caller does at once. When its lease runs out it is interrupted, and no other runner takes it. */
  adopt(work: NewWork, runner: string): Promise<Work>
  /** The latest first: all, or what is of these owners. */
  list(whose?: Owners): Promise<readonly Work[]>
  /** How much there is in each state, without reading any of it: cheap, however much there is. */
  count(): Promise<QueueFigures>
  /** Whether there are runners that take work, or are at work that they took. Absent where a queue cannot know. */
  hasRunners?(): Promise<boolean>
  find(id: string): Promise<Work | undefined>
  /**
   * Takes the next work that may run, now leased to `runner`: of the owner who has least running, then of the
   * one served longest ago. Two of one exclusive key never run at once. Work whose lease ran out goes back in
   * line first.
   */
  take(runner: string): Promise<Work | undefined>
  /** Takes at most so many, as if one were taken after the other. */
  takeMany(runner: string, max: number): Promise<readonly Work[]>
  /**
   * Takes this work for a caller who does it at once, as `adopt` does. Undefined where it is not in line, or work of
   * its exclusive key is running.
   */
  claim(id: string, runner: string): Promise<Work | undefined>
  /** Renews the lease. Returns the signal that the runner should obey, or `lost` where it has no lease any more. */
  heartbeat(id: string, runner: string): Promise<Signal | 'lost' | undefined>
  /** False, and nothing is written, where the runner has no lease any more. */
  write(id: string, runner: string, update: Update): Promise<boolean>
  /** False where the runner has no lease any more. `queued` puts the work back in line, for any runner. */
  end(id: string, runner: string, state: EndState | 'queued', fault?: Fault): Promise<boolean>
  /** Work that does not run changes its state at once; the runner of what runs is told at its next heartbeat. */
  signal(id: string, signal: Signal): Promise<Work | undefined>
  /** Puts what is paused, interrupted, failed or cancelled in line again. */
  resume(id: string): Promise<Work | undefined>
  /** Removes work with its entries. False where it has not ended. */
  forget(id: string): Promise<boolean>
  /** Forgets what has ended, but for the latest so many of these owners together. */
  tidy(keep: number, whose?: Owners): Promise<void>
  /** Entries changed since `seq`, the earliest change first, at most so many; and the number to ask with next. */
  entriesAfter(id: string, seq: number, max: number): Promise<EntriesPage>
  /** One entry with its detail. */
  findEntry(id: string, key: string): Promise<StoredEntry | undefined>
  /** Replaces one entry whoever has the lease, and even when nobody has. False where there is no such entry. */
  patch(id: string, key: string, data: unknown): Promise<boolean>
  /** Calls the listener soon after anything has changed, in this process or in another. */
  subscribe(listener: () => void): Promise<AsyncDisposable>
  /** Calls the listener soon after there may be work to take. Where a queue cannot tell, one asks from time to time. */
  subscribeToWork?(listener: () => void): Promise<AsyncDisposable>
}

/** One owner, or all whose names do not begin so. */
export type Owners = { readonly owner: string } | { readonly notBeginning: string }

export interface NewWork {
  /** What is to be done, as JSON. */
  readonly payload: unknown
  readonly title: string
  /** Whom it is done for: owners take turns. */
  readonly owner: string
  /** Two of one key never run at once. Only compared, never read. */
  readonly exclusiveKey?: string
}

export interface Work extends NewWork {
  readonly id: string
  readonly state: WorkState
  /** What its runner is asked to do, and has not done yet. */
  readonly signal?: Signal
  readonly adopted: boolean
  /** ISO 8601, UTC. */
  readonly createdAt: string
  readonly startedAt?: string
  readonly endedAt?: string
  /** What its runner last reported of the whole. */
  readonly facts?: unknown
  /** Of its latest entry; 0 where there is none. */
  readonly seq: number
  /** Why it failed. */
  readonly fault?: Fault
}

export interface QueueFigures {
  /** A state in which nothing is may be left out. */
  readonly states: Readonly<Partial<Record<WorkState, number>>>
  /** When what has been in line for longest was added: ISO 8601, UTC. Absent where nothing is in line. */
  readonly waitingSince?: string
}

export type EndState = 'done' | 'failed' | 'paused' | 'cancelled'
export type WorkState = EndState | 'queued' | 'running' | 'interrupted'
export type Signal = 'pause' | 'cancel'

/** What a runner reports: any of it may be left out. */
export interface Update {
  readonly entries?: readonly NewEntry[]
  readonly facts?: unknown
  readonly title?: string
}

export interface NewEntry {
  readonly key: string
  readonly data: unknown
  /** Stored beside the entry and given by `findEntry` alone. An entry without one keeps the former one. */
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
