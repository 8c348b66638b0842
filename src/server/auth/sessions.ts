import { createHash, randomBytes, randomUUID } from 'node:crypto'

/** Sessions that are kept: beyond it, the one unused for longest ends and has to log in again. */
const MAX_SESSIONS = 1000

export interface LoginSession {
  /** No secret: it names an owner of jobs. */
  readonly id: string
  /** It was begun through TLS, so its cookie must never go without. */
  readonly isSecure: boolean
  /** Aborted when it ends. */
  readonly ended: AbortSignal
}

interface Kept extends LoginSession {
  readonly end: AbortController
  usedAt: number
}

/** Who has given the password: in memory alone, so a new start asks again. */
export class Sessions {
  /** By the token's hash: what is compared tells nothing of the token by the time it takes. */
  readonly #kept = new Map<string, Kept>()
  readonly #lifeMs: number

  constructor(lifeMs: number) {
    this.#lifeMs = lifeMs
  }

  /** Gives the token of a new session. */
  begin(isSecure: boolean, now = Date.now()): string {
    const token = randomBytes(32).toString('base64url')
    const end = new AbortController()
    const session = { id: randomUUID(), isSecure, end, ended: end.signal, usedAt: now }
    this.#kept.set(hash(token), session)
    for (const [key, session] of this.#kept)
      if (this.#kept.size > MAX_SESSIONS || this.#isOver(session, now)) this.#drop(key)
    return token
  }

  find(token: string | undefined, now = Date.now()): LoginSession | undefined {
    if (token === undefined) return undefined
    const key = hash(token)
    const session = this.#kept.get(key)
    if (!session) return undefined
    this.#kept.delete(key)
    if (this.#isOver(session, now)) {
      session.end.abort()
      return undefined
    }
    session.usedAt = now
    this.#kept.set(key, session)
    return session
  }

  end(token: string | undefined): void {
    if (token !== undefined) this.#drop(hash(token))
  }

  #drop(key: string) {
    this.#kept.get(key)?.end.abort()
    this.#kept.delete(key)
  }

  #isOver(session: Kept, now: number): boolean {
    return now - session.usedAt > this.#lifeMs
  }
}

const hash = (token: string) => createHash('sha256').update(token).digest('base64')
