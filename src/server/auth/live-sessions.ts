import type { AccountService } from '../../app/accounts/account-service.ts'

/** How long what an ended session still listens to may go on. */
const LOOK_MS = 1_000

/** Ends what is under way of a session that was ended, in this process or in another. */
export class LiveSessions implements Disposable {
  readonly #accounts: Pick<AccountService, 'living'>
  readonly #live = new Map<string, { readonly end: AbortController; usedAt: number }>()
  readonly #timer: NodeJS.Timeout
  readonly #lifeMs: number

  constructor(accounts: Pick<AccountService, 'living'>, lifeMs: number) {
    this.#accounts = accounts
    this.#lifeMs = lifeMs
    // A look that fails is made again.
    this.#timer = setInterval(() => void this.look().catch(() => {}), LOOK_MS)
    this.#timer.unref()
  }

  /** Aborted when the session ends. */
  signalOf(id: string, now = Date.now()): AbortSignal {
    const known = this.#live.get(id)
    const live = known ?? { end: new AbortController(), usedAt: now }
    live.usedAt = now
    this.#live.set(id, live)
    return live.end.signal
  }

  end(id: string): void {
    this.#live.get(id)?.end.abort()
    this.#live.delete(id)
  }

  /** Looks which have ended. */
  async look(now = Date.now()): Promise<void> {
    const ids = [...this.#live.keys()]
    const living = await this.#accounts.living(ids)
    for (const [id, { usedAt }] of this.#live)
      if (ids.includes(id) && (!living.has(id) || now - usedAt > this.#lifeMs)) this.end(id)
  }

  [Symbol.dispose]() {
    clearInterval(this.#timer)
  }
}
