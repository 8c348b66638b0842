import { useSyncExternalStore } from 'react'
import type { RunEntry, Snapshot } from '../../src/api/contract.ts'
import { get } from './client.ts'
import { type EntryState, EntryStore } from './entry-store.ts'
import { subscribeToJob } from './event-source.ts'
import { runInFrame } from './frame.ts'
import { allJobs } from './jobs.ts'
import { RequestError } from './request-error.ts'
import { createStore } from './store.ts'

export interface Entries extends EntryState {
  /** True until the first answer. */
  readonly loading: boolean
  readonly error?: RequestError
}

/** The rows of `jobs/<id>` or `archives/<id>/playlists/<folder>`; those of a job go on changing. */
export function useEntries(view: string): Entries {
  const live = liveEntries(view)
  return useSyncExternalStore(live.subscribe, live.read)
}

/** What this page has changed itself, and no stream tells: a decision about an archive's row. */
export function putEntries(view: string, entries: readonly RunEntry[]): void {
  shown.get(view)?.put(entries)
}

/** Those that have subscribers. */
const shown = new Map<string, LiveEntries>()

function liveEntries(view: string): LiveEntries {
  const known = shown.get(view)
  if (known) return known
  const made = new LiveEntries(view)
  shown.set(view, made)
  return made
}

/** Asks for a snapshot when the first subscriber comes, and ends everything when the last one has left. */
class LiveEntries {
  readonly #view: string
  readonly #entries = new EntryStore()
  readonly #state = createStore<Entries>({ ...this.#entries.state, loading: true })
  #subscribers = 0
  /** The number of the last change that is known. */
  #seq = 0
  /** What has come since the last frame. */
  #waiting: RunEntry[] = []
  #end: (() => void)[] = []

  readonly read = this.#state.read

  constructor(view: string) {
    this.#view = view
  }

  readonly subscribe = (changed: () => void): (() => void) => {
    const unsubscribe = this.#state.subscribe(changed)
    if (this.#subscribers++ === 0) this.#begin()
    return () => {
      unsubscribe()
      if (--this.#subscribers > 0) return
      for (const each of this.#end) each()
      shown.delete(this.#view)
    }
  }

  put(entries: readonly RunEntry[]): void {
    if (this.#waiting.length === 0) runInFrame(() => this.#show())
    for (const entry of entries) this.#waiting.push(entry)
  }

  #begin(): void {
    shown.set(this.#view, this)
    const leaving = new AbortController()
    this.#end = [() => leaving.abort()]
    void this.#load(leaving.signal)
  }

  #show(): void {
    const entries = this.#waiting
    this.#waiting = []
    this.#entries.apply(entries)
    this.#state.set({ ...this.#entries.state, loading: false })
  }

  async #load(signal: AbortSignal): Promise<void> {
    try {
      const snapshot = await get<Snapshot>(`${this.#view}/entries`, signal)
      this.#seq = snapshot.seq
      this.#waiting = [...snapshot.entries]
      this.#show()
      this.#follow()
    } catch (error) {
      if (signal.aborted) return
      const refused = error instanceof RequestError ? error : new RequestError(0)
      this.#state.set({ ...this.#entries.state, loading: false, error: refused })
      if (refused.status === 0) this.#end.push(whenConnected(() => void this.#load(signal)))
    }
  }

  /** The entries of a job go on changing; those of an archive do not. */
  #follow(): void {
    if (!this.#view.startsWith('jobs/')) return
    const take = (entries: readonly RunEntry[], seq: number) => {
      this.#seq = seq
      this.put(entries)
    }
    const job = decodeURIComponent(this.#view.slice(5))
    this.#end.push(subscribeToJob({ job, after: () => this.#seq, take }))
  }
}

/** Calls once, when the server can be reached again. */
function whenConnected(then: () => void): () => void {
  let before = allJobs.read().connected
  const stop = allJobs.subscribe(() => {
    const now = allJobs.read().connected
    if (now && !before) {
      stop()
      then()
    }
    before = now
  })
  return stop
}
