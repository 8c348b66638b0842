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

  /** Adds it where the bound holds with it, in one statement. False, and nothing is added, where it does not. */
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
    const { numAffectedRows = 0n } = await sql`
      INSERT INTO activity (account, kind, key, at, amount)
      SELECT cast(${account} as text), cast(${kind} as text), cast(${key} as text),
        cast(${at} as double precision), cast(${amount} as double precision)
      WHERE (SELECT coalesce(sum(amount), 0) FROM activity
        WHERE account = ${account} AND kind = ${kind} AND at > cast(${now - withinMs} as double precision))
        <= cast(${free} as double precision)
      ON CONFLICT (account, kind, key, at) DO UPDATE SET amount = activity.amount + excluded.amount`.execute(
      this.#db,
    )
    return numAffectedRows > 0n
  }

  async sum(account: string, kind: ActivityKind, withinMs: number, key?: string): Promise<number> {
    const rows = await this.#rows(account, kind, withinMs, Date.now())
    return total(rows.filter((row) => key === undefined || row.key === key))
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
