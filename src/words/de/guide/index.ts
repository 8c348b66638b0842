import type { guide as English } from '../../en/guide/index.ts'
import { login } from './login.ts'
import { services } from './services.ts'
import { spotify } from './spotify.ts'

export const guide: typeof English = {
  title: 'Wo die Playlists sind',
  lead: 'Wie sich Playlists aus jedem Dienst holen lassen, rechtmäßig und so vollständig wie möglich. Die Musik selbst kommt in jedem Fall aus den eigenen Ordnern oder von dort, wo sie kopiert werden darf.',
  spotify,
  services,
  others: 'Von anderswo',
  notHere:
    'Der eigene Dienst ist nicht dabei? TuneMyMusic und Soundiiz kennen viele mehr; und eine Liste „Interpret - Titel“, je Zeile einer, lässt sich immer einfügen.',
  login,
  terminal: { more: 'Mehr über jeden:' },
}
