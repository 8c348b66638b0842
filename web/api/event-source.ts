import type { Job, RunEntry } from '../../src/api/contract.ts'
import { openStream } from './event-stream.ts'
import { allJobs, loadJobs, putJobs, setConnected } from './jobs.ts'
import { createCell } from './store.ts'

/** A job whose entries are listened to. */
export interface Listener {
  readonly job: string
  /** The number of the last change it knows. */
  after(): number
  take(entries: readonly RunEntry[], seq: number): void
}

/** How often the machine has slept since the page was opened, and the line was opened anew. */
export const sleeps = createCell(0)

let close: (() => void) | undefined
/** The last one is listened to: one view is shown at a time, and a browser has few connections to give. */
const listeners: Listener[] = []

/** Opens the one line of this page; until it is closed it comes back by itself. */
export function openLine(): () => void {
  close?.()
  const listener = listeners.at(-1)
  close = openStream({
    job: listener ? { id: listener.job, after: () => listener.after() } : undefined,
    opened() {
      setConnected(true)
      loadJobs().then(
        () => listener && leaveIfGone(listener),
        () => setConnected(false),
      )
    },
    lost() {
      setConnected(false)
      // A stream does not say why it broke. If it is for want of a password, this hears it.
      loadJobs().catch(() => {})
    },
    woke: () => sleeps.set(sleeps.read() + 1),
    jobs: (data) => putJobs(JSON.parse(data) as Job[]),
    entries: (data, seq) => listener?.take(JSON.parse(data) as RunEntry[], seq),
  })
  return closeLine
}

function closeLine(): void {
  close?.()
  close = undefined
}

/** A job that was forgotten has no entries any more: asked for them, the server would hang up again and again. */
function leaveIfGone(listener: Listener): void {
  if (!listeners.includes(listener)) return
  if (allJobs.read().jobs.some(({ id }) => id === listener.job)) return
  listeners.splice(listeners.indexOf(listener), 1)
  openLine()
}

export function listenTo(listener: Listener): () => void {
  listeners.push(listener)
  if (close) openLine()
  return () => {
    const at = listeners.indexOf(listener)
    if (at < 0) return
    const wasHeard = at === listeners.length - 1
    listeners.splice(at, 1)
    if (close && wasHeard) openLine()
  }
}
