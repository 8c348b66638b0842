import { resolve } from 'node:path'
import type { AccountDatabase } from '../../accounts/database.ts'
import { hashPassword, requirePassword } from '../../accounts/password-hash.ts'
import type { Account, AccountSession, AuditEntry, Role } from '../../model/accounts/account.ts'
import type { AccountLimits } from '../../model/accounts/limits.ts'
import { whyUnlimited } from '../../model/accounts/unlimited.ts'
import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import { requireArchive } from '../archives/require-archive.ts'

/** Who does something to accounts: an account's name, or the command line. */
export const COMMAND_LINE = 'command-line'

export interface AccountRequest {
  readonly name: string
  /** The first account of all is an owner; without one named, others are members. */
  readonly role?: Role
  /** Without one, only a sign-in provider lets it in. */
  readonly password?: string
  readonly email?: string
}

/** What an owner does to accounts, each time written down in the audit log. Names that nobody has are a UserError. */
export class AccountAdmin {
  readonly #database: AccountDatabase
  readonly #by: string

  /** `by`: for the audit log. */
  constructor(database: AccountDatabase, by: string) {
    this.#database = database
    this.#by = by
  }

  list(): Promise<readonly Account[]> {
    return this.#database.accounts.list()
  }

  /** UserError where there can be no such account, whatever its password: the first of all has to be an owner. */
  async check({ name, role, email }: Omit<AccountRequest, 'password'>): Promise<void> {
    await this.#database.accounts.requireFree(name, email)
    if (role !== undefined && role !== 'owner' && (await this.list()).length === 0)
      throw new UserError(reason('accounts.first-is-owner'))
  }

  async add({ name, role, password, email }: AccountRequest): Promise<Account> {
    await this.check({ name, role, email })
    if (password !== undefined) requirePassword(password)
    else if (email === undefined)
      throw new UserError(reason('accounts.no-way-in'), reason('accounts.give-password'))
    const hashed = password === undefined ? undefined : await hashPassword(password)
    const account = await this.#database.accounts.add({
      ...{ name, role: role ?? 'member', password: hashed, email },
    })
    await this.#log('account.added', account.name, { role: account.role })
    return account
  }

  async find(name: string): Promise<Account> {
    const found = await this.#database.accounts.findByName(name)
    if (!found) throw new UserError(reason('accounts.unknown', { name }))
    return found.account
  }

  /** UserError where there would be no owner any more. Its sessions go on, with what it may do from now on. */
  async setRole(name: string, role: Role): Promise<void> {
    const account = await this.find(name)
    if (!(await this.#database.accounts.setRole(account.id, role))) throw lastOwner()
    await this.#log('account.role', account.name, { role, before: account.role })
  }

  /** Ends all its sessions, but for one where that is named. */
  async setPassword(name: string, password: string, except?: string): Promise<void> {
    const account = await this.find(name)
    requirePassword(password)
    await this.#database.accounts.setPassword(account.id, await hashPassword(password))
    await this.#database.sessions.endAll(account.id, except)
    await this.#log('account.password', account.name)
  }

  /** UserError where no limits are in force for it: they would seem to be set, and would not be kept. */
  async setLimits(name: string, change: Partial<AccountLimits>): Promise<Account> {
    const account = await this.find(name)
    const why = whyUnlimited(account)
    if (why) throw new UserError(why)
    await this.#database.accounts.setLimits(account.id, change)
    await this.#log('account.limits', account.name, change)
    return await this.find(name)
  }

  /** Its sessions end and its jobs stop; no file of its archives is touched. UserError where it is the last owner. */
  async remove(name: string): Promise<Account> {
    const account = await this.find(name)
    if (!(await this.#database.accounts.remove(account.id))) throw lastOwner()
    await this.#log('account.removed', account.name, { place: account.place })
    return account
  }

  /** Lets a guest look at an archive and listen to it. */
  async share(name: string, dir: string): Promise<void> {
    const account = await this.find(name)
    if (account.role !== 'guest') throw new UserError(reason('accounts.no-guest', { name }))
    await requireArchive(resolve(dir))
    await this.#database.shares.add(account.id, resolve(dir))
    await this.#log('archive.shared', account.name, { dir: resolve(dir) })
  }

  async unshare(name: string, dir: string): Promise<void> {
    const account = await this.find(name)
    if (!(await this.#database.shares.remove(account.id, resolve(dir))))
      throw new UserError(reason('accounts.not-shared', { dir }))
    await this.#log('archive.unshared', account.name, { dir: resolve(dir) })
  }

  async listShares(name: string): Promise<readonly string[]> {
    return await this.#database.shares.list((await this.find(name)).id)
  }

  async listSessions(name: string): Promise<readonly AccountSession[]> {
    return await this.#database.sessions.list((await this.find(name)).id)
  }

  /** Ends all sessions of an account. */
  async endSessions(name: string): Promise<void> {
    const account = await this.find(name)
    await this.#database.sessions.endAll(account.id)
    await this.#log('session.revoked', account.name)
  }

  /** The latest first. */
  readLog(max: number, before?: number): Promise<readonly AuditEntry[]> {
    return this.#database.audit.list(max, before)
  }

  async #log(what: AuditEntry['what'], thing: string, params?: AuditEntry['params']) {
    await this.#database.audit.add({ who: this.#by, what, thing, params })
  }
}

const lastOwner = () =>
  new UserError(reason('accounts.last-owner'), reason('accounts.make-other-owner'))
