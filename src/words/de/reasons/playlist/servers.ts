import type { ServerReasons } from '../../../../model/reasons/playlist/servers.ts'
import type { Sentences } from '../../../sentences.ts'

export const servers: Sentences<ServerReasons> = {
  'playlist.server-address': ({ server }) => `Nach ${server}: fehlt die Adresse Ihres Servers.`,
  'playlist.server-password-told': ({ server }) =>
    `Ein Passwort gehört nicht in die Adresse nach ${server}: Andere an diesem Rechner können eine Kommandozeile lesen.`,
  'playlist.no-server-named': ({ text }) => `Das benennt keinen Server von Ihnen: ${text}`,
  'playlist.server-not-named': ({ server }) =>
    `${server} ist ein Server, den Sie nicht selbst genannt haben: Dort wird nichts gefragt.`,
  'playlist.server-needs-login': ({ server }) => `${server} will wissen, wer Sie sind.`,
  'playlist.server-login-refused': ({ server }) =>
    `${server} kennt diesen Benutzer, dieses Passwort oder diesen Schlüssel nicht.`,
  'playlist.server-wants-password': ({ server }) =>
    `${server} will das Passwort selbst, und andere könnten es unterwegs lesen.`,
  'playlist.server-moved': ({ server, to }) =>
    `${server} führt weiter zu ${to === '' ? 'einem anderen Ort' : to}, den Sie nicht genannt haben: Dort wird nichts gefragt.`,
  'playlist.server-not-allowed': ({ server }) => `${server} erlaubt das diesem Benutzer nicht.`,
  'playlist.server-which-user': ({ server }) =>
    `Es ist nicht klar, welcher Benutzer von ${server} Sie sind: Ein API-Schlüssel gehört niemandem.`,
  'playlist.server-without-lists': ({ server }) =>
    `${server} hat keine Playlist, die Sie lesen dürfen.`,
  'playlist.no-such-server': ({ kind, server }) =>
    `Unter ${server} antwortet kein Server, wie ${kind} es tut.`,
  'playlist.no-music': 'Keine Musik: ein Video, eine Folge oder ein Hörbuch.',

  'playlist.write-server-so':
    'Schreiben Sie ihn als subsonic:https://music.example oder jellyfin:https://jellyfin.example; der Benutzer darf darin stehen (subsonic:https://ann@music.example), nach dem Passwort werden Sie gefragt.',
  'playlist.name-server': ({ variable }) =>
    `Nennen Sie ihn auf der Kommandozeile (--from subsonic:https://…), oder setzen Sie ${variable} auf seine Adresse, und daneben Benutzer und Passwort.`,
  'playlist.give-server-login': ({ prefix }) =>
    `Setzen Sie ${prefix}_USER und ${prefix}_PASSWORD oder ${prefix}_API_KEY; in einem Terminal werden Sie gefragt.`,
  'playlist.check-server-login':
    'Sehen Sie nach, ob Sie sich dort mit demselben Benutzer und Passwort anmelden können.',
  'playlist.check-server-address':
    'Sehen Sie nach, ob sich seine Adresse in einem Browser öffnet; was nach dem Namen kommt, wie in https://example.org/music, gehört dazu.',
  'playlist.name-other-address': 'Wenn das Ihr Server ist, geben Sie diese Adresse an.',
  'playlist.use-https-or-key':
    'Geben Sie seine Adresse mit https an, oder einen API-Schlüssel, den Sie dort zurücknehmen können.',
  'playlist.name-server-user': 'Setzen Sie SONGKEEP_JELLYFIN_USER auf Ihren Namen dort.',
  'playlist.look-for-list': 'Vielleicht wurde sie dort gelöscht, oder sie gehört jemand anderem.',
}
