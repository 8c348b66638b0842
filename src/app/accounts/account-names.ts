import type { AccountDatabase } from '../../accounts/database.ts'
import { BRIEF_OPENING } from '../../base/postgres/database.ts'
import type { Environment } from '../environment.ts'
import { openAccountDatabase } from './open-database.ts'
import { accountOf } from './owner.ts'

/**
 * The names of the accounts that jobs are done for. Accounts are looked for when there is a job of one: most machines
 * have none. A name never changes, so each is asked for once.
 */
export class AccountNames implements AsyncDisposable {
  readonly #environment: Environment
  readonly #known = new Map<string, string>()
  #opened: Promise<AccountDatabase> | undefined

  constructor(environment: Environment) {
    this.#environment = environment
  }

  /** Of the owner of a job: undefined where that is no account; where it was removed, or cannot be asked for, its id. */
  async of(owner: string): Promise<string | undefined> {
    const id = accountOf(owner)
    if (id === undefined) return undefined
    const known = this.#known.get(id)
    if (known !== undefined) return known
    try {
      const name = (await (await this.#open()).accounts.find(id))?.name ?? id
      this.#known.set(id, name)
      return name
    } catch {
      return id
    }
  }

  async [Symbol.asyncDispose]() {
    const database = await this.#opened?.catch(() => undefined)
    await database?.[Symbol.asyncDispose]()
  }

  #open(): Promise<AccountDatabase> {
    this.#opened ??= openAccountDatabase(this.#environment, BRIEF_OPENING).catch((error) => {
      // Tried again by the next who asks.
      this.#opened = undefined
      throw error
    })
    return this.#opened
  }
}
