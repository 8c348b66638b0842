import type { AccountDatabase } from '../../../accounts/database.ts'
import type { Account } from '../../../model/accounts/account.ts'
import type { Services } from '../../context.ts'
import { AccountAdmin } from '../account-admin.ts'

/** Everything of the machine, everybody's jobs, and the accounts. */
export const ownerContext = (
  services: Services,
  database: AccountDatabase,
  { name }: Account,
): Services => ({ ...services, admin: new AccountAdmin(database, name) })
