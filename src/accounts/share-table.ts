import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

/** Which archives a guest may look at and listen to. */
export class ShareTable {
  readonly #db: Kysely<Tables>

  constructor(db: Kysely<Tables>) {
    this.#db = db
  }

  /** `dir`: absolute. */
  async add(account: string, dir: string): Promise<void> {
    await this.#db
      .insertInto('share')
      .values({ account, dir, created: Date.now() })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }

  /** False where it was not shared. */
  async remove(account: string, dir: string): Promise<boolean> {
    const { numDeletedRows } = await this.#db
      .deleteFrom('share')
      .where('account', '=', account)
      .where('dir', '=', dir)
      .executeTakeFirst()
    return numDeletedRows > 0n
  }

  async list(account: string): Promise<readonly string[]> {
    const rows = await this.#db
      .selectFrom('share')
      .select('dir')
      .where('account', '=', account)
      .orderBy('created')
      .execute()
    return rows.map(({ dir }) => dir)
  }
}
