import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'

/** The user's own client at Spotify, among the keys that the page may keep. */
export const spotifyKey = {
  title: 'Spotify',
  key: {
    variable: 'SONGKEEP_SPOTIFY_CLIENT_ID',
    required: false,
    adds: reason('app.spotify-client-adds'),
    url: 'https://developer.spotify.com/dashboard',
  },
}

/** UserError where the text cannot be a client id, as the dashboard shows it. */
export function requireClientId(text: string): void {
  if (/^[0-9a-f]{32}$/i.test(text)) return
  throw new UserError(reason('playlist.client-id-unlike'), reason('playlist.copy-client-id'))
}
