import { type Kysely, sql } from 'kysely'
import type { Tables } from './tables.ts'

/** `tracks` that were looked for, `lists` that were ordered, `reads` of links for a preview, bytes of `uploads`. */
export type ActivityKind = 'tracks' | 'lists' | 'reads' | 'uploads' | 'turns'

/** What is done within such a span is one row. */
const SPAN_MS = 60_000

export interface Bound {
  readonly most: number
  readonly withinMs: number
}

/** How much of something each account has done lately, over every process that shares the database. */
export class ActivityTable {
  readonly #db: Kysely<Tables>

  constructor(db: Kysely<Tables>) {
    this.#db = db
  }

  async add(account: string, kind: ActivityKind, amount: number, key = '', now = Date.now()) {
    await this.take(account, kind, amount, { most: Infinity, withinMs: 0 }, key, now)
  }

  /**
   * Adds it where the bound holds with it, in one statement; those of several machines at one moment may go beyond it by as
   * many as they are. False, and nothing is added, where it does not.
   */
  async take(
    account: string,
    kind: ActivityKind,
    amount: number,
    { most, withinMs }: Bound,
    key = '',
    now = Date.now(),
  ): Promise<boolean> {
    const at = Math.floor(now / SPAN_MS) * SPAN_MS
    const free = Number.isFinite(most) ? most - amount : Number.MAX_SAFE_INTEGER
    const { numInsertedOrUpdatedRows = 0n } = await this.#db
      .insertInto('activity')
      .columns(['account', 'kind', 'key', 'at', 'amount'])
      .expression(
        this.#db
          .selectNoFrom([
            sql<string>`cast(${account} as text)`.as('account'),
            sql<string>`cast(${kind} as text)`.as('kind'),
            sql<string>`cast(${key} as text)`.as('key'),
            sql<number>`cast(${at} as double precision)`.as('at'),
            sql<number>`cast(${amount} as double precision)`.as('amount'),
          ])
          .where(({ eb, selectFrom }) =>
            eb(
              selectFrom('activity')
                .select(sql<number>`coalesce(sum(amount), 0)`.as('used'))
                .where('account', '=', account)
                .where('kind', '=', kind)
                .where('at', '>', now - withinMs),
              '<=',
              sql<number>`cast(${free} as double precision)`,
            ),
          ),
      )
      .onConflict((conflict) =>
        conflict
          .columns(['account', 'kind', 'key', 'at'])
          .doUpdateSet({ amount: sql`activity.amount + excluded.amount` }),
      )
      .executeTakeFirst()
    return numInsertedOrUpdatedRows > 0n
  }

  async sum(account: string, kind: ActivityKind, withinMs: number): Promise<number> {
    return total(await this.#rows(account, kind, withinMs, Date.now()))
  }

  /** What there was most of, by its key. */
  async most(account: string, kind: ActivityKind, withinMs: number): Promise<number> {
    const sums = new Map<string, number>()
    for (const { key, amount } of await this.#rows(account, kind, withinMs, Date.now()))
      sums.set(key, (sums.get(key) ?? 0) + amount)
    return Math.max(0, ...sums.values())
  }

  /** When that much may be added again. */
  async freeAt(
    account: string,
    kind: ActivityKind,
    amount: number,
    { most, withinMs }: Bound,
    now = Date.now(),
  ): Promise<number> {
    const rows = await this.#rows(account, kind, withinMs, now)
    let used = total(rows)
    if (used + amount <= most) return now
    for (const row of rows) {
      used -= row.amount
      if (used + amount <= most) return row.at + withinMs
    }
    return now + withinMs
  }

  /** Forgets what is longer ago. */
  async tidy(beforeMs: number): Promise<void> {
    await this.#db.deleteFrom('activity').where('at', '<', beforeMs).execute()
  }

  #rows(account: string, kind: ActivityKind, withinMs: number, now: number) {
    return this.#db
      .selectFrom('activity')
      .select(['key', 'at', 'amount'])
      .where('account', '=', account)
      .where('kind', '=', kind)
      .where('at', '>', now - withinMs)
      .orderBy('at')
      .execute()
  }
}

const total = (rows: readonly { readonly amount: number }[]) =>
  rows.reduce((sum, { amount }) => sum + amount, 0)
