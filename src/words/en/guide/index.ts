import { login } from './login.ts'
import { services } from './services.ts'
import { spotify } from './spotify.ts'

export const guide = {
  title: 'Where your playlists are',
  lead: 'How to get your playlists out of each service, lawfully and as complete as possible. Whichever way you choose, the music itself comes from your own folders, or from where it may be copied.',
  spotify,
  services,
  others: 'From elsewhere',
  notHere:
    'Yours is not here? TuneMyMusic and Soundiiz support many more, and you can always paste a list of “Artist - Title”, one per line.',
  login,
  terminal: { more: 'More about each:' },
}
