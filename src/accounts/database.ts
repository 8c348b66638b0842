import type { Kysely } from 'kysely'
import { AccountTable } from './account-table.ts'
import { ActivityTable } from './activity-table.ts'
import { AuditTable } from './audit-table.ts'
import { PendingLoginTable } from './pending-login-table.ts'
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
export const openAccountsFile = (path: string): AccountDatabase => describe(openSqlite(path))

const describe = (db: Kysely<Tables>): AccountDatabase => ({
  accounts: new AccountTable(db),
  sessions: new SessionTable(db),
  shares: new ShareTable(db),
  audit: new AuditTable(db),
  activity: new ActivityTable(db),
  logins: new PendingLoginTable(db),
  [Symbol.asyncDispose]: () => db.destroy(),
})
