import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import { MAX_LOGIN_MS, type StartedLogin } from './begin-login.ts'

/** Several windows may each have begun one; of more, the oldest are forgotten. */
const MAX_REMEMBERED = 16

interface Remembered {
  readonly login: StartedLogin
  /** Milliseconds since 1970. */
  readonly until: number
  isUsed: boolean
}

/** Logins that were begun, by the state that comes back with the answer. Each is good for one answer, and for a time. */
export class PendingLogins {
  readonly #logins = new Map<string, Remembered>()
  readonly #now: () => number

  constructor(now: () => number) {
    this.#now = now
  }

  add(login: StartedLogin): void {
    this.#logins.set(login.state, { login, until: this.#now() + MAX_LOGIN_MS, isUsed: false })
    for (const state of this.#logins.keys())
      if (this.#logins.size > MAX_REMEMBERED) this.#logins.delete(state)
  }

  /** The latest that still waits for its answer. */
  latest(): Pick<Remembered, 'login' | 'until'> | undefined {
    return [...this.#logins.values()].findLast(
      ({ isUsed, until }) => !isUsed && until > this.#now(),
    )
  }

  /** The login that the answer belongs to; from now on it takes no other. UserError where there is none. */
  take(query: URLSearchParams): StartedLogin {
    const found = this.#logins.get(query.get('state') ?? '')
    if (!found)
      throw new UserError(reason('playlist.login-of-another'), reason('playlist.try-login-again'))
    if (found.isUsed)
      throw new UserError(reason('playlist.login-used'), reason('playlist.try-login-again'))
    found.isUsed = true
    if (found.until <= this.#now())
      throw new UserError(reason('playlist.login-unanswered'), reason('playlist.try-login-again'))
    return found.login
  }

  /** Whatever comes back later is taken for none of them. */
  cancel(): void {
    for (const each of this.#logins.values()) each.isUsed = true
  }
}
