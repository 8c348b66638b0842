import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { AuditEntry } from '../model/accounts/account.ts'
import type { Tables } from './tables.ts'

export type NewAuditEntry = Omit<AuditEntry, 'at' | 'params'> & Partial<Pick<AuditEntry, 'params'>>

/** A word of it, and each of its facts. */
const MAX_TEXT = 500

/** Who did what when to which thing: only ever added to, which the database itself keeps. */
export class AuditTable {
  readonly #db: Kysely<Tables>

  constructor(db: Kysely<Tables>) {
    this.#db = db
  }

  async add({ who, what, thing, params = {} }: NewAuditEntry): Promise<void> {
    const facts = Object.entries(params).map(([name, value]) => [name, cut(value)])
    await this.#db
      .insertInto('audit')
      .values({
        id: randomUUID(),
        at: Date.now(),
        who: cut(who),
        what,
        thing: cut(thing),
        params: JSON.stringify(Object.fromEntries(facts)),
      })
      .execute()
  }

  /** The latest first, at most so many; before a time, where one is named (milliseconds since 1970). */
  async list(max: number, before?: number): Promise<readonly AuditEntry[]> {
    const rows = await this.#db
      .selectFrom('audit')
      .selectAll()
      .$if(before !== undefined, (query) => query.where('at', '<', before ?? 0))
      .orderBy('at', 'desc')
      .orderBy('id')
      .limit(max)
      .execute()
    return rows.map(({ at, who, what, thing, params }) => ({
      at: new Date(at).toISOString(),
      who,
      what: what as AuditEntry['what'],
      thing,
      params: JSON.parse(params),
    }))
  }
}

const cut = <Value extends string | number>(value: Value): Value =>
  (typeof value === 'string' ? value.slice(0, MAX_TEXT) : value) as Value
