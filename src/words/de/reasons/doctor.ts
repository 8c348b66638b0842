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
    `${typeof adds === 'string' ? adds : say(adds)} Einen Schlüssel gibt es unter ${url}; setzen Sie damit ${variable}.`,
  'app.contact-set': ({ contact }) =>
    `jeder Server, der gefragt wird, erfährt, wie Sie zu erreichen sind: ${contact}`,
  'app.contact-not-set':
    'kein Server erfährt, wie Sie zu erreichen sind: Wikimedia Commons beantwortet 10 Fragen in der Minute statt 200, und ein Lauf fragt dort höchstens 60 Mal',
  'app.contact-unusable': ({ contact }) =>
    `nicht benutzt, da es weder eine E-Mail-Adresse noch die Adresse einer Seite ist: ${contact}`,
  'app.set-contact':
    'Setzen Sie SONGKEEP_CONTACT auf eine E-Mail-Adresse oder eine Seite von Ihnen. Jeder Server, der gefragt wird, erfährt sie (im User-Agent, und nirgends sonst) und kann Ihnen schreiben, statt Sie auszusperren.',
  'app.spotify-logged-in': 'Spotify: Ihre eigenen Playlists sind zu lesen',
  'app.spotify-not-logged-in':
    'Spotify: nicht angemeldet; Links zu Playlists werden nicht gelesen, Exporte und Dateien schon',
  'app.log-in-to-spotify':
    'SONGKEEP_SPOTIFY_CLIENT_ID ist gesetzt. Melden Sie sich an: songkeep login spotify',
  'app.ffmpeg-native': ({ version, path }) => `FFmpeg ${version}, ${path}`,
  'app.ffmpeg-wasm': ({ version }) =>
    `FFmpeg ${version} als WebAssembly, das mit Songkeep mitkommt`,
  'app.install-ffmpeg':
    'Ein FFmpeg Ihres Systems wandelt etwa um ein Drittel schneller um: Installieren Sie es, oder nennen Sie es in SONGKEEP_FFMPEG.',
  'app.mend-ffmpeg': 'Berichtigen oder entfernen Sie SONGKEEP_FFMPEG.',
  'app.cache-usable': ({ path }) => `was Ihre Bibliothek enthält, merkt sich ${path}`,
  'app.cache-not-writable': ({ error }, { say }) => `nicht zu beschreiben${because(error, say)}`,
  'app.name-cache': 'Nennen Sie einen anderen Ordner in SONGKEEP_CACHE.',
}
