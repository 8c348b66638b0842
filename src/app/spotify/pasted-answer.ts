import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'

/** What was pasted as the address that the browser ended at. UserError where it is none that a login ends at. */
export function readPastedAnswer(text: string): URLSearchParams {
  const query = URL.parse(text.trim())?.searchParams
  if (query?.has('state') && (query.has('code') || query.has('error'))) return query
  throw new UserError(
    reason('playlist.login-address-unlike'),
    reason('playlist.paste-whole-address'),
  )
}
