import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import CachePolicy from 'http-cache-semantics'
import type { HttpAnswer } from './http.ts'
import { isPrivateHeader } from './private.ts'

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
export type Kept =
  | { readonly kind: 'fresh'; readonly answer: HttpAnswer }
  | {
      readonly kind: 'stale'
      readonly answer: HttpAnswer
      readonly headers: Headers
      readonly policy: CachePolicy
    }

const SCHEMA = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  PRAGMA user_version = 1;
  CREATE TABLE IF NOT EXISTS answer (
    key BLOB PRIMARY KEY, stored_at INTEGER NOT NULL, fresh_until INTEGER NOT NULL,
    policy TEXT NOT NULL, answer TEXT NOT NULL, body BLOB NOT NULL
  );
  CREATE INDEX IF NOT EXISTS answer_by_age ON answer (stored_at);`

/** How long an answer is kept at most, whatever its host says. */
const LONGEST_MS = 30 * 24 * 3600_000

/**
 * Answers on disk, by RFC 9111 as a private cache. Keys are hashes of all that a request says, the
 * user's credentials among it: no secret is written, and no answer serves another's credentials.
 */
export class AnswerCache implements Disposable {
  readonly #database: DatabaseSync

  /** `:memory:` remembers for the run alone. */
  constructor(file: string, now: number) {
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true })
    this.#database = new DatabaseSync(file, { timeout: 5000 })
    this.#database.exec(SCHEMA)
    if (file !== ':memory:') chmodSync(file, 0o600)
    this.#database.prepare('DELETE FROM answer WHERE stored_at < ?').run(now - LONGEST_MS)
  }

  find(request: CacheRequest, now: number): Kept | undefined {
    const row = this.#database
      .prepare('SELECT fresh_until, policy, answer, body FROM answer WHERE key = ?')
      .get(keyOf(request))
    if (!row) return undefined
    const policy = CachePolicy.fromObject(JSON.parse(String(row.policy)))
    const answer: HttpAnswer = { ...JSON.parse(String(row.answer)), body: row.body as Uint8Array }
    const asked = describe(request)
    if (Number(row.fresh_until) > now) return { kind: 'fresh', answer }
    return { kind: 'stale', answer, policy, headers: plain(policy.revalidationHeaders(asked)) }
  }

  /** Keeps it where its host allows that: as long as the host says, or for `keepForMs` where it says nothing. */
  store(request: CacheRequest, answer: HttpAnswer, keepForMs: number, now: number): void {
    const asked = describe(request)
    const { status, headers } = answer
    if (/\bno-store\b/i.test(headers['cache-control'] ?? '')) return
    const policy = new CachePolicy(asked, { status, headers: { ...headers } }, { shared: false })
    const saysNothing =
      !/\b(?:max-age|no-cache)\b/i.test(headers['cache-control'] ?? '') && !headers.expires
    const fits = [200, 301, 404, 410].includes(status)
    if (!fits || !(policy.storable() || saysNothing)) return
    const freshMs = policy.storable() ? policy.timeToLive() : 0
    const lasting = saysNothing ? Math.max(freshMs, keepForMs) : freshMs
    const { body, ...rest } = answer
    this.#database
      .prepare('INSERT OR REPLACE INTO answer VALUES (?, ?, ?, ?, ?, ?)')
      .run(
        keyOf(request),
        now,
        now + Math.min(LONGEST_MS, lasting),
        JSON.stringify(policy.toObject()),
        JSON.stringify(rest),
        body,
      )
  }

  forget(request: CacheRequest): void {
    if (!this.#database.isOpen) return
    this.#database.prepare('DELETE FROM answer WHERE key = ?').run(keyOf(request))
  }

  /** 304: what is kept still holds, under the headers that the answer brought. */
  refresh(
    request: CacheRequest,
    kept: Extract<Kept, { kind: 'stale' }>,
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

function keyOf({ method, url, headers, body = '' }: CacheRequest): Uint8Array {
  const told = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])
  const hash = createHash('sha256').update(JSON.stringify([method, url, told.toSorted()]))
  return hash.update(body).digest()
}

/** For the policy, which is written down as it is. POSTs that may be repeated are questions like any other. */
const describe = ({ url, headers }: CacheRequest) => ({
  url: new URL(url).pathname,
  method: 'GET',
  headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !isPrivateHeader(name))),
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
