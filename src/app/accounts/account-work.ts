import { join } from 'node:path'
import type { AccountDatabase } from '../../accounts/database.ts'
import type { Lease } from '../../jobs/lease.ts'
import type { Account } from '../../model/accounts/account.ts'
import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import type { Environment } from '../environment.ts'
import { openJobImports } from '../jobs/open-jobs.ts'
import { runJob } from '../jobs/run-job.ts'
import type { StagedImports } from '../playlists/staged-imports.ts'
import { withSavedKeys } from '../settings/settings.ts'
import { openAccountDatabase } from './open-database.ts'
import { accountOf } from './owner.ts'

/** Does what is in line: an account's under its rules, with what is its own, and the machine's with the machine's. */
export interface AccountWork extends AsyncDisposable {
  run(lease: Lease): Promise<void>
}

/** Accounts are looked for when there is work of one: most machines have none. */
export function openAccountWork(
  environment: Environment,
  stagedImports: StagedImports,
): AccountWork {
  let opened: Promise<AccountDatabase> | undefined
  return {
    async run(lease) {
      const id = accountOf(lease.work.owner)
      if (id === undefined) return await runJob(lease, stagedImports, environment)
      opened ??= openAccountDatabase(environment)
      opened.catch(() => {
        opened = undefined
      })
      await runForAccount(lease, id, environment, await opened)
    },
    async [Symbol.asyncDispose]() {
      await (await opened?.catch(() => undefined))?.[Symbol.asyncDispose]()
    },
  }
}

async function runForAccount(
  lease: Lease,
  id: string,
  environment: Environment,
  database: AccountDatabase,
): Promise<void> {
  const account = await database.accounts.find(id)
  if (!account) throw new UserError(reason('accounts.removed'))
  if (account.role === 'guest') throw new UserError(reason('accounts.guest-only-looks'))
  const own = await environmentOf(account, environment, database)
  await runJob(lease, await openJobImports(own.dataDir), own)
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
