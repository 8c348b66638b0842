import type { ServerReasons } from '../../../../model/reasons/playlist/servers.ts'
import type { Sentences } from '../../../sentences.ts'

export const servers: Sentences<ServerReasons> = {
  'playlist.server-address': ({ server }) =>
    `After ${server}: the address of your server is missing.`,
  'playlist.server-password-told': ({ server }) =>
    `A password does not belong into the address after ${server}: others on this machine can read a command line.`,
  'playlist.no-server-named': ({ text }) => `This names no server of yours: ${text}`,
  'playlist.server-not-named': ({ server }) =>
    `${server} is a server that you have not named yourself: nothing is asked there.`,
  'playlist.server-needs-login': ({ server }) => `${server} wants to know who you are.`,
  'playlist.server-login-refused': ({ server }) =>
    `${server} does not know this user, password or key.`,
  'playlist.server-wants-password': ({ server }) =>
    `${server} wants the password itself, and others on the way could read it.`,
  'playlist.server-moved': ({ server, to }) =>
    `${server} leads to ${to === '' ? 'another place' : to}, which you have not named: nothing is asked there.`,
  'playlist.server-not-allowed': ({ server }) => `${server} does not let this user do that.`,
  'playlist.server-which-user': ({ server }) =>
    `It is not clear which user of ${server} you are: an API key is nobody’s.`,
  'playlist.server-without-lists': ({ server }) => `${server} has no playlist that you may read.`,
  'playlist.no-such-server': ({ kind, server }) =>
    `There is no server at ${server} that speaks as ${kind} does.`,
  'playlist.no-music': 'No music: a video, an episode or a book.',

  'playlist.write-server-so':
    'Write it as subsonic:https://music.example or jellyfin:https://jellyfin.example; the user may stand in it (subsonic:https://ann@music.example), the password is asked.',
  'playlist.name-server': ({ variable }) =>
    `Name it on the command line (--from subsonic:https://…), or set ${variable} to its address, and its user and password beside it.`,
  'playlist.give-server-login': ({ prefix }) =>
    `Set ${prefix}_USER and ${prefix}_PASSWORD, or ${prefix}_API_KEY; in a terminal you are asked.`,
  'playlist.check-server-login':
    'Look whether you can log in there with the same user and password.',
  'playlist.check-server-address':
    'Look whether its address opens in a browser; what comes after the host, as in https://example.org/music, belongs to it.',
  'playlist.name-other-address': 'If that is your server, give that address.',
  'playlist.use-https-or-key':
    'Give its address with https, or an API key of yours there that you can take back.',
  'playlist.name-server-user': 'Set SONGKEEP_JELLYFIN_USER to your name there.',
  'playlist.look-for-list': 'It may have been deleted there, or belong to somebody else.',
}
