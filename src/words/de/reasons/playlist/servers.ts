import type { ServerReasons } from '../../../../model/reasons/playlist/servers.ts'
import type { Sentences } from '../../../sentences.ts'

export const servers: Sentences<ServerReasons> = {
  'playlist.server-address': ({ server }) =>
    `Nach ${server}: fehlt die Adresse des eigenen Servers.`,
  'playlist.server-password-told': ({ server }) =>
    `Ein Passwort gehört nicht in die Adresse nach ${server}: Andere an diesem Rechner können eine Kommandozeile lesen.`,
  'playlist.no-server-named': ({ text }) => `Das benennt keinen eigenen Server: ${text}`,
  'playlist.server-not-named': ({ server }) =>
    `${server} ist ein Server, den niemand hier genannt hat: Dort wird nichts gefragt.`,
  'playlist.server-needs-login': ({ server }) => `${server} will eine Anmeldung.`,
  'playlist.server-login-refused': ({ server }) =>
    `${server} kennt diesen Benutzer, dieses Passwort oder diesen Schlüssel nicht.`,
  'playlist.server-wants-password': ({ server }) =>
    `${server} will das Passwort selbst, und andere könnten es unterwegs lesen.`,
  'playlist.server-moved': ({ server, to }) =>
    `${server} führt weiter zu ${to === '' ? 'einem anderen Ort' : to}, der nicht genannt wurde: Dort wird nichts gefragt.`,
  'playlist.server-not-allowed': ({ server }) => `${server} erlaubt das diesem Benutzer nicht.`,
  'playlist.server-which-user': ({ server }) =>
    `Es ist nicht klar, welcher Benutzer von ${server} gemeint ist: Ein API-Schlüssel gehört niemandem.`,
  'playlist.server-without-lists': ({ server }) =>
    `${server} hat keine Playlist, die dieser Benutzer lesen darf.`,
  'playlist.no-such-server': ({ kind, server }) =>
    `Unter ${server} antwortet kein Server, wie ${kind} es tut.`,
  'playlist.no-music': 'Keine Musik: ein Video, eine Folge oder ein Hörbuch.',

  'playlist.write-server-so':
    'So schreiben: subsonic:https://music.example oder jellyfin:https://jellyfin.example; der Benutzer darf darin stehen (subsonic:https://ann@music.example), nach dem Passwort wird gefragt.',
  'playlist.name-server': ({ variable }) =>
    `Ihn auf der Kommandozeile nennen (--from subsonic:https://…) oder ${variable} auf seine Adresse setzen, und daneben Benutzer und Passwort.`,
  'playlist.give-server-login': ({ prefix }) =>
    `${prefix}_USER und ${prefix}_PASSWORD oder ${prefix}_API_KEY setzen; in einem Terminal wird danach gefragt.`,
  'playlist.check-server-login':
    'Nachsehen, ob man sich dort mit demselben Benutzer und Passwort anmelden kann.',
  'playlist.check-server-address':
    'Nachsehen, ob sich seine Adresse in einem Browser öffnet; was nach dem Namen kommt, wie in https://example.org/music, gehört dazu.',
  'playlist.name-other-address': 'Wenn das der eigene Server ist, diese Adresse angeben.',
  'playlist.use-https-or-key':
    'Seine Adresse mit https angeben oder einen API-Schlüssel, der sich dort zurücknehmen lässt.',
  'playlist.name-server-user': 'SONGKEEP_JELLYFIN_USER auf den eigenen Namen dort setzen.',
  'playlist.look-for-list': 'Vielleicht wurde sie dort gelöscht, oder sie gehört jemand anderem.',
}
