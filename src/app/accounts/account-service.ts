import { mkdir, stat } from 'node:fs/promises'
import type { AccountDatabase } from '../../accounts/database.ts'
import { checkPassword } from '../../accounts/password-hash.ts'
import type { Account, AccountSession, AuditEntry } from '../../model/accounts/account.ts'
import { reason, reasonOf } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import type { Services } from '../context.ts'
import type { Environment } from '../environment.ts'
import { AccountScopes, type MachineParts } from './account-scopes.ts'
import { rootOf } from './account-work.ts'
import { openAccountDatabase } from './open-database.ts'
import { openProviderSignIn, type ProviderSignIn } from './openid/sign-in.ts'

/** What a server with accounts asks: who somebody is, and what they may do. */
export interface AccountService extends AsyncDisposable {
  /** True where an account has this name and this password. It takes as long where there is no such account. */
  check(name: string, password: string): Promise<Account | undefined>
  /** Whether the account of this name was signed in from this address lately. */
  knows(name: string, address: string): Promise<boolean>
  begin(account: Account, from: SessionOrigin): Promise<{ readonly token: string }>
  find(token: string, lifeMs: number): Promise<SignedIn | undefined>
  /** Which of these sessions have not ended. */
  living(sessions: readonly string[]): Promise<ReadonlySet<string>>
  end(session: AccountSession): Promise<void>
  /** All that this account can do: anything else is not in it. */
  contextOf(account: Account): Promise<Services>
  /** Absent where no provider is settled on. */
  readonly provider?: ProviderSignIn
  /** Writes down that somebody was refused. */
  refused(name: string, address: string): Promise<void>
}

export interface SessionOrigin extends Pick<AccountSession, 'isSecure' | 'address'> {
  /** `password`, or the provider's address. */
  readonly by: string
}

export interface SignedIn {
  readonly account: Account
  readonly session: AccountSession
}

/** UserError where there is no account yet, or the folder cannot be made. */
export async function openAccountService(
  environment: Environment,
  machine: MachineParts,
): Promise<AccountService> {
  const root = await openRoot(environment)
  await using opening = new AsyncDisposableStack()
  const database = opening.use(await openAccountDatabase(environment))
  if ((await database.accounts.list()).length === 0)
    throw new UserError(reason('accounts.none-yet'), reason('accounts.add-first'))
  const scopes = opening.use(new AccountScopes({ environment, root, database, machine }))
  await scopes.openMembers()
  const { openId } = environment
  const provider = openId && openProviderSignIn(openId, environment, database)
  // From here on the service closes them.
  opening.move()
  return new DatabaseAccounts(database, scopes, provider)
}

/** Made where the folder that it lies in is there: a name that was mistyped makes no tree of folders. */
async function openRoot(environment: Environment): Promise<string> {
  if (environment.accountsDir === '') throw new UserError(reason('accounts.no-folder-named'))
  const path = rootOf(environment)
  await mkdir(path, { mode: 0o700 }).catch(async (error: unknown) => {
    if ((await stat(path).catch(() => undefined))?.isDirectory()) return
    const why = reason('accounts.folder-not-made', { path, cause: reasonOf(error) })
    throw new UserError(why, undefined, { cause: error })
  })
  return path
}

class DatabaseAccounts implements AccountService {
  readonly #database: AccountDatabase
  readonly #scopes: AccountScopes

  readonly provider?: ProviderSignIn

  constructor(database: AccountDatabase, scopes: AccountScopes, provider?: ProviderSignIn) {
    this.provider = provider
    this.#database = database
    this.#scopes = scopes
  }

  async check(name: string, password: string): Promise<Account | undefined> {
    const found = await this.#database.accounts.findByName(name)
    return (await checkPassword(password, found?.password)) ? found?.account : undefined
  }

  async knows(name: string, address: string): Promise<boolean> {
    const found = await this.#database.accounts.findByName(name)
    return await this.#database.sessions.knows(found?.account.id ?? '', address)
  }

  async begin(account: Account, { isSecure, address, by }: SessionOrigin) {
    const session = await this.#database.sessions.begin(account.id, { isSecure, address })
    await this.#log({ who: account.name, what: 'session.begun', thing: address, params: { by } })
    return session
  }

  async find(token: string, lifeMs: number): Promise<SignedIn | undefined> {
    const session = await this.#database.sessions.find(token, lifeMs)
    const account = session && (await this.#database.accounts.find(session.account))
    return session && account && { session, account }
  }

  living(sessions: readonly string[]): Promise<ReadonlySet<string>> {
    return this.#database.sessions.living(sessions)
  }

  async end({ id, account, address }: AccountSession): Promise<void> {
    await this.#database.sessions.end(id)
    const name = (await this.#database.accounts.find(account))?.name ?? ''
    await this.#log({ who: name, what: 'session.ended', thing: address, params: {} })
  }

  contextOf(account: Account): Promise<Services> {
    return this.#scopes.contextOf(account)
  }

  async refused(name: string, address: string): Promise<void> {
    await this.#log({ who: '', what: 'session.refused', thing: name, params: { address } })
  }

  async [Symbol.asyncDispose]() {
    await this.#scopes[Symbol.asyncDispose]()
    await this.provider?.[Symbol.asyncDispose]()
    await this.#database[Symbol.asyncDispose]()
  }

  #log(entry: Omit<AuditEntry, 'at'>) {
    return this.#database.audit.add(entry)
  }
}
