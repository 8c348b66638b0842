import type { Playlist } from '../../model/playlist.ts'
import { reason } from '../../model/reason.ts'
import { cleanLine } from '../../text/clean.ts'
import { UserError } from '../../words/user-error.ts'

/** The playlist under the name that the user has given it. UserError where there are several, or the name is empty. */
export function nameAs(
  playlists: readonly Playlist[],
  name: string | undefined,
): readonly Playlist[] {
  if (name === undefined) return playlists
  const line = cleanLine(name)
  if (line === '') throw new UserError(reason('app.name-empty'))
  const [playlist] = playlists
  if (playlist && playlists.length === 1) return [{ ...playlist, name: line, named: true }]
  throw new UserError(
    reason('app.name-for-one', { playlists: playlists.length }),
    reason('app.choose-playlist'),
  )
}
