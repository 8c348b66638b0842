import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { AccountDatabase } from '../../accounts/database.ts'
import type { Queue } from '../../jobs/queue.ts'
import type { Workers } from '../../jobs/worker.ts'
import type { Account } from '../../model/accounts/account.ts'
import { findFetched } from '../catalogues/published/resolve.ts'
import type { Services } from '../context.ts'
import type { Environment } from '../environment.ts'
import { openJobImports } from '../jobs/open-jobs.ts'
import { viewOwnQueue } from '../jobs/own-queue.ts'
import { tidyJobs } from '../jobs/tidy-jobs.ts'
import { openServices } from '../open-services.ts'
import { AllowedFolders } from '../settings/allowed-folders.ts'
import { environmentOf } from './account-work.ts'
import { limited } from './limits/limited.ts'
import { SlowedLog } from './limits/slowed.ts'
import { logChanges } from './log-changes.ts'
import { ownerOf } from './owner.ts'
import { guestContext } from './roles/guest.ts'
import { memberContext } from './roles/member.ts'

export interface MachineParts {
  /** What the machine can do: an owner's. */
  readonly services: Services
  readonly queue: Queue
  readonly workers?: Workers
  readonly log: (line: string) => void
}

interface ScopeTools {
  readonly environment: Environment
  /** Below it each account has its folder. */
  readonly root: string
  readonly database: AccountDatabase
  readonly machine: MachineParts
}

interface OpenScope {
  readonly context: Services
  readonly services: Services
}

/**
 * What each account can do. A member and a guest have services of their own, over folders, lists and a view of the
 * queue that hold nothing of anybody else's: what is another's is not refused there, it does not exist.
 */
export class AccountScopes implements AsyncDisposable {
  readonly #tools: ScopeTools
  readonly #open = new Map<string, Promise<OpenScope>>()
  readonly #owners = new Map<string, Services>()

  constructor(tools: ScopeTools) {
    this.#tools = tools
  }

  /** So that their nightly jobs come whether or not they sign in. */
  async openMembers(): Promise<void> {
    for (const account of await this.#tools.database.accounts.list())
      if (account.role === 'member') await this.#scopeOf(account)
  }

  async contextOf(account: Account): Promise<Services> {
    if (account.role !== 'owner') return (await this.#scopeOf(account)).context
    const { machine, database } = this.#tools
    const known = this.#owners.get(account.id) ?? logChanges(machine.services, account, database)
    this.#owners.set(account.id, known)
    return known
  }

  async [Symbol.asyncDispose]() {
    for (const scope of this.#open.values()) await (await scope).services[Symbol.asyncDispose]()
  }

  #scopeOf(account: Account): Promise<OpenScope> {
    const key = `${account.id} ${account.role}`
    const known = this.#open.get(key) ?? this.#openScope(account)
    this.#open.set(key, known)
    known.catch(() => this.#open.delete(key))
    return known
  }

  async #openScope(account: Account): Promise<OpenScope> {
    const { root, database, machine } = this.#tools
    const environment = await environmentOf(account, this.#tools.environment, database)
    const { dataDir } = environment
    const place = join(root, account.place)
    const isGuest = account.role === 'guest'
    // Where music is put to be used: it is offered from the first backup on.
    const made = isGuest ? [place] : [join(place, 'Music')]
    for (const dir of [...made, dataDir]) await mkdir(dir, { recursive: true, mode: 0o700 })
    const stagedImports = await openJobImports(dataDir)
    const owner = ownerOf(account.id)
    const queue = viewOwnQueue(machine.queue, owner)
    await tidyJobs(queue, stagedImports)
    const folders = this.#foldersOf(isGuest ? [] : [place])
    const { workers, log } = machine
    const services = await openServices({
      ...{ environment, dataDir, stagedImports, folders, queue, workers, log, owner },
    })
    if (isGuest) return { services, context: guestContext(services) }
    const whole = memberContext(services, owner, machine.services.settings)
    const slowed = new SlowedLog(database)
    const own = limited(whole, {
      ...{ account, database, folders: [place], slowed, queue, stagedImports },
    })
    return { services, context: logChanges(own, account, database) }
  }

  /** Its own folder; of what lies outside, the catalogues that the machine has settled on. */
  #foldersOf(roots: readonly string[]): AllowedFolders {
    const { environment, machine } = this.#tools
    return new AllowedFolders(roots, (address) => findFetched(address, environment), {
      isBlind: true,
      listCatalogues: async () => (await machine.services.settings.read()).settings.catalogues,
    })
  }
}
