import { randomUUID } from 'node:crypto'
import type { ExpressionBuilder, Kysely, Selectable } from 'kysely'
import { type Account, foldName, type Role } from '../model/accounts/account.ts'
import { type AccountLimits, completeLimits } from '../model/accounts/limits.ts'
import { reason } from '../model/reason.ts'
import { foldText } from '../text/fold.ts'
import { UserError } from '../words/user-error.ts'
import type { Tables } from './tables.ts'

export interface NewAccount {
  readonly name: string
  /** Of the first account of all it is `owner`, whatever is said. */
  readonly role: Role
  /** As `hashPassword` makes it. */
  readonly password?: string
  readonly email?: string
}

/** A name has as many letters, and another script may take several Latin ones for each. */
const MAX_FOLDER = 64

type Row = Selectable<Tables['account']>

/** Who may sign in. */
export class AccountTable {
  readonly #db: Kysely<Tables>

  constructor(db: Kysely<Tables>) {
    this.#db = db
  }

  /** UserError where the name or the address is no fit one, or somebody has it. */
  async add({ name, role, password, email }: NewAccount): Promise<Account> {
    const id = randomUUID()
    const fit = requireName(name)
    const isFirst = (await this.list()).length === 0
    const row: Row = {
      id,
      name: fit,
      role: isFirst ? 'owner' : role,
      place: nameFolder(fit, id),
      password: password ?? null,
      email: email === undefined ? null : requireEmail(email),
      subject: null,
      limits: '{}',
      created: Date.now(),
    }
    const { numInsertedOrUpdatedRows } = await this.#db
      .insertInto('account')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (numInsertedOrUpdatedRows !== 1n) throw taken(fit)
    return describe(row)
  }

  /** UserError as `add` throws it. */
  async requireFree(name: string, email?: string): Promise<void> {
    const fit = requireName(name)
    const known = email === undefined ? undefined : await this.findBy('email', requireEmail(email))
    if (known || (await this.findByName(fit))) throw taken(fit)
  }

  async list(): Promise<readonly Account[]> {
    const rows = await this.#db.selectFrom('account').selectAll().orderBy('created').execute()
    return rows.map(describe)
  }

  async find(id: string): Promise<Account | undefined> {
    const row = await this.#row('id', id)
    return row && describe(row)
  }

  /** With what its password was made into. */
  async findByName(
    name: string,
  ): Promise<{ readonly account: Account; readonly password?: string } | undefined> {
    const row = await this.#row('name', foldName(name))
    return row && { account: describe(row), password: row.password ?? undefined }
  }

  async findBy(what: 'email' | 'subject', value: string): Promise<Account | undefined> {
    const row = await this.#row(what, what === 'email' ? value.trim().toLowerCase() : value)
    return row && describe(row)
  }

  /** False where the last owner would be none any more. */
  async setRole(id: string, role: Role): Promise<boolean> {
    const { numUpdatedRows } = await this.#db
      .updateTable('account')
      .set({ role })
      .where('id', '=', id)
      .$if(role !== 'owner', (query) => query.where(leavesOwner(id)))
      .executeTakeFirst()
    return numUpdatedRows === 1n
  }

  /** False where it is the last owner. Its sessions, shares and counts go with it; its files stay. */
  async remove(id: string): Promise<boolean> {
    const { numDeletedRows } = await this.#db
      .deleteFrom('account')
      .where('id', '=', id)
      .where(leavesOwner(id))
      .executeTakeFirst()
    return numDeletedRows === 1n
  }

  async setPassword(id: string, password: string): Promise<void> {
    await this.#set(id, { password })
  }

  /** Remembers by what the provider knows it. False where it is known by another. */
  async claim(id: string, subject: string): Promise<boolean> {
    const { numUpdatedRows } = await this.#db
      .updateTable('account')
      .set({ subject })
      .where('id', '=', id)
      .where('subject', 'is', null)
      .executeTakeFirst()
    return numUpdatedRows === 1n
  }

  async setLimits(id: string, change: Partial<AccountLimits>): Promise<void> {
    const found = await this.#row('id', id)
    const limits = { ...JSON.parse(found?.limits ?? '{}'), ...change }
    await this.#set(id, { limits: JSON.stringify(limits) })
  }

  async #row(column: 'id' | 'name' | 'email' | 'subject', value: string) {
    return await this.#db
      .selectFrom('account')
      .selectAll()
      .where(column, '=', value)
      .executeTakeFirst()
  }

  async #set(id: string, change: Partial<Row>) {
    await this.#db.updateTable('account').set(change).where('id', '=', id).execute()
  }
}

/** Another than this account is an owner, or this one is none. */
const leavesOwner =
  (id: string) =>
  ({ or, eb, exists, selectFrom }: ExpressionBuilder<Tables, 'account'>) =>
    or([
      eb('role', '!=', 'owner'),
      exists(
        selectFrom('account as other')
          .select('other.id')
          .where('other.role', '=', 'owner')
          .where('other.id', '!=', id),
      ),
    ])

/** In Latin letters and digits, for any disk and shell; never the folder of a former account of the same name. */
function nameFolder(name: string, id: string): string {
  const latin = foldText(name).replaceAll(/[^a-z0-9]/g, '')
  return `${latin.slice(0, MAX_FOLDER) || 'account'}-${id.slice(0, 8)}`
}

function requireName(name: string): string {
  const folded = foldName(name)
  if (/^[\p{Ll}\p{Lo}\p{N}][\p{Ll}\p{Lo}\p{N}\p{M}._@+-]{0,63}$/u.test(folded)) return folded
  throw new UserError(reason('accounts.name-unfit', { name }), reason('accounts.name-rule'))
}

function requireEmail(email: string): string {
  const folded = email.trim().toLowerCase()
  if (/^[^\s@]{1,64}@[^\s@]{1,190}$/.test(folded)) return folded
  throw new UserError(reason('accounts.email-unfit', { email }))
}

const taken = (name: string) => new UserError(reason('accounts.taken', { name }))

const describe = (row: Row): Account => ({
  id: row.id,
  name: row.name,
  role: row.role as Role,
  place: row.place,
  hasPassword: row.password !== null,
  email: row.email ?? undefined,
  createdAt: new Date(row.created).toISOString(),
  limits: completeLimits(JSON.parse(row.limits)),
})
