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
  readonly #isShared: boolean

  /** `isShared`: of several machines one at a time adds to an account. A file of one machine has one writer anyhow. */
  constructor(db: Kysely<Tables>, isShared: boolean) {
    this.#db = db
    this.#isShared = isShared
  }

  async add(account: string, kind: ActivityKind, amount: number, key = '', now = Date.now()) {
    await insert(this.#db, { account, kind, key, amount }, { most: Infinity, withinMs: 0 }, now)
  }

  /** Adds it where the bound holds with it. False, and nothing is added, where it does not. */
  async take(
    account: string,
    kind: ActivityKind,
    amount: number,
    bound: Bound,
    now = Date.now(),
  ): Promise<boolean> {
    return await this.takeAll(account, kind, new Map([['', amount]]), bound, now)
  }

  /** The same of several keys, all or none; whoever else asks for the same account at that moment is before or after it. */
  async takeAll(
    account: string,
    kind: ActivityKind,
    amounts: ReadonlyMap<string, number>,
    { most, withinMs }: Bound,
    now = Date.now(),
  ): Promise<boolean> {
    const [first, ...rest] = [...amounts].map(([key, amount]) => ({ account, kind, key, amount }))
    if (!first) return true
    const others = rest.reduce((sum, { amount }) => sum + amount, 0)
    return await this.#db.transaction().execute(async (db) => {
      if (this.#isShared)
        await db.selectFrom('account').select('id').where('id', '=', account).forUpdate().execute()
      if (!(await insert(db, first, { most: most - others, withinMs }, now))) return false
      for (const each of rest) await insert(db, each, { most: Infinity, withinMs: 0 }, now)
      return true
    })
  }

  /** Takes back what was added within this time, when what it was for did not come about. */
  async giveBack(account: string, kind: ActivityKind, amounts: ReadonlyMap<string, number>) {
    for (const [key, amount] of amounts) await this.add(account, kind, -amount, key)
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

interface Amount {
  readonly account: string
  readonly kind: ActivityKind
  readonly key: string
  readonly amount: number
}

/** Looks and adds in one statement. */
async function insert(
  db: Kysely<Tables>,
  { account, kind, key, amount }: Amount,
  { most, withinMs }: Bound,
  now: number,
): Promise<boolean> {
  const at = Math.floor(now / SPAN_MS) * SPAN_MS
  const free = Number.isFinite(most) ? most - amount : Number.MAX_SAFE_INTEGER
  const { numInsertedOrUpdatedRows = 0n } = await db
    .insertInto('activity')
    .columns(['account', 'kind', 'key', 'at', 'amount'])
    .expression(
      db
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

const total = (rows: readonly { readonly amount: number }[]) =>
  rows.reduce((sum, { amount }) => sum + amount, 0)
