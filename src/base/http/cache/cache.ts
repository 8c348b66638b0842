import CachePolicy from 'http-cache-semantics'
import type { HttpAnswer } from '../http.ts'
import { type AnswerStore, MAX_AGE_MS } from './answer-store.ts'
import { type CacheRequest, isPublicAnswer, isPublicRequest } from './cache-request.ts'
import { deriveKeys, type RequestKeys, seal, unseal } from './seal.ts'

type Headers = Readonly<Record<string, string>>

/** An answer kept from before; where it is not fresh, `headers` ask whether it still holds. */
export type CachedAnswer =
  | { readonly kind: 'fresh'; readonly answer: HttpAnswer }
  | {
      readonly kind: 'stale'
      readonly answer: HttpAnswer
      readonly headers: Headers
      readonly policy: CachePolicy
    }

/**
 * Remembers answers by RFC 9111. An answer is found by a hash of all that its request says, the user's credentials among
 * it, and sealed with another one: no secret lies there in clear, not even where a host repeats it in its answer, and no
 * answer serves another's credentials. What is nobody's in particular lies where all workers find it, if there is such a
 * place; the rest in this machine's own.
 */
export class AnswerCache implements AsyncDisposable {
  readonly #own: AnswerStore
  readonly #shared: AnswerStore | undefined

  constructor(own: AnswerStore, shared?: AnswerStore) {
    this.#own = own
    this.#shared = shared
  }

  async find(request: CacheRequest, now: number): Promise<CachedAnswer | undefined> {
    const keys = keysOf(request)
    const shared = isPublicRequest(request) ? await this.#shared?.get(keys.id) : undefined
    const stored = shared ?? (await this.#own.get(keys.id))
    if (!stored) return undefined
    const said = unseal(stored.said, keys.seal)
    const body = unseal(stored.body, keys.seal)
    if (!said || !body) return undefined
    const { policy: rules, ...rest } = JSON.parse(said.toString())
    const policy = CachePolicy.fromObject(rules)
    const answer: HttpAnswer = { ...rest, body }
    const asked = describe(request)
    if (stored.freshUntil > now) return { kind: 'fresh', answer }
    return { kind: 'stale', answer, policy, headers: plain(policy.revalidationHeaders(asked)) }
  }

  /** Keeps it where its host allows that: as long as the host says, or for `keepForMs` where it says nothing. */
  async store(
    request: CacheRequest,
    answer: HttpAnswer,
    keepForMs: number,
    now: number,
  ): Promise<void> {
    const { body, ...rest } = answer
    const { status, headers } = answer
    if (/\bno-store\b/i.test(headers['cache-control'] ?? '')) return
    const store = this.#choose(request, answer)
    const told = { status, headers: { ...headers } }
    const policy = new CachePolicy(describe(request), told, { shared: store !== this.#own })
    const silent = saysNothing(headers)
    const fits = [200, 404, 410].includes(status)
    if (!fits || !(policy.storable() || silent)) return
    const freshMs = policy.storable() ? policy.timeToLive() : 0
    const lasting = Math.min(MAX_AGE_MS, silent ? Math.max(freshMs, keepForMs) : freshMs)
    const said = Buffer.from(JSON.stringify({ ...rest, policy: policy.toObject() }))
    const { id, seal: key } = keysOf(request)
    const sealed = { freshUntil: now + lasting, said: seal(said, key), body: seal(body, key) }
    await store.put(id, sealed, now)
  }

  async forget(request: CacheRequest): Promise<void> {
    const { id } = keysOf(request)
    await this.#own.remove(id)
    if (isPublicRequest(request)) await this.#shared?.remove(id)
  }

  /** 304: what is kept still holds, under the headers that the answer brought. */
  async refresh(
    request: CacheRequest,
    kept: Extract<CachedAnswer, { kind: 'stale' }>,
    headers: Headers,
    keepForMs: number,
    now: number,
  ): Promise<HttpAnswer> {
    const { policy } = kept.policy.revalidatedPolicy(describe(request), {
      status: 304,
      headers: { ...headers },
    })
    const answer = { ...kept.answer, headers: plain(policy.responseHeaders()) }
    await this.store(request, answer, keepForMs, now)
    return answer
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#own[Symbol.asyncDispose]()
  }

  #choose(request: CacheRequest, { headers, body }: HttpAnswer): AnswerStore {
    const isShared =
      this.#shared &&
      isPublicRequest(request) &&
      isPublicAnswer(headers) &&
      fitsIn(this.#shared, body)
    return isShared && this.#shared ? this.#shared : this.#own
  }
}

const fitsIn = ({ maxBytes }: AnswerStore, body: Uint8Array) => body.length <= maxBytes

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
