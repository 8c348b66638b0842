import { login } from './login.ts'
import { services } from './services.ts'
import { spotify } from './spotify.ts'

export const guide = {
  title: 'Where your playlists are',
  lead: 'How a playlist comes out of the service it is in, lawfully and with as much of it as can be had. Whatever you choose, the music itself comes from your own folders, or from where it may be copied.',
  spotify,
  services,
  others: 'From elsewhere',
  notHere:
    'Yours is not here? TuneMyMusic and Soundiiz know many more; and a list of “Artist - Title”, one a line, can always be pasted.',
  login,
  terminal: { more: 'More about each:' },
}
