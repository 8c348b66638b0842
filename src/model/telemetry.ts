import type { Outcome } from './outcome.ts'

/**
 * What is measured, logged and traced, for whoever runs the program: every span and each of its fields stand here and
 * nowhere else. A field takes one of few values, and is never a title, a name, a path, an address or a token: so no
 * label of a metric can grow without bound, and no log or trace can hold personal data.
 */
export interface SpanFields {
  /** A piece of work from the queue, from taking it to its end. `job` is its id, a random one: in logs and traces alone. */
  run: { kind?: JobKind; result?: RunResult; job?: string }
  /** One entry of a playlist. */
  track: { outcome?: Outcome['kind'] }
  /** Looking for one track, in all places. */
  search: object
  /** Making one file: it is fetched, encoded or copied, tagged and put in its place. */
  copy: object
  /** Decoding, encoding and tagging within that. */
  encode: object
  /** One request to a host, from its first byte to the last of the answer; `waitedMs` before it for its turn. */
  request: { host: string; status?: HostStatus; waitedMs?: number }
  /** A request to our own server. */
  page: { route?: string; method?: string; status?: number }
  /**
   * Something outside of any job went wrong, and the program goes on. `code` is that of a reason or of the system, or
   * the kind of error; `at` names lines of our own program.
   */
  fault: { code: string; where: FaultPlace; at?: string }
  /** The program begins, and ends. */
  process: { state: 'started' | 'stopping' | 'stopped'; version: string }
  /** An entry has been told its outcome. */
  entry: { outcome: Outcome['kind'] }
  /** A catalogue was asked for a track. */
  lookup: { result: 'found' | 'nothing' }
  /** An account was slowed, or refused, by one of its limits. */
  slowed: { by: SlowedBy }
  /** Bytes that came from hosts, unpacked. */
  received: { bytes: number }
}

export type SpanName = keyof SpanFields
export type JobKind = 'backup' | 'sync' | 'verify' | 'repair' | 'other'
export type RunResult = 'done' | 'failed' | 'stopped'
export type SlowedBy = 'tracks' | 'alike' | 'quota' | 'jobs' | 'lists' | 'uploads'
export type FaultPlace = 'queue' | 'nightly' | 'server'
/** The class of a status, or that no answer came. */
export type HostStatus = '1xx' | '2xx' | '3xx' | '4xx' | '5xx' | 'none'

/** Spans that take no time: they are told once. */
export type MomentName = 'slowed' | 'fault' | 'process' | 'entry' | 'lookup' | 'received'
