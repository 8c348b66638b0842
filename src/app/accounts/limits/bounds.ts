import type { Bound } from '../../../accounts/activity-table.ts'
import type { AccountDatabase } from '../../../accounts/database.ts'
import type { Account } from '../../../model/accounts/account.ts'
import type { AccountLimits } from '../../../model/accounts/limits.ts'
import { reason } from '../../../model/reason.ts'
import { UserError } from '../../../words/user-error.ts'

const HOUR_MS = 60 * 60_000
export const DAY_MS = 24 * HOUR_MS

export const tracksOf = ({ tracksAnHour }: AccountLimits): Bound => ({
  most: tracksAnHour,
  withinMs: HOUR_MS,
})
export const listsOf = ({ listsADay }: AccountLimits): Bound => ({
  most: listsADay,
  withinMs: DAY_MS,
})
export const uploadsOf = ({ uploadsADay }: AccountLimits): Bound => ({
  most: uploadsADay,
  withinMs: DAY_MS,
})

/** How many minutes from now, at least one. */
export const minutesUntil = (at: number) => Math.max(1, Math.ceil((at - Date.now()) / 60_000))

/** The account as it is now: its owner may have set other limits meanwhile. UserError where it is gone. */
export async function readAccount(
  { accounts }: Pick<AccountDatabase, 'accounts'>,
  id: string,
): Promise<Account> {
  const account = await accounts.find(id)
  if (!account) throw new UserError(reason('accounts.removed'))
  return account
}
