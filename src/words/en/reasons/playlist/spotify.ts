import type { SpotifyReasons } from '../../../../model/reasons/playlist/spotify.ts'
import type { Sentences } from '../../../sentences.ts'
import { units } from '../../units.ts'

const { count } = units

const quoted = (detail: string | undefined) => (detail === undefined ? '' : `: “${detail}”`)

export const spotify: Sentences<SpotifyReasons> = {
  'playlist.access-denied': ({ detail }) => `Spotify does not let you read this${quoted(detail)}.`,
  'playlist.app-not-allowed': ({ detail }) =>
    `Spotify does not let your app read this${quoted(detail)}.`,
  'playlist.scope-missing': 'Your login does not allow this to be read.',
  'playlist.nothing-there': ({ detail }) => `Spotify has nothing there${quoted(detail)}.`,
  'playlist.quota-used':
    'Spotify’s quota for your account is used up for now: all apps of one account share it, so another client id does not help.',
  'playlist.asked-too-often': 'Spotify is asked too often just now.',
  'playlist.no-answer': ({ status, detail }) =>
    `Spotify refused to answer (HTTP status ${status})${quoted(detail)}.`,
  'playlist.answer-unexpected': 'Spotify answered with something else than was asked for.',
  'playlist.answer-too-deep': ({ host }) => `The answer of ${host} is too deep to be read.`,
  'playlist.answer-too-much': ({ host }) => `The answer of ${host} is too much to be read.`,
  'playlist.answer-damaged': ({ host }) => `The answer of ${host} is damaged or was cut off.`,

  'playlist.not-for-this-user':
    'Spotify lets only its owner and those who may add to it read this playlist.',
  'playlist.not-for-this-app':
    'Spotify shows your app no such playlist: it is private, gone, or made by Spotify itself.',
  'playlist.read-so-far': ({ reason, done, total }, { say }) =>
    `${say(reason)} ${count(done)} of ${count(total)} entries are read so far.`,
  'playlist.fewer-than-counted': ({ total, given }) =>
    `Spotify counts ${count(total)} entries, and gives ${count(given)} of them.`,

  'playlist.withdrawn': 'A track that was withdrawn: Spotify no longer names it.',
  'playlist.not-in-your-country': 'Spotify does not play it in your country any more.',
  'playlist.no-longer-played': 'Spotify no longer plays it.',
  'playlist.no-such-track': 'Spotify names no such track.',

  'playlist.list-of-spotify': 'made by Spotify itself, which lets no app read it',
  'playlist.list-of-others': 'Spotify lets only its owner and those who may add to it read it',

  'playlist.nameless': 'Without a name',
  'playlist.you': 'you',
  'playlist.somebody-else': 'somebody else',
  'playlist.ways-besides-api':
    'Copy its tracks into a playlist of your own and give that, or a file of Exportify’s from its owner. With --public-page its public page is read, without albums and ISRCs, and 100 entries at most.',
  'playlist.log-in-with-scope':
    'Log in again, and agree to all that is asked: songkeep login spotify',
  'playlist.add-user-to-app':
    'Every user must stand in the list of the app: https://developer.spotify.com/dashboard › your app › User Management.',
  'playlist.owner-needs-premium':
    'Whoever has made the app (the client id) needs Spotify Premium. Without it: a data export from Spotify, an Exportify file, or --public-page.',
  'playlist.run-again': ({ until }) =>
    `Run the same again ${until === undefined ? 'later' : `after ${until.slice(0, 16).replace('T', ' ')} UTC`}: it goes on there.`,
}
