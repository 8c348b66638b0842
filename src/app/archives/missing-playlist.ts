import { type Reason, reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'

/** Names that are told where one was not there. */
const MAX_NAMES = 20

/** What there is instead of what was asked for. */
export const listNames = (names: readonly string[]) => ({
  names: names.slice(0, MAX_NAMES),
  more: names.length > MAX_NAMES,
})

/** The archive has no playlist at all, or none called `name`. */
export function missingPlaylist(name: string | undefined, names: readonly string[]): UserError {
  if (name === undefined)
    return new UserError(reason('archive.no-playlist-yet'), reason('archive.back-up-first'))
  const others: Reason | undefined =
    names.length > 0 ? reason('archive.there-are', listNames(names)) : undefined
  return new UserError(reason('archive.no-such-playlist', { name }), others)
}
