import { addressOf } from './client.ts'

/** What one line to the server carries, besides the jobs. */
export interface StreamHandlers {
  /** Whose entries are wanted too, and from which number on. */
  readonly job?: { readonly id: string; readonly after: () => number }
  opened(): void
  lost(): void
  /** The machine has slept, and the line is opened anew. */
  woke(): void
  jobs(data: string): void
  entries(data: string, seq: number): void
}

const MAX_RETRY_WAIT_MS = 15_000
const CHECK_INTERVAL_MS = 5_000
/** So much later than it should be, a tick tells of a sleep. */
const SLEEP_THRESHOLD_MS = 30_000
/** A browser gives a server six connections, for all its windows together: those that nobody sees let go. */
const HIDDEN_GRACE_MS = 60_000

/**
 * Server-sent events that come back by themselves: after an error, when the network returns, and when the
 * machine has slept, which no browser tells. Returns how to close it.
 */
export function openEventStream(wanted: StreamHandlers): () => void {
  let source: EventSource | undefined
  let retry: number | undefined
  let leave: number | undefined
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
      retry = setTimeout(open, Math.min(MAX_RETRY_WAIT_MS, 500 * 2 ** failures))
    })
    source.addEventListener('jobs', ({ data }) => wanted.jobs(data))
    source.addEventListener('entries', ({ data, lastEventId }) =>
      wanted.entries(data, Number(lastEventId)),
    )
  }

  function close(): void {
    clearTimeout(retry)
    retry = undefined
    source?.close()
    source = undefined
  }

  function look(): void {
    const late = Date.now() - lastTick - CHECK_INTERVAL_MS
    lastTick = Date.now()
    // The ticks of a hidden page are slowed down by its browser.
    if (late < SLEEP_THRESHOLD_MS || document.hidden) return
    wanted.lost()
    wanted.woke()
    open()
  }

  function comeBack(): void {
    if (document.hidden) leave = setTimeout(close, HIDDEN_GRACE_MS)
    else {
      clearTimeout(leave)
      lastTick = Date.now()
      if (!source) open()
    }
  }

  const watch = setInterval(look, CHECK_INTERVAL_MS)
  const end = new AbortController()
  addEventListener('online', open, { signal: end.signal })
  document.addEventListener('visibilitychange', comeBack, { signal: end.signal })
  open()
  return () => {
    clearInterval(watch)
    clearTimeout(leave)
    end.abort()
    close()
  }
}
