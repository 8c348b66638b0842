import type { DoctorReasons } from '../../../model/reasons/doctor.ts'
import type { Sentences } from '../../sentences.ts'
import { units } from '../units.ts'

export const doctor: Sentences<DoctorReasons> = {
  'app.processors': ({ count }) => `${units.count(count)}, each encodes a track`,
  'app.network-off': 'SONGKEEP_OFFLINE is set: nothing on the network is asked',
  'app.providers-asked': ({ names }) => `asked: ${names.join(', ')}`,
  'app.key-set': ({ provider, variable }) => `${provider}: ${variable} is set`,
  'app.key-needed': ({ provider }) => `${provider}: not asked without one`,
  'app.key-optional': ({ provider }) => `${provider}: works without one`,
  'app.get-key': ({ adds, url, variable }, { say }) =>
    `${typeof adds === 'string' ? adds : say(adds)} Get one at ${url} and set ${variable}.`,
  'app.contact-set': ({ contact }) =>
    `every host that is asked is told how to reach you: ${contact}`,
  'app.contact-not-set':
    'no host is told how to reach you: Wikimedia Commons answers 10 questions a minute instead of 200, and a run asks it 60 times at most',
  'app.contact-unusable': ({ contact }) =>
    `not used, since it is neither an e-mail address nor the address of a page: ${contact}`,
  'app.set-contact':
    'Set SONGKEEP_CONTACT to an e-mail address or a page of your own. Every host that is asked is told it (in the User-Agent, and nowhere else), and can write to you instead of shutting you out.',
  'app.spotify-logged-in': 'Spotify: your own playlists can be read',
  'app.spotify-not-logged-in':
    'Spotify: not logged in; links to playlists are not read, exports and files are',
  'app.log-in-to-spotify': 'SONGKEEP_SPOTIFY_CLIENT_ID is set. Log in: songkeep login spotify',
  'app.ffmpeg-native': ({ version, path }) => `FFmpeg ${version}, ${path}`,
  'app.ffmpeg-wasm': ({ version }) => `FFmpeg ${version} as WebAssembly, which comes with Songkeep`,
  'app.install-ffmpeg':
    'An FFmpeg of your system’s own encodes about a third faster: install it, or name it in SONGKEEP_FFMPEG.',
  'app.mend-ffmpeg': 'Mend or unset SONGKEEP_FFMPEG.',
  'app.cache-usable': ({ path }) => `what your library holds is remembered in ${path}`,
  'app.cache-not-writable': ({ error }, { say }) => `not to be written: ${say(error)}`,
  'app.name-cache': 'Name another folder in SONGKEEP_CACHE.',
}
