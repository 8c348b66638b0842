import { reason } from '../../../model/reason.ts'
import { ForbiddenError } from '../../../words/user-error.ts'

/** For what a role may not do: the same answer whatever it names, so that nothing is learnt by it. */
export const deny =
  (code: 'accounts.owner-only' | 'accounts.guest-only-looks' | 'accounts.not-here') =>
  async (): Promise<never> => {
    throw new ForbiddenError(reason(code))
  }
