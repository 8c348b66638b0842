import type { DoctorReasons } from '../../../model/reasons/doctor.ts'
import type { Sentences } from '../../sentences.ts'
import { because } from '../foreign.ts'
import { units } from '../units.ts'

export const doctor: Sentences<DoctorReasons> = {
  'app.processors': ({ count }) => `${units.count(count)}, jeder wandelt einen Titel um`,
  'app.network-off': 'SONGKEEP_OFFLINE ist gesetzt: Im Netz wird nichts gefragt',
  'app.providers-asked': ({ names }) => `gefragt werden: ${names.join(', ')}`,
  'app.key-set': ({ provider, variable }) => `${provider}: ${variable} ist gesetzt`,
  'app.key-needed': ({ provider }) => `${provider}: wird ohne Schlüssel nicht gefragt`,
  'app.key-optional': ({ provider }) => `${provider}: geht auch ohne Schlüssel`,
  'app.get-key': ({ adds, url, variable }, { say }) =>
    `${typeof adds === 'string' ? adds : say(adds)} Einen Schlüssel gibt es unter ${url}; damit ${variable} setzen.`,
  'app.contact-set': ({ contact }) =>
    `jeder Server, der gefragt wird, erfährt diesen Kontakt: ${contact}`,
  'app.contact-not-set':
    'kein Server erfährt einen Kontakt: Wikimedia Commons beantwortet 10 Fragen in der Minute statt 200, und ein Lauf fragt dort höchstens 60 Mal',
  'app.contact-unusable': ({ contact }) =>
    `nicht benutzt, da es weder eine E-Mail-Adresse noch die Adresse einer Seite ist: ${contact}`,
  'app.set-contact':
    'SONGKEEP_CONTACT auf eine E-Mail-Adresse oder eine eigene Webseite setzen. Jeder gefragte Server erfährt sie (im User-Agent und nirgends sonst) und kann schreiben, statt zu sperren.',
  'app.spotify-logged-in': 'Spotify: Die eigenen Playlists sind lesbar',
  'app.spotify-not-logged-in':
    'Spotify: nicht angemeldet; Links zu Playlists werden nicht gelesen, Exporte und Dateien schon',
  'app.log-in-to-spotify':
    'SONGKEEP_SPOTIFY_CLIENT_ID ist gesetzt. Jetzt anmelden: songkeep login spotify',
  'app.ffmpeg-native': ({ version, path }) => `FFmpeg ${version}, ${path}`,
  'app.ffmpeg-wasm': ({ version }) =>
    `FFmpeg ${version} als WebAssembly, das mit Songkeep mitkommt`,
  'app.install-ffmpeg':
    'Ein FFmpeg des Systems wandelt etwa um ein Drittel schneller um: installieren oder in SONGKEEP_FFMPEG angeben.',
  'app.mend-ffmpeg': 'SONGKEEP_FFMPEG berichtigen oder entfernen.',
  'app.cache-usable': ({ path }) => `was die Bibliothek enthält, merkt sich ${path}`,
  'app.cache-not-writable': ({ error }, { say }) => `nicht zu beschreiben${because(error, say)}`,
  'app.name-cache': 'Einen anderen Ordner in SONGKEEP_CACHE nennen.',
}
