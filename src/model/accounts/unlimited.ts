import { type Reason, reason } from '../reason.ts'
import type { Account } from './account.ts'

/** Why no limits are in force for an account: they are a member's alone. Undefined where they are in force. */
export const whyUnlimited = ({ name, role }: Account): Reason | undefined =>
  role === 'member' ? undefined : reason('accounts.unlimited', { name, role })
