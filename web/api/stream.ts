import { addressOf } from './client.ts'

/** What one line to the server carries, besides the jobs. */
export interface Wanted {
  /** Whose entries are wanted too, and from which number on. */
  readonly job?: { readonly id: string; readonly after: () => number }
  opened(): void
  lost(): void
  jobs(data: string): void
  entries(data: string, seq: number): void
}

const longestWait = 15_000
const tick = 5_000

/**
 * Server-sent events that come back by themselves: after an error, when the network returns, and when the
 * machine has slept, which no browser tells. Returns how to close it.
 */
export function openStream(wanted: Wanted): () => void {
  let source: EventSource | undefined
  let retry: number | undefined
  let failures = 0
  let lastTick = Date.now()

  function open(): void {
    close()
    const { job } = wanted
    const query = job ? `?job=${encodeURIComponent(job.id)}&after=${job.after()}` : ''
    source = new EventSource(addressOf(`events${query}`))
    source.addEventListener('open', () => {
      failures = 0
      wanted.opened()
    })
    source.addEventListener('error', () => {
      // Asked anew with our own number: a browser gives up for good where the answer was an error.
      close()
      wanted.lost()
      failures++
      retry = setTimeout(open, Math.min(longestWait, 500 * 2 ** failures))
    })
    source.addEventListener('jobs', ({ data }) => wanted.jobs(data))
    source.addEventListener('entries', ({ data, lastEventId }) =>
      wanted.entries(data, Number(lastEventId)),
    )
  }

  function close(): void {
    clearTimeout(retry)
    source?.close()
    source = undefined
  }

  function reopen(): void {
    wanted.lost()
    open()
  }

  const watch = setInterval(() => {
    const slept = Date.now() - lastTick > tick * 6
    lastTick = Date.now()
    // A hidden page is slowed down by its browser, which is no sleep.
    if (slept && !document.hidden) reopen()
  }, tick)
  addEventListener('online', reopen)
  open()
  return () => {
    clearInterval(watch)
    removeEventListener('online', reopen)
    close()
  }
}
