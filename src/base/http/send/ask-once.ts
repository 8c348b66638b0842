import { createHash } from 'node:crypto'
import { tellMoment } from '../../telemetry/span.ts'
import { checkUrl } from '../allow/check-url.ts'
import type { AnswerCache, CachedAnswer } from '../cache/cache.ts'
import type { HttpAnswer, HttpRequest } from '../http.ts'
import { addSecrets, removeSecrets } from '../secrets.ts'
import { readBody } from './body.ts'
import { orAbort } from './or-abort.ts'
import { retry } from './retry.ts'
import { type SendContext, send } from './send.ts'

const MAX_BYTES = 8 * 2 ** 20
const TIMEOUT_MS = 20_000
const WEEK_MS = 7 * 24 * 3600_000

/** A question whose answer is on its way. */
interface Underway {
  readonly answer: Promise<HttpAnswer>
  /** Of whoever asked first. */
  readonly signal: AbortSignal
}

interface AskContext extends SendContext {
  readonly cache: AnswerCache
  /** By all that the question says. */
  readonly underway: Map<string, Underway>
}

/** Asks a question, and the same one only once: who asks it too meanwhile gets the same answer. */
export async function askOnce(
  request: HttpRequest,
  context: AskContext,
  signal: AbortSignal,
): Promise<HttpAnswer> {
  if (request.fresh || !isRepeatable(request)) return await askAnyway(request, context, signal)
  const { url, method, headers, body, secrets, maxBytes } = request
  const key = JSON.stringify([url, method, headers, body?.toString(), secrets, maxBytes])
  for (;;) {
    const same = context.underway.get(key)
    if (!same) break
    try {
      return await orAbort(same.answer, signal)
    } catch (error) {
      // Whoever asked first has been stopped, and this one has not: it is asked anew.
      if (signal.aborted || !same.signal.aborted) throw error
    }
  }
  const answer = askAnyway(request, context, signal).finally(() => context.underway.delete(key))
  context.underway.set(key, { answer, signal })
  return await answer
}

const isRepeatable = ({ method = 'GET', repeatable }: HttpRequest) =>
  method === 'GET' || repeatable === true

/** One question and its whole answer, from the cache where that is fresh. */
async function askAnyway(
  request: HttpRequest,
  context: AskContext,
  signal: AbortSignal,
): Promise<HttpAnswer> {
  const { cache, clock } = context
  const { method = 'GET', headers = {}, body } = request
  const url = addSecrets(request.url, request.secrets)
  const { rule, url: checked } = checkUrl(url, context.rules)
  const repeatable = isRepeatable(request)
  const remembers = repeatable && !request.fresh
  const isPrivate = rule.own !== undefined || Object.keys(request.secrets ?? {}).length > 0
  const question = { url, method, headers, body, isPrivate }
  const forget = () => void cache.forget(question).catch(() => {})
  const kept = remembers ? await cache.find(question, clock.now()) : undefined
  if (kept?.kind === 'fresh') return { ...kept.answer, forget }
  const attempt = () => askNow(request, url, kept, context, signal)
  const answer = await retry(attempt, { host: checked.hostname, clock, repeatable }, signal)
  if (!remembers) return answer
  const keepForMs = rule.keepForMs ?? WEEK_MS
  if (kept && answer.status === 304)
    return {
      ...(await cache.refresh(question, kept, answer.headers, keepForMs, clock.now())),
      forget,
    }
  await cache.store(question, answer, keepForMs, clock.now())
  return { ...answer, forget }
}

function askNow(
  request: HttpRequest,
  url: string,
  kept: CachedAnswer | undefined,
  context: SendContext,
  signal: AbortSignal,
): Promise<HttpAnswer & { readonly retryAfter: string | undefined }> {
  const { method = 'GET', body, secrets, maxBytes = MAX_BYTES, timeoutMs = TIMEOUT_MS } = request
  const { redirects } = request
  const validators = kept?.kind === 'stale' ? pickValidators(kept.headers) : {}
  const sent = {
    url,
    method,
    headers: {
      accept: 'application/json',
      'accept-encoding': 'gzip, br',
      ...request.headers,
      ...validators,
    },
    body,
    timeoutMs,
    redirects,
  }
  return send(sent, context, signal, async (received) => {
    const { status, headers } = received
    const bytes = await readBody(received.body, headers['content-encoding'], maxBytes)
    tellMoment('received', { bytes: bytes.length })
    return {
      status,
      headers,
      body: bytes,
      answer: {
        url: removeSecrets(new URL(url), secrets),
        sha256: createHash('sha256').update(bytes).digest('hex'),
        at: new Date(context.clock.now()).toISOString(),
      },
      finalUrl: removeSecrets(received.url, secrets),
      retryAfter: headers['retry-after'],
    }
  })
}

const pickValidators = (headers: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(headers).filter(([name]) => /^if-(?:none-match|modified-since)$/i.test(name)),
  )
