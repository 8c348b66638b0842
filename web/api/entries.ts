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
  return useSyncExternalStore(live.listen, live.read)
}

/** What this page has changed itself, and no stream tells: a decision about an archive's row. */
export function putEntries(view: string, entries: readonly RunEntry[]): void {
  shown.get(view)?.put(entries)
}

/** Those that somebody looks at. */
const shown = new Map<string, LiveEntries>()

interface LiveEntries {
  readonly read: () => Entries
  readonly listen: (changed: () => void) => () => void
  put(entries: readonly RunEntry[]): void
}

function liveEntries(view: string): LiveEntries {
  const known = shown.get(view)
  if (known) return known
  const made = createLive(view)
  shown.set(view, made)
  return made
}

/** Asks for a snapshot when the first looks at it, and lets go of all when the last one has left. */
function createLive(view: string): LiveEntries {
  const store = new EntryStore()
  const cell = createStore<Entries>({ ...store.state, loading: true })
  let lookers = 0
  let seq = 0
  let waiting: RunEntry[] = []
  let end: (() => void)[] = []

  function show(): void {
    const entries = waiting
    waiting = []
    store.apply(entries)
    cell.set({ ...store.state, loading: false })
  }

  function put(entries: readonly RunEntry[]): void {
    if (waiting.length === 0) runInFrame(show)
    for (const entry of entries) waiting.push(entry)
  }

  async function load(signal: AbortSignal): Promise<void> {
    try {
      const snapshot = await get<Snapshot>(`${view}/entries`, signal)
      seq = snapshot.seq
      waiting = [...snapshot.entries]
      show()
      const job = view.startsWith('jobs/') ? decodeURIComponent(view.slice(5)) : undefined
      if (job === undefined) return
      const take = (entries: readonly RunEntry[], upTo: number) => {
        seq = upTo
        put(entries)
      }
      end.push(subscribeToJob({ job, after: () => seq, take }))
    } catch (error) {
      if (signal.aborted) return
      const refused = error instanceof RequestError ? error : new RequestError(0)
      cell.set({ ...store.state, loading: false, error: refused })
      if (refused.status === 0) end.push(whenConnected(() => void load(signal)))
    }
  }

  const live: LiveEntries = {
    read: cell.read,
    put,
    listen(changed) {
      const unlisten = cell.subscribe(changed)
      if (lookers++ === 0) {
        shown.set(view, live)
        const leaving = new AbortController()
        end = [() => leaving.abort()]
        void load(leaving.signal)
      }
      return () => {
        unlisten()
        if (--lookers > 0) return
        for (const each of end) each()
        shown.delete(view)
      }
    },
  }
  return live
}

/** Calls once, when the line is up again. */
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
