import { join } from 'node:path'
import { type AccountDatabase, openAccountsAt, openAccountsFile } from '../../accounts/database.ts'
import type { DatabaseOptions } from '../../base/postgres/database.ts'
import { openDataFolder } from '../data-folder.ts'
import type { Environment } from '../environment.ts'

/** Where accounts are written down: the one place that says which member is used. `options`: of a database that is shared. */
export async function openAccountDatabase(
  environment: Environment,
  options?: DatabaseOptions,
): Promise<AccountDatabase> {
  const { databaseUrl } = environment
  if (databaseUrl !== undefined) return await openAccountsAt(databaseUrl, options)
  return openAccountsFile(join(await openDataFolder(environment), 'accounts.sqlite'))
}
