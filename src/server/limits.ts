/** What one client, and all of them together, may ask for; tests that wait for an end make it come sooner. */
export interface Limits {
  /** Of a body that is read as a whole. Uploads are streamed, and the context says when they are too large. */
  readonly jsonBytes: number
  readonly urlBytes: number
  /** Of one address, and of all. */
  readonly connectionsEach: number
  readonly connections: number
  /** Until a request's headers, and a body that is read as a whole, must have come. */
  readonly headersMs: number
  readonly bodyMs: number
  /** A connection on which nothing moves while we wait for the client. */
  readonly idleMs: number
  /** Requests that may come at once, and how many a second are given back. */
  readonly burst: number
  readonly perSecond: number
  /** Wrong passwords a minute. */
  readonly tries: number
  readonly sessionMs: number
  /** Listeners to events, of one client and of all. */
  readonly streamsEach: number
  readonly streams: number
  readonly heartbeatMs: number
  /** Between two batches of one listener. */
  readonly batchMs: number
  /** How long a listener may leave unread what it was sent. */
  readonly unreadMs: number
}

const SECOND = 1000
const DAY = 24 * 60 * 60 * SECOND

export const usualLimits: Limits = {
  jsonBytes: 1 << 20,
  urlBytes: 8192,
  connectionsEach: 100,
  connections: 500,
  headersMs: 10 * SECOND,
  bodyMs: 30 * SECOND,
  idleMs: 60 * SECOND,
  burst: 300,
  perSecond: 100,
  tries: 5,
  sessionMs: 30 * DAY,
  streamsEach: 8,
  streams: 100,
  heartbeatMs: 15 * SECOND,
  batchMs: 100,
  unreadMs: 30 * SECOND,
}
