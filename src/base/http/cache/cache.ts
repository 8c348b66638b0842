import type { DatabaseSync } from 'node:sqlite'
import CachePolicy from 'http-cache-semantics'
import type { HttpAnswer } from '../http.ts'
import { openCacheFile } from './cache-file.ts'
import { deriveKeys, type RequestKeys, seal, unseal } from './seal.ts'

type Headers = Readonly<Record<string, string>>

/** A request as the cache knows it. */
export interface CacheRequest {
  /** With its secrets: only a hash of it is kept. */
  readonly url: string
  readonly method: string
  readonly headers: Headers
  readonly body?: string | Uint8Array
}

/** An answer kept from before; where it is not fresh, `headers` ask whether it still holds. */
export type CachedAnswer =
  | { readonly kind: 'fresh'; readonly answer: HttpAnswer }
  | {
      readonly kind: 'stale'
      readonly answer: HttpAnswer
      readonly headers: Headers
      readonly policy: CachePolicy
    }

/** How long an answer is kept at most, whatever its host says. */
const MAX_AGE_MS = 30 * 24 * 3600_000

/**
 * Answers on disk, by RFC 9111 as a private cache. An answer is found by a hash of all that its request
 * says, the user's credentials among it, and sealed with another one: no secret lies there in clear, not
 * even where a host repeats it in its answer, and no answer serves another's credentials.
 */
export class AnswerCache implements Disposable {
  readonly #database: DatabaseSync

  /** `:memory:` remembers for the run alone. */
  constructor(file: string, now: number) {
    this.#database = openCacheFile(file)
    this.#database.prepare('DELETE FROM answer WHERE stored_at < ?').run(now - MAX_AGE_MS)
  }

  find(request: CacheRequest, now: number): CachedAnswer | undefined {
    const keys = keysOf(request)
    const row = this.#database
      .prepare('SELECT fresh_until, said, body FROM answer WHERE id = ?')
      .get(keys.id)
    if (!row) return undefined
    const said = unseal(row.said as Uint8Array, keys.seal)
    const body = unseal(row.body as Uint8Array, keys.seal)
    if (!said || !body) return undefined
    const { policy: rules, ...rest } = JSON.parse(said.toString())
    const policy = CachePolicy.fromObject(rules)
    const answer: HttpAnswer = { ...rest, body }
    const asked = describe(request)
    if (Number(row.fresh_until) > now) return { kind: 'fresh', answer }
    return { kind: 'stale', answer, policy, headers: plain(policy.revalidationHeaders(asked)) }
  }

  /** Keeps it where its host allows that: as long as the host says, or for `keepForMs` where it says nothing. */
  store(request: CacheRequest, answer: HttpAnswer, keepForMs: number, now: number): void {
    const { body, ...rest } = answer
    const { status, headers } = answer
    if (/\bno-store\b/i.test(headers['cache-control'] ?? '')) return
    const told = { status, headers: { ...headers } }
    const policy = new CachePolicy(describe(request), told, { shared: false })
    const silent = saysNothing(headers)
    const fits = [200, 404, 410].includes(status)
    if (!fits || !(policy.storable() || silent)) return
    const freshMs = policy.storable() ? policy.timeToLive() : 0
    const lasting = Math.min(MAX_AGE_MS, silent ? Math.max(freshMs, keepForMs) : freshMs)
    const said = Buffer.from(JSON.stringify({ ...rest, policy: policy.toObject() }))
    this.#write(keysOf(request), said, body, now, now + lasting)
  }

  #write(
    { id, seal: key }: RequestKeys,
    said: Uint8Array,
    body: Uint8Array,
    now: number,
    until: number,
  ) {
    try {
      this.#database
        .prepare('INSERT OR REPLACE INTO answer VALUES (?, ?, ?, ?, ?)')
        .run(id, now, until, seal(said, key), seal(body, key))
    } catch {
      // A full disk or a busy file: an answer that cannot be remembered is an answer all the same.
    }
  }

  forget(request: CacheRequest): void {
    if (!this.#database.isOpen) return
    this.#database.prepare('DELETE FROM answer WHERE id = ?').run(keysOf(request).id)
  }

  /** 304: what is kept still holds, under the headers that the answer brought. */
  refresh(
    request: CacheRequest,
    kept: Extract<CachedAnswer, { kind: 'stale' }>,
    headers: Headers,
    keepForMs: number,
    now: number,
  ): HttpAnswer {
    const { policy } = kept.policy.revalidatedPolicy(describe(request), {
      status: 304,
      headers: { ...headers },
    })
    const answer = { ...kept.answer, headers: plain(policy.responseHeaders()) }
    this.store(request, answer, keepForMs, now)
    return answer
  }

  [Symbol.dispose](): void {
    if (this.#database.isOpen) this.#database.close()
  }
}

function keysOf({ method, url, headers, body = '' }: CacheRequest): RequestKeys {
  const told = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])
  const said = Buffer.from(`${JSON.stringify([method, url, told.toSorted()])}\n`)
  return deriveKeys(Buffer.concat([said, Buffer.from(body)]))
}

/** Nothing of how long it holds: neither that, nor that it must not be used again unasked. */
const saysNothing = (headers: Headers) =>
  !/\b(?:max-age|no-cache)\b/i.test(headers['cache-control'] ?? headers.pragma ?? '') &&
  headers.expires === undefined &&
  headers.vary?.trim() !== '*'

/** POSTs that may be repeated are questions like any other. */
const describe = ({ url, headers }: CacheRequest) => ({
  url,
  method: 'GET',
  headers: { ...headers },
})

function plain(
  headers: Readonly<Record<string, string | string[] | undefined>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)]],
    ),
  )
}
