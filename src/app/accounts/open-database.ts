import { join } from 'node:path'
import { type AccountDatabase, openAccountsAt, openAccountsFile } from '../../accounts/database.ts'
import type { Environment } from '../environment.ts'
import { openDataFolder } from '../jobs/open-jobs.ts'

/** Where accounts are written down: the one place that says which member is used. */
export async function openAccountDatabase(environment: Environment): Promise<AccountDatabase> {
  if (environment.databaseUrl !== undefined) return await openAccountsAt(environment.databaseUrl)
  return openAccountsFile(join(await openDataFolder(environment), 'accounts.sqlite'))
}
