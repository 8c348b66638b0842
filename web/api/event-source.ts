import type { Job, RunEntry } from '../../src/api/contract.ts'
import { openEventStream } from './event-stream.ts'
import { allJobs, loadJobs, putJobs, setConnected } from './jobs.ts'
import { createStore } from './store.ts'

/** Who wants the entries of a job. */
export interface JobSubscriber {
  readonly job: string
  /** The number of the last change it knows. */
  after(): number
  take(entries: readonly RunEntry[], seq: number): void
}

/** How often the machine has slept since the page was opened. */
export const wakeUps = createStore(0)

let close: (() => void) | undefined
/** Only the last one is served: one view is shown at a time, and a browser gives a server few connections. */
const subscribers: JobSubscriber[] = []

/** Opens the one event source of this page, which comes back by itself until it is closed. */
export function openEventSource(): () => void {
  close?.()
  const subscriber = subscribers.at(-1)
  close = openEventStream({
    job: subscriber ? { id: subscriber.job, after: () => subscriber.after() } : undefined,
    opened() {
      setConnected(true)
      loadJobs().then(
        () => subscriber && unsubscribeIfGone(subscriber),
        () => setConnected(false),
      )
    },
    lost() {
      setConnected(false)
      // A stream does not say why it broke. This request finds out whether a password is wanted.
      loadJobs().catch(() => {})
    },
    woke: () => wakeUps.set(wakeUps.read() + 1),
    jobs: (data) => putJobs(JSON.parse(data) as Job[]),
    entries: (data, seq) => subscriber?.take(JSON.parse(data) as RunEntry[], seq),
  })
  return closeEventSource
}

function closeEventSource(): void {
  close?.()
  close = undefined
}

/** A forgotten job has no entries any more: asked for them, the server would close the stream again and again. */
function unsubscribeIfGone(subscriber: JobSubscriber): void {
  if (!subscribers.includes(subscriber)) return
  if (allJobs.read().jobs.some(({ id }) => id === subscriber.job)) return
  subscribers.splice(subscribers.indexOf(subscriber), 1)
  openEventSource()
}

export function subscribeToJob(subscriber: JobSubscriber): () => void {
  subscribers.push(subscriber)
  if (close) openEventSource()
  return () => {
    const at = subscribers.indexOf(subscriber)
    if (at < 0) return
    const wasLast = at === subscribers.length - 1
    subscribers.splice(at, 1)
    if (close && wasLast) openEventSource()
  }
}
