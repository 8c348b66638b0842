import { addressOf } from './client.ts'

/** What is done with each thing that the event stream tells. */
export interface StreamHandlers {
  /** Whose entries are wanted too, and from which number on. */
  readonly job?: { readonly id: string; readonly after: () => number }
  opened(): void
  lost(): void
  /** The machine has slept, and the stream is opened anew. */
  woke(): void
  jobs(data: string): void
  entries(data: string, seq: number): void
}

/** A server that is back is found within two seconds; a page that nobody sees asks no server. */
const MAX_RETRY_WAIT_MS = 1_500
const CHECK_INTERVAL_MS = 5_000
/** A check that comes so much too late means that the machine has slept. */
const SLEEP_THRESHOLD_MS = 30_000
/** A browser gives a server six connections, for all its windows together: hidden windows give theirs back. */
const HIDDEN_GRACE_MS = 60_000

/**
 * Server-sent events that come back by themselves: after an error, when the network returns, and when the
 * machine has slept, which no browser tells. Returns how to close it.
 */
export function openEventStream(handlers: StreamHandlers): () => void {
  const connection = new Connection(handlers)
  const end = new AbortController()
  const { signal } = end
  watchForSleep(() => {
    handlers.lost()
    handlers.woke()
    connection.open()
  }, signal)
  closeWhileHidden(connection, signal)
  addEventListener('online', () => connection.open(), { signal })
  connection.open()
  return () => {
    end.abort()
    connection.close()
  }
}

/** One EventSource at a time, opened again after every error. */
class Connection {
  readonly #handlers: StreamHandlers
  #source: EventSource | undefined
  #retry: number | undefined
  #failures = 0

  constructor(handlers: StreamHandlers) {
    this.#handlers = handlers
  }

  get isClosed(): boolean {
    return this.#source === undefined
  }

  open(): void {
    this.close()
    const { job, ...handlers } = this.#handlers
    const query = job ? `?job=${encodeURIComponent(job.id)}&after=${job.after()}` : ''
    const source = new EventSource(addressOf(`events${query}`))
    this.#source = source
    source.addEventListener('open', () => {
      this.#failures = 0
      handlers.opened()
    })
    source.addEventListener('error', () => this.#openLater())
    source.addEventListener('jobs', ({ data }) => handlers.jobs(data))
    source.addEventListener('entries', ({ data, lastEventId }) =>
      handlers.entries(data, Number(lastEventId)),
    )
  }

  /** Asked anew with our own number: a browser gives up for good where the answer was an error. */
  #openLater(): void {
    this.close()
    this.#handlers.lost()
    this.#failures++
    const waitMs = Math.min(MAX_RETRY_WAIT_MS, 500 * 2 ** this.#failures)
    this.#retry = setTimeout(() => this.open(), waitMs)
  }

  close(): void {
    clearTimeout(this.#retry)
    this.#retry = undefined
    this.#source?.close()
    this.#source = undefined
  }
}

/** Calls when a timer comes far too late. The timers of a hidden page are slowed down by its browser: they tell nothing. */
function watchForSleep(woke: () => void, signal: AbortSignal): void {
  let last = Date.now()
  const timer = setInterval(() => {
    const late = Date.now() - last - CHECK_INTERVAL_MS
    last = Date.now()
    if (late >= SLEEP_THRESHOLD_MS && !document.hidden) woke()
  }, CHECK_INTERVAL_MS)
  // Whoever shows the page again has its connection opened by that, not by the next check.
  document.addEventListener(
    'visibilitychange',
    () => {
      if (!document.hidden) last = Date.now()
    },
    { signal },
  )
  signal.addEventListener('abort', () => clearInterval(timer))
}

/** Gives the connection back some time after the page was hidden, and opens it when the page is seen again. */
function closeWhileHidden(connection: Connection, signal: AbortSignal): void {
  let timer: number | undefined
  document.addEventListener(
    'visibilitychange',
    () => {
      clearTimeout(timer)
      if (document.hidden) timer = setTimeout(() => connection.close(), HIDDEN_GRACE_MS)
      else if (connection.isClosed) connection.open()
    },
    { signal },
  )
  signal.addEventListener('abort', () => clearTimeout(timer))
}
