import { join, resolve } from 'node:path'
import type { AccountDatabase } from '../../accounts/database.ts'
import type { JobRequest } from '../../api/contract.ts'
import type { Lease } from '../../jobs/lease.ts'
import type { Account } from '../../model/accounts/account.ts'
import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import type { Environment } from '../environment.ts'
import { openJobImports } from '../jobs/open-jobs.ts'
import { runJob } from '../jobs/run-job.ts'
import type { StagedImports } from '../playlists/staged-imports.ts'
import { withSavedKeys } from '../settings/settings.ts'
import { readAccount } from './limits/bounds.ts'
import { Meter } from './limits/meter.ts'
import { SlowedLog } from './limits/slowed.ts'
import { openAccountDatabase } from './open-database.ts'
import { accountOf } from './owner.ts'

/** An account that is removed has its running jobs stopped so soon. */
const LOOK_MS = 1_000

/** Does what is in line: an account's under its rules, with what is its own, and the machine's with the machine's. */
export interface AccountWork extends AsyncDisposable {
  run(lease: Lease): Promise<void>
}

/** Accounts are looked for when there is work of one: most machines have none. */
export function openAccountWork(
  environment: Environment,
  stagedImports: StagedImports,
): AccountWork {
  let opened: Promise<OpenAccounts> | undefined
  return {
    async run(lease) {
      const id = accountOf(lease.work.owner)
      if (id === undefined) return await runJob(lease, stagedImports, environment)
      opened ??= openAccountDatabase(environment).then((database) => ({
        database,
        slowed: new SlowedLog(database),
      }))
      opened.catch(() => {
        opened = undefined
      })
      await runForAccount(lease, id, environment, await opened)
    },
    async [Symbol.asyncDispose]() {
      await (await opened?.catch(() => undefined))?.database[Symbol.asyncDispose]()
    },
  }
}

interface OpenAccounts {
  readonly database: AccountDatabase
  readonly slowed: SlowedLog
}

async function runForAccount(
  lease: Lease,
  id: string,
  environment: Environment,
  { database, slowed }: OpenAccounts,
): Promise<void> {
  const account = await requireWorker(id, database)
  const own = await environmentOf(account, environment, database)
  const { into } = lease.work.payload as JobRequest
  const folders = [join(rootOf(environment), account.place), into]
  const meter = new Meter({ account, database, lease, folders, slowed })
  await whileAllowed(id, lease, database, async () => {
    await meter.begin()
    if (lease.signal.aborted) return
    const admitTrack = () => meter.admit()
    await runJob(lease, await openJobImports(own.dataDir), { ...own, admitTrack })
  })
}

/** Below it each account has its folder. */
export const rootOf = ({ accountsDir, dataDir }: Environment): string =>
  resolve(accountsDir ?? join(dataDir ?? '', 'accounts'))

/** UserError where nothing may be done for it. */
async function requireWorker(id: string, database: AccountDatabase): Promise<Account> {
  const account = await readAccount(database, id)
  if (account.role === 'guest') throw new UserError(reason('accounts.guest-only-looks'))
  return account
}

/** Does it, and gives it up soon after the account was removed, or has become a guest. */
async function whileAllowed(
  id: string,
  lease: Lease,
  database: AccountDatabase,
  run: () => Promise<void>,
): Promise<void> {
  let refused: UserError | undefined
  const look = () =>
    requireWorker(id, database).catch((error: unknown) => {
      // A database that is away says nothing of the account.
      if (!(error instanceof UserError)) return
      refused = error
      lease.giveUp()
    })
  const watch = setInterval(look, LOOK_MS)
  const [ended] = await Promise.allSettled([run()])
  clearInterval(watch)
  if (refused) throw refused
  if (ended.status === 'rejected') throw ended.reason
}

type AccountEnvironment = Environment & { readonly dataDir: string }

/** The machine's keys, which nobody is shown; and folders of its own for all that is written down. */
export async function environmentOf(
  { id, role }: Account,
  environment: Environment,
  { shares }: Pick<AccountDatabase, 'shares'>,
): Promise<AccountEnvironment> {
  const within = (dir: string | undefined) => join(dir ?? '', 'accounts', id)
  return {
    ...(await withSavedKeys(environment)),
    account: id,
    dataDir: within(environment.dataDir),
    configDir: within(environment.configDir),
    musicDir: undefined,
    userDirsFile: undefined,
    sharedArchives: role === 'guest' ? () => shares.list(id) : undefined,
  }
}
