import type { Reason } from '../../model/reason.ts'
import type { Answer } from '../../model/recording.ts'

/**
 * The one way out. Only hosts that a declaration names can be reached; every hop of a redirect is held
 * to that again, and whatever is refused is remembered for the report.
 */
export interface Http extends AsyncDisposable {
  /**
   * Asks and reads the whole answer, a 404 or 400 included: what a status means is the asker's to say.
   * Waits for the host's turn, repeats what is safe to repeat, answers from the cache where that is
   * fresh (RFC 9111). Throws Refused, Unavailable, or the signal's reason.
   */
  ask(request: HttpRequest, signal: AbortSignal): Promise<HttpAnswer>
  /**
   * Fetches a file into `to`, going on where an earlier call left `to`.part. Returns once it is whole,
   * synced and agrees with what was promised of it; else throws, and never leaves anything at `to`.
   */
  download(request: DownloadRequest, signal: AbortSignal): Promise<Downloaded>
  /** Hosts contacted so far, in order of the alphabet. */
  readonly contacted: readonly string[]
  /** Requests refused so far, each by its reason. */
  readonly refused: readonly Reason[]
  /** Every host that may be reached, as its turns stand now. */
  readonly paces: readonly HostPace[]
  readonly line: LineState
}

/**
 * Whether there is a network. `unsure`: one host cannot be reached, and none was since. `none`: no host could be, in
 * the whole of this time; `lost`: no host can be any more.
 */
export type LineState = 'up' | 'unsure' | 'none' | 'lost'

/** How fast a host may be asked, and how often it was in this run. */
export interface HostPace {
  readonly host: string
  /** Requests of this run that were begun there. */
  readonly begun: number
  /** From one request to the next, in the long run. */
  readonly intervalMs: number
  /** Requests that one run may make there; infinite where there is no such bound. */
  readonly perRun: number
  /** Milliseconds until the last of so many more may begin. */
  msUntil(requests: number): number
}

/** A host that may be reached, and how politely: given by the code that asks it (a provider, an input). */
export interface HostRule {
  /** `archive.org`, or `*.archive.org` for all below it. */
  readonly host: string
  /** Requests begun per period, over all workers of a run. */
  readonly pace: { readonly requests: number; readonly perMs: number }
  /** Requests under way at once. */
  readonly atOnce: number
  /**
   * Requests of one run, where a slow host would hold up a long playlist for hours: the next run, to which
   * answers are known, goes on with others. No limit where nothing is said.
   */
  readonly perRun?: number
  /**
   * For how long an answer that says nothing of its own freshness is used again, so that a run that goes
   * on where another was stopped does not ask twice. Nothing where the host forbids it. 7 days.
   */
  readonly keepForMs?: number
  /** Only in a rule that `ownRule` makes: a server of the user's own. */
  readonly own?: OwnOrigin
}

/**
 * Where a server of the user's own lies, as they have named it. Plain HTTP, a port, a number instead of a name and a
 * private address are right there, and at no other place.
 */
export interface OwnOrigin {
  readonly protocol: 'http:' | 'https:'
  /** As in an address; empty for the protocol's own. */
  readonly port: string
}

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'HEAD' | 'DELETE'

export interface HttpRequest {
  readonly url: string
  readonly method?: HttpMethod
  readonly headers?: Readonly<Record<string, string>>
  /** What is no GET is repeated only where `repeatable` says that asking twice does no harm. */
  readonly body?: string | Uint8Array
  readonly repeatable?: boolean
  /** Query parameters that are secrets: sent, and in no message, log, cache file or evidence. */
  readonly secrets?: Readonly<Record<string, string>>
  /** 8 MiB unless said otherwise. */
  readonly maxBytes?: number
  /** From the first byte sent to the last one received, each attempt; 20 s unless said otherwise. */
  readonly timeoutMs?: number
  /** Asked of the host itself: never answered from the cache, and not remembered. */
  readonly fresh?: boolean
  /** `tell`: a redirect is the answer, and its `location` header is read by the asker. Followed unless said otherwise. */
  readonly redirects?: 'tell'
}

export interface HttpAnswer {
  readonly status: number
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
  /** As evidence: where, what, when. */
  readonly answer: Answer
  /** Where the last redirect led. */
  readonly finalUrl: string
  /**
   * For an answer that turns out to be none (damaged, an error under status 200): it is not remembered,
   * and the next run asks again.
   */
  readonly forget?: () => void
}

export interface DownloadRequest {
  readonly url: string
  /** Absolute. Its folder is there. */
  readonly to: string
  readonly bytes?: number
  readonly md5?: string
  readonly sha1?: string
  /** 4 GiB unless said otherwise. */
  readonly maxBytes?: number
  readonly onProgress?: (bytes: number, total: number | undefined) => void
}

export interface Downloaded {
  readonly bytes: number
  readonly sha256: string
  readonly finalUrl: string
  readonly contentType?: string
}
