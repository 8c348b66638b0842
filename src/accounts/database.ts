import type { Kysely } from 'kysely'
import type { DatabaseOptions } from '../base/postgres/database.ts'
import { AccountTable } from './account-table.ts'
import { ActivityTable } from './activity-table.ts'
import { AuditTable } from './audit-table.ts'
import { PendingLoginTable } from './pending-login-table.ts'
import { openPostgres } from './postgres.ts'
import { SessionTable } from './session-table.ts'
import { ShareTable } from './share-table.ts'
import { openSqlite } from './sqlite.ts'
import type { Tables } from './tables.ts'

/** All that is known of accounts, in one database. */
export interface AccountDatabase extends AsyncDisposable {
  readonly accounts: AccountTable
  readonly sessions: SessionTable
  readonly shares: ShareTable
  readonly audit: AuditTable
  readonly activity: ActivityTable
  readonly logins: PendingLoginTable
}

/** In a file of this machine. UserError where it cannot be opened. */
export function openAccountsFile(path: string): AccountDatabase {
  const db = openSqlite(path)
  return describe(db, false, () => db.destroy())
}

/** In a PostgreSQL database, for all machines that share it. UserError where it cannot be opened. */
export async function openAccountsAt(
  url: string,
  options?: DatabaseOptions,
): Promise<AccountDatabase> {
  const { db, close } = await openPostgres(url, options)
  return describe(db, true, close)
}

const describe = (
  db: Kysely<Tables>,
  isShared: boolean,
  close: () => Promise<void>,
): AccountDatabase => ({
  accounts: new AccountTable(db),
  sessions: new SessionTable(db),
  shares: new ShareTable(db),
  audit: new AuditTable(db),
  activity: new ActivityTable(db, isShared),
  logins: new PendingLoginTable(db),
  [Symbol.asyncDispose]: close,
})
