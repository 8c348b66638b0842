import type { LoginReasons } from '../../../../model/reasons/playlist/login.ts'
import type { Sentences } from '../../../sentences.ts'

export const login: Sentences<LoginReasons> = {
  'playlist.login-ended': 'Your login at Spotify has ended.',
  'playlist.login-refused': 'The login was refused in the browser.',
  'playlist.login-not-agreed': ({ detail, status }) =>
    `Spotify did not agree to the login (${detail ?? (status === undefined ? 'no code' : `HTTP status ${status}`)}).`,
  'playlist.login-too-late':
    'Spotify did not take this login: it came too late, or had been used before.',
  'playlist.login-unavailable': ({ status }) =>
    `Spotify cannot log anybody in now (HTTP status ${status}).`,
  'playlist.login-without-token': 'Spotify’s login answered with no token.',
  'playlist.login-unreadable': ({ path }) => `The login in ${path} cannot be read.`,
  'playlist.login-damaged': ({ path }) => `The login in ${path} is damaged.`,
  'playlist.login-without-place': 'There is no place to keep a login.',
  'playlist.login-without-client-id': 'A login needs a client id of your own.',
  'playlist.login-unanswered': 'Nobody said yes for half an hour.',
  'playlist.login-of-another': 'This is not the login waited for.',
  'playlist.login-nothing-here': 'There is nothing here.',
  'playlist.login-received': 'Songkeep has heard it. You may close this page.',
  'playlist.login-done':
    'You are logged in at Spotify. You may close this tab and go on in Songkeep.',
  'playlist.login-used': 'This login has been used already.',
  'playlist.login-address-unlike': 'This is not the address that a login at Spotify ends at.',
  'playlist.client-id-unlike': 'This does not look like a client id.',
  'playlist.client-id-unknown': 'Spotify does not know your client id.',
  'playlist.not-logged-in': 'You are not logged in at Spotify.',
  'playlist.network-needed': ({ purpose }) =>
    `${purpose === 'login' ? 'A login' : 'Listing your playlists'} needs the network.`,

  'playlist.log-in': 'Log in first: songkeep login spotify',
  'playlist.log-in-again': 'Log in again: songkeep login spotify',
  'playlist.try-again': 'Try again.',
  'playlist.try-login-again': 'Try again: songkeep login spotify',
  'playlist.check-app-settings':
    'Look at your app’s settings at https://developer.spotify.com/dashboard and try again.',
  'playlist.look-up-client-id':
    'Look it up at https://developer.spotify.com/dashboard and set SONGKEEP_SPOTIFY_CLIENT_ID to it.',
  'playlist.get-client-id':
    'Make an app at https://developer.spotify.com/dashboard (its owner needs Premium) with the redirect URI http://127.0.0.1/callback and the Web API, set SONGKEEP_SPOTIFY_CLIENT_ID to its client id, then: songkeep login spotify',
  'playlist.copy-client-id':
    'It has 32 signs, 0 to 9 and a to f, and stands at the top of your app’s settings at Spotify. (The client secret below it is not needed: keep it to yourself.)',
  'playlist.paste-whole-address':
    'Copy all that stands in the address bar once you have agreed: it begins with http://127.0.0.1 and has “code=” and “state=” in it.',
  'playlist.back-to-songkeep': 'Go on in Songkeep',
  'playlist.name-config-folder': 'Name one: SONGKEEP_CONFIG',
  'playlist.unset-offline': 'Unset SONGKEEP_OFFLINE for it.',
}
