import { randomBytes, randomUUID } from 'node:crypto'
import type { Kysely, Selectable } from 'kysely'
import type { AccountSession } from '../model/accounts/account.ts'
import { hashSecret } from './hash-secret.ts'
import type { Tables } from './tables.ts'

/** Sessions of one account: beyond it, the one unused for longest ends and has to sign in again. */
const MAX_SESSIONS = 50
/** How often it is written down that a session was used. */
const TOUCH_MS = 60_000

type Row = Selectable<Tables['session']>

/** Which browsers are signed in, over every process that shares the database. */
export class SessionTable {
  readonly #db: Kysely<Tables>

  constructor(db: Kysely<Tables>) {
    this.#db = db
  }

  /** Gives the token of a new session: told to its browser alone, and stored nowhere. */
  async begin(
    account: string,
    { isSecure, address }: Pick<AccountSession, 'isSecure' | 'address'>,
    now = Date.now(),
  ): Promise<{ readonly token: string; readonly id: string }> {
    const token = randomBytes(32).toString('base64url')
    const id = randomUUID()
    const secure = isSecure ? 1 : 0
    const row: Row = {
      id,
      account,
      token: hashSecret(token),
      secure,
      address,
      created: now,
      used: now,
    }
    await this.#db.insertInto('session').values(row).execute()
    const old = (await this.list(account)).slice(MAX_SESSIONS).map((each) => each.id)
    if (old.length > 0) await this.#db.deleteFrom('session').where('id', 'in', old).execute()
    return { token, id }
  }

  /** Undefined where it has ended, or was unused for `lifeMs`. */
  async find(token: string, lifeMs: number, now = Date.now()): Promise<AccountSession | undefined> {
    const row = await this.#db
      .selectFrom('session')
      .selectAll()
      .where('token', '=', hashSecret(token))
      .executeTakeFirst()
    if (!row) return undefined
    if (now - row.used > lifeMs) {
      await this.end(row.id)
      return undefined
    }
    if (now - row.used > TOUCH_MS)
      await this.#db.updateTable('session').set({ used: now }).where('id', '=', row.id).execute()
    return describe(row)
  }

  /** Those of an account; the one used last first. */
  async list(account: string): Promise<readonly AccountSession[]> {
    const rows = await this.#db
      .selectFrom('session')
      .selectAll()
      .where('account', '=', account)
      .orderBy('used', 'desc')
      .execute()
    return rows.map(describe)
  }

  /** Which of these have not ended. */
  async living(ids: readonly string[]): Promise<ReadonlySet<string>> {
    if (ids.length === 0) return new Set()
    const rows = await this.#db
      .selectFrom('session')
      .select('id')
      .where('id', 'in', [...ids])
      .execute()
    return new Set(rows.map(({ id }) => id))
  }

  async end(id: string): Promise<boolean> {
    const ended = await this.#db.deleteFrom('session').where('id', '=', id).executeTakeFirst()
    return ended.numDeletedRows > 0n
  }

  /** All of an account, but for one where that is named. */
  async endAll(account: string, except?: string): Promise<void> {
    await this.#db
      .deleteFrom('session')
      .where('account', '=', account)
      .$if(except !== undefined, (query) => query.where('id', '!=', except ?? ''))
      .execute()
  }

  /** Whether the account was signed in from there lately: no stranger, whoever else guesses its password. */
  async knows(account: string, address: string): Promise<boolean> {
    const row = await this.#db
      .selectFrom('session')
      .select('id')
      .where('account', '=', account)
      .where('address', '=', address)
      .executeTakeFirst()
    return row !== undefined
  }
}

const describe = (row: Row): AccountSession => ({
  id: row.id,
  account: row.account,
  isSecure: row.secure === 1,
  address: row.address,
  createdAt: new Date(row.created).toISOString(),
  usedAt: new Date(row.used).toISOString(),
})
