import type { Kysely } from 'kysely'
import { hashSecret } from './hash-secret.ts'
import type { Tables } from './tables.ts'

/** A sign-in that was sent to the provider: what its answer is checked by. */
export interface PendingLogin {
  readonly verifier: string
  readonly nonce: string
  /** Where the provider sends the browser back to. */
  readonly redirect: string
}

const LIFE_MS = 10 * 60_000
/** Anybody may begin one: of more than so many the oldest are forgotten. */
const MAX_PENDING = 1000

/** Sign-ins that have not come back, over every process that shares the database. */
export class PendingLoginTable {
  readonly #db: Kysely<Tables>

  constructor(db: Kysely<Tables>) {
    this.#db = db
  }

  /** `browser`: a secret that only the browser which began it holds. */
  async add(state: string, browser: string, login: PendingLogin, now = Date.now()): Promise<void> {
    await this.#db.deleteFrom('pending_login').where('until', '<=', now).execute()
    const hashed = { state: hashSecret(state), browser: hashSecret(browser) }
    const row = { ...login, ...hashed, until: now + LIFE_MS }
    await this.#db.insertInto('pending_login').values(row).execute()
    const old = await this.#db
      .selectFrom('pending_login')
      .select('state')
      .orderBy('until', 'desc')
      .offset(MAX_PENDING)
      .limit(MAX_PENDING)
      .execute()
    const states = old.map((each) => each.state)
    if (states.length > 0)
      await this.#db.deleteFrom('pending_login').where('state', 'in', states).execute()
  }

  /** Once only. Undefined where it is none, has run out, or was begun by another browser. */
  async take(state: string, browser: string, now = Date.now()): Promise<PendingLogin | undefined> {
    const row = await this.#db
      .deleteFrom('pending_login')
      .where('state', '=', hashSecret(state))
      .where('browser', '=', hashSecret(browser))
      .returningAll()
      .executeTakeFirst()
    if (!row || row.until <= now) return undefined
    const { verifier, nonce, redirect } = row
    return { verifier, nonce, redirect }
  }
}
