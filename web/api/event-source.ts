import type { Job, RunEntry } from '../../src/api/contract.ts'
import { openEventStream } from './event-stream.ts'
import { allJobs, loadJobs, putJobs, setConnected } from './jobs.ts'
import { createStore } from './store.ts'

/** A job whose entries are listened to. */
export interface JobSubscriber {
  readonly job: string
  /** The number of the last change it knows. */
  after(): number
  take(entries: readonly RunEntry[], seq: number): void
}

/** How often the machine has slept since the page was opened, and the line was opened anew. */
export const wakeUps = createStore(0)

let close: (() => void) | undefined
/** The last one is listened to: one view is shown at a time, and a browser has few connections to give. */
const subscribers: JobSubscriber[] = []

/** Opens the one line of this page; until it is closed it comes back by itself. */
export function openEventSource(): () => void {
  close?.()
  const listener = subscribers.at(-1)
  close = openEventStream({
    job: listener ? { id: listener.job, after: () => listener.after() } : undefined,
    opened() {
      setConnected(true)
      loadJobs().then(
        () => listener && unsubscribeIfGone(listener),
        () => setConnected(false),
      )
    },
    lost() {
      setConnected(false)
      // A stream does not say why it broke. If it is for want of a password, this hears it.
      loadJobs().catch(() => {})
    },
    woke: () => wakeUps.set(wakeUps.read() + 1),
    jobs: (data) => putJobs(JSON.parse(data) as Job[]),
    entries: (data, seq) => listener?.take(JSON.parse(data) as RunEntry[], seq),
  })
  return closeEventSource
}

function closeEventSource(): void {
  close?.()
  close = undefined
}

/** A job that was forgotten has no entries any more: asked for them, the server would hang up again and again. */
function unsubscribeIfGone(listener: JobSubscriber): void {
  if (!subscribers.includes(listener)) return
  if (allJobs.read().jobs.some(({ id }) => id === listener.job)) return
  subscribers.splice(subscribers.indexOf(listener), 1)
  openEventSource()
}

export function subscribeToJob(listener: JobSubscriber): () => void {
  subscribers.push(listener)
  if (close) openEventSource()
  return () => {
    const at = subscribers.indexOf(listener)
    if (at < 0) return
    const wasHeard = at === subscribers.length - 1
    subscribers.splice(at, 1)
    if (close && wasHeard) openEventSource()
  }
}
