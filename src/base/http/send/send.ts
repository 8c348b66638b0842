import type { Agent, Dispatcher } from 'undici'
import { reason } from '../../../model/reason.ts'
import type { HostStatus, SpanFields } from '../../../model/telemetry.ts'
import { inSpan } from '../../telemetry/span.ts'
import { type CheckedUrl, checkUrl, showUrl } from '../allow/check-url.ts'
import { RequestRefusedError } from '../errors.ts'
import type { HostRule, HttpMethod } from '../http.ts'
import type { Clock, RateLimiter } from '../limit/rate-limiter.ts'
import { isPassing, readRetryAfter } from './backoff.ts'
import { beginning } from './beginning.ts'
import type { Line } from './line.ts'
import { orAbort } from './or-abort.ts'
import type { SilentHosts } from './silent-hosts.ts'

/** What every request of a run shares. */
export interface SendContext {
  readonly agent: Agent
  readonly rules: readonly HostRule[]
  readonly userAgent: string
  readonly clock: Clock
  readonly silentHosts: SilentHosts
  readonly line: Line
  /** One for each host, whoever asks. */
  limiterOf(rule: HostRule): RateLimiter
}

export interface SentRequest {
  readonly url: string
  readonly method: HttpMethod
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
  /** From the first byte sent to the last one received, each hop. */
  readonly timeoutMs: number
  readonly redirects?: 'tell'
}

/** An answer whose body is still on its way. */
export interface ReceivedResponse {
  readonly status: number
  /** Names in lower case; several of one name are joined by commas. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: Dispatcher.ResponseData['body']
  /** Where the last redirect led. */
  readonly url: URL
}

const MAX_REDIRECTS = 8

/**
 * Sends a request and follows its redirects, holding each hop to the rules and to its host's pace.
 * `receive` reads the last answer while its host's turn is still held.
 */
export async function send<Value>(
  sent: SentRequest,
  context: SendContext,
  signal: AbortSignal,
  receive: (received: ReceivedResponse) => Promise<Value>,
): Promise<Value> {
  let next = sent
  let { url, rule } = checkUrl(sent.url, context.rules)
  for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
    const done = await takeTurn(next, { url, rule }, context, signal, receive)
    if (done.kind === 'answer') return done.value
    const target = checkUrl(done.location.href, context.rules)
    next = redirect(next, done.status, url, target.url)
    ;({ url, rule } = target)
  }
  throw new RequestRefusedError(reason('network.endless-redirects', { address: showUrl(url) }))
}

type Done<Value> =
  | { readonly kind: 'answer'; readonly value: Value }
  | { readonly kind: 'redirect'; readonly status: number; readonly location: URL }

/** One hop, when it is its host's turn. */
function takeTurn<Value>(
  outgoing: SentRequest,
  { url, rule }: CheckedUrl,
  context: SendContext,
  signal: AbortSignal,
  receive: (received: ReceivedResponse) => Promise<Value>,
): Promise<Done<Value>> {
  const limiter = context.limiterOf(rule)
  const askedAt = performance.now()
  return limiter.turn(
    (held, begin) => context.silentHosts.watch(url.hostname, () => observedHop(held, begin)),
    signal,
  )

  function observedHop(held: AbortSignal, begin: () => void): Promise<Done<Value>> {
    const fields = { host: rule.host, waitedMs: performance.now() - askedAt }
    return inSpan('request', fields, (observed) => hop(held, begin, observed))
  }

  async function hop(
    held: AbortSignal,
    begin: () => void,
    observed: SpanFields['request'],
  ): Promise<Done<Value>> {
    // Waiting for one's turn is not the host's slowness.
    const timely = AbortSignal.any([held, AbortSignal.timeout(outgoing.timeoutMs)])
    const received = await context.line.watch(url.hostname, () =>
      dispatch(outgoing, url, context, { timely, begin }),
    )
    const { status, headers, body } = received
    observed.status = `${Math.trunc(status / 100)}xx` as HostStatus
    if (isPassing(status)) {
      const asked = readRetryAfter(headers['retry-after'], context.clock.now())
      if (asked !== undefined) limiter.hush(url.hostname, asked)
    }
    const location = locate(headers.location, url)
    const isRedirect = outgoing.redirects !== 'tell' && [301, 302, 303, 307, 308].includes(status)
    if (location && isRedirect) {
      // What a redirect says besides is thrown away, unread where it is long.
      await body.dump({ limit: 16_384, signal: timely }).catch(() => {})
      return { kind: 'redirect', status, location }
    }
    try {
      return { kind: 'answer', value: await receive(received) }
    } finally {
      // A body that nobody wanted would keep its connection busy.
      body.on('error', () => {}).destroy()
    }
  }
}

async function dispatch(
  { method, headers, body }: SentRequest,
  url: URL,
  context: SendContext,
  { timely, begin }: { readonly timely: AbortSignal; readonly begin: () => void },
): Promise<ReceivedResponse> {
  const asking = beginning(context.agent, begin).request({
    origin: url.origin,
    path: url.pathname + url.search,
    method,
    headers: { 'user-agent': context.userAgent, ...headers },
    body,
    signal: timely,
  })
  // Until it is connected, undici does not listen to the signal.
  const response = await orAbort(asking, timely)
  const { statusCode: status, body: arriving } = response
  return { status, headers: flatten(response.headers), body: arriving, url }
}

const locate = (location: string | undefined, base: URL) =>
  location !== undefined && URL.canParse(location, base.href) ? new URL(location, base) : undefined

/** All that another host may be told: whatever else is said to a host may be a credential. */
const isHarmless = (name: string) =>
  /^(?:accept(?:-encoding|-language)?|content-type|range|if-(?:range|none-match|modified-since))$/i.test(
    name,
  )

function redirect(sent: SentRequest, status: number, from: URL, to: URL): SentRequest {
  const headers = Object.entries(sent.headers).filter(
    ([name]) => from.host === to.host || isHarmless(name),
  )
  const { timeoutMs } = sent
  const next = { url: to.href, headers: Object.fromEntries(headers), timeoutMs }
  // 303 asks for a GET; so do 301 and 302 after a POST, by custom (RFC 9110, 15.4).
  const becomesGet = status === 303 || (status <= 302 && sent.method === 'POST')
  if (becomesGet) return { ...next, method: 'GET' }
  // A form for one host is none of another's business.
  if (sent.body !== undefined && from.host !== to.host)
    throw new RequestRefusedError(
      reason('network.hands-body-on', { address: showUrl(from), host: to.hostname }),
    )
  return { ...next, method: sent.method, body: sent.body }
}

function flatten(headers: Readonly<Record<string, string | string[] | undefined>>) {
  const flat: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined)
      flat[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : value
  return flat
}
