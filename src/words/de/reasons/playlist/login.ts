import type { LoginReasons } from '../../../../model/reasons/playlist/login.ts'
import type { Sentences } from '../../../sentences.ts'

export const login: Sentences<LoginReasons> = {
  'playlist.login-ended': 'Die Anmeldung bei Spotify ist abgelaufen.',
  'playlist.login-refused': 'Die Anmeldung wurde im Browser abgelehnt.',
  'playlist.login-not-agreed': ({ detail, status }) =>
    `Spotify hat der Anmeldung nicht zugestimmt (${detail ?? (status === undefined ? 'kein Code' : `HTTP-Status ${status}`)}).`,
  'playlist.login-too-late':
    'Spotify hat diese Anmeldung nicht angenommen: Sie kam zu spät oder war schon benutzt.',
  'playlist.login-unavailable': ({ status }) =>
    `Bei Spotify kann sich gerade niemand anmelden (HTTP-Status ${status}).`,
  'playlist.login-without-token': 'Die Anmeldung bei Spotify hat kein Token ergeben.',
  'playlist.login-unreadable': ({ path }) => `Die Anmeldung in ${path} lässt sich nicht lesen.`,
  'playlist.login-damaged': ({ path }) => `Die Anmeldung in ${path} ist beschädigt.`,
  'playlist.login-without-place': 'Es gibt keinen Ort, an dem eine Anmeldung bleiben kann.',
  'playlist.login-without-client-id': 'Für eine Anmeldung braucht es eine eigene Client-ID.',
  'playlist.login-unanswered': 'Eine halbe Stunde lang hat niemand zugestimmt.',
  'playlist.login-of-another': 'Das ist nicht die Anmeldung, auf die gewartet wird.',
  'playlist.login-nothing-here': 'Hier ist nichts.',
  'playlist.login-received': 'Songkeep hat die Antwort. Diese Seite kann geschlossen werden.',
  'playlist.login-done':
    'Die Anmeldung bei Spotify hat geklappt. Dieser Tab kann zu; in Songkeep geht es weiter.',
  'playlist.login-used': 'Diese Anmeldung ist schon benutzt.',
  'playlist.login-address-unlike':
    'Das ist nicht die Adresse, bei der eine Anmeldung bei Spotify endet.',
  'playlist.client-id-unlike': 'Das sieht nicht nach einer Client-ID aus.',
  'playlist.client-id-unknown': 'Spotify kennt diese Client-ID nicht.',
  'playlist.not-logged-in': 'Bei Spotify ist niemand angemeldet.',
  'playlist.network-needed': ({ purpose }) =>
    `${purpose === 'login' ? 'Eine Anmeldung' : 'Die Liste der eigenen Playlists'} braucht das Netz.`,

  'playlist.log-in': 'Zuerst anmelden: songkeep login spotify',
  'playlist.log-in-again': 'Noch einmal anmelden: songkeep login spotify',
  'playlist.try-again': 'Bitte noch einmal versuchen.',
  'playlist.try-login-again': 'Noch einmal versuchen: songkeep login spotify',
  'playlist.check-app-settings':
    'In den Einstellungen der App bei https://developer.spotify.com/dashboard nachsehen und es noch einmal versuchen.',
  'playlist.look-up-client-id':
    'Bei https://developer.spotify.com/dashboard nachsehen und SONGKEEP_SPOTIFY_CLIENT_ID darauf setzen.',
  'playlist.get-client-id':
    'Bei https://developer.spotify.com/dashboard eine App anlegen (wem sie gehört, braucht Premium) mit der Redirect-URI http://127.0.0.1/callback und der Web API, SONGKEEP_SPOTIFY_CLIENT_ID auf ihre Client-ID setzen, dann: songkeep login spotify',
  'playlist.copy-client-id':
    'Sie hat 32 Zeichen, 0 bis 9 und a bis f, und steht oben in den Einstellungen der App bei Spotify. (Das Client Secret darunter wird nicht gebraucht: niemandem geben.)',
  'playlist.paste-whole-address':
    'Nach dem Zustimmen alles kopieren, was in der Adresszeile steht: Es beginnt mit http://127.0.0.1 und enthält „code=“ und „state=“.',
  'playlist.back-to-songkeep': 'In Songkeep weitermachen',
  'playlist.name-config-folder': 'Einen nennen: SONGKEEP_CONFIG',
  'playlist.unset-offline': 'SONGKEEP_OFFLINE dafür aufheben.',
}
