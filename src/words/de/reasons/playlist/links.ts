import type { LinkReasons } from '../../../../model/reasons/playlist/links.ts'
import type { Sentences } from '../../../sentences.ts'
import { units } from '../../units.ts'

const { count } = units

const KINDS = { playlist: 'Playlist', album: 'Album', track: 'Titel' }

/** What a link leads to, after „zu“. */
const GOALS: Readonly<Record<string, string>> = {
  artist: 'einem Interpreten',
  user: 'einem Benutzer',
  collection: 'einer Sammlung',
}

export const links: Sentences<LinkReasons> = {
  'playlist.service-not-read': ({ service }) => `Songkeep liest keine Seiten von ${service}.`,
  'playlist.service-unknown': 'Dieser Link gehört zu keinem Musikdienst, den Songkeep kennt.',
  'playlist.link-to-podcast': 'Dieser Link führt zu einem Podcast, und der ist keine Musik.',
  'playlist.link-to-no-playlist': ({ what }) =>
    `Dieser Link führt zu ${GOALS[what] ?? `„${what}“`}, nicht zu einer Playlist.`,
  'playlist.link-to-no-track':
    'Ein Link, der zu keinem einzelnen Titel führt: Geben Sie ihn für sich allein ein.',
  'playlist.liked-songs-are-private': 'Ihre Lieblingssongs können nur Sie selbst lesen.',
  'playlist.liked-by-another': ({ user, me }) =>
    `Das sind die Lieblingssongs des Spotify-Nutzers „${user}“, angemeldet ist „${me}“.`,
  'playlist.login-needed': ({ what }) =>
    `Spotify zeigt ${what === 'album' ? 'ein Album' : 'eine Playlist'} nur nach einer Anmeldung.`,
  'playlist.not-shown': ({ what, status }) =>
    `Spotify zeigt ${what === 'playlist' ? 'keine solche' : what === 'track' ? 'keinen solchen' : 'kein solches'} ${KINDS[what]} (HTTP-Status ${status}).`,

  'playlist.short-link-nowhere': 'Der Kurzlink führt nirgendwohin.',
  'playlist.short-link-endless': 'Der Kurzlink führt immer weiter und nirgends ans Ziel.',
  'playlist.short-link-unreadable': 'Der Kurzlink nennt nichts, was sich lesen ließe.',
  'playlist.short-link-away': ({ host }) => `Der Kurzlink führt von Spotify weg, zu ${host}.`,
  'playlist.short-link-unanswered': ({ host, status }) =>
    `${host} sagt nicht, wohin der Link führt (${status}).`,

  'playlist.page-without-list': 'Die öffentliche Seite von Spotify zeigt keine Liste.',
  'playlist.from-public-page':
    'Von der öffentlichen Seite bei Spotify gelesen: Sie nennt weder Alben noch ISRCs und höchstens 100 Einträge.',
  'playlist.page-possibly-cut': ({ entries }) =>
    `Sie nennt genau ${count(entries)}: Vielleicht ist die Playlist hier abgeschnitten.`,
  'playlist.from-preview':
    'Von der Seite gelesen, die eine Vorschau des Links zeigt: Sie nennt keinen ISRC.',
  'playlist.from-embed-page':
    'Von der Seite gelesen, die sich in andere Seiten einbetten lässt: Sie nennt weder Album noch ISRC.',
  'playlist.title-alone': 'Spotify nennt nur den Titel, keinen Interpreten.',
  'playlist.not-played-or-not-there': 'Spotify spielt ihn nicht mehr oder nicht überall.',

  'playlist.links-asked': ({ max }, { units }) =>
    `In einem Lauf werden höchstens ${units.count(max)} Links erfragt.`,
  'playlist.rows-unnamed': ({ reason, rows }, { say, units }) =>
    `${say(reason)} ${rows === 1 ? 'Eine Zeile bleibt' : `${units.count(rows)} Zeilen bleiben`} ohne Namen.`,

  'playlist.no-link': ({ text }) => `Das ist kein Link: ${text}`,
  'playlist.link-offline': 'Ohne Netz lässt sich kein Link lesen.',
  'playlist.upload-gone': 'Das Abgelegte ist nicht mehr da.',
  'playlist.upload-too-large': ({ maxMegabytes }) =>
    `Das ist größer als ${count(maxMegabytes)} MB.`,
  'playlist.uploads-full': 'Es warten zu viele Dateien darauf, gelesen zu werden.',
  'playlist.read-uploads-first':
    'Lassen Sie zuerst die vorigen lesen, oder entfernen Sie sie; was ungelesen bleibt, wird nach zwei Stunden entfernt.',
  'playlist.upload-disk-full': 'Dafür ist auf der Festplatte kein Platz.',
  'playlist.staged-import-gone': 'Was von dieser Playlist gelesen wurde, ist nicht mehr da.',

  'playlist.export-with-table':
    'Exportieren Sie die Playlist mit TuneMyMusic oder Soundiiz als CSV und geben Sie diese Datei.',
  'playlist.export-youtube':
    'Exportieren Sie Ihre Daten mit Google Takeout (YouTube und YouTube Music: Playlists, Songs der Mediathek), oder kopieren Sie die Titel als Zeilen „Interpret - Titel“ und fügen Sie sie ein; im Terminal: songkeep backup -',
  'playlist.export-apple-music':
    'In der App Musik: Ablage › Mediathek › Playlist exportieren, als XML; oder exportieren Sie die ganze Mediathek, und geben Sie diese Datei.',
  'playlist.download-from-bandcamp':
    'Was Sie dort gekauft haben, dürfen Sie herunterladen: Nennen Sie seinen Ordner mit --library, und geben Sie die Titel als Zeilen „Interpret - Titel“.',
  'playlist.export-musicbrainz':
    'Exportieren Sie die Playlist aus ListenBrainz als JSPF oder XSPF und geben Sie diese Datei.',
  'playlist.export-lastfm':
    'Exportieren Sie Ihre Titel als CSV, zum Beispiel mit lastfm-to-csv, und geben Sie diese Datei.',
  'playlist.give-file-or-titles':
    'Geben Sie die Datei einer Playlist, oder kopieren Sie ihre Titel als Zeilen „Interpret - Titel“ und fügen Sie sie ein; im Terminal: songkeep backup -',
  'playlist.give-list-link':
    'Geben Sie den Link einer Playlist, eines Albums oder eines Titels, oder spotify:liked für Ihre Lieblingssongs.',
  'playlist.log-in-as': ({ user }) =>
    `Melden Sie sich als „${user}“ an: songkeep login spotify. Oder geben Sie spotify:liked für die Songs des angemeldeten Nutzers an.`,
  'playlist.give-export-or-log-in':
    'Geben Sie Ihren Datenexport von Spotify (sie stehen in YourLibrary.json), oder melden Sie sich an: songkeep login spotify',
  'playlist.ways-without-login': ({ what }) =>
    `Am besten ist Ihr Datenexport von Spotify (spotify.com/account/privacy) oder eine Datei von Exportify; oder melden Sie sich mit einer eigenen Client-ID an: songkeep login spotify. Mit --public-page wird die öffentliche Seite gelesen, ohne ${what === 'album' ? '' : 'Alben und '}ISRCs und mit höchstens 100 Einträgen.`,
  'playlist.open-in-browser':
    'Prüfen Sie, ob sich der Link in einem Browser öffnen lässt, der nicht angemeldet ist; für eine private Liste braucht es songkeep login spotify',
  'playlist.open-short-link':
    'Öffnen Sie ihn in einem Browser, und geben Sie die Adresse, die dann dort steht.',
  'playlist.export-or-log-in':
    'Vielleicht ist die Playlist privat oder nicht mehr da. Exportieren Sie sie als Ihre Daten von Spotify, oder melden Sie sich an: songkeep login spotify',
  'playlist.paste-or-drop':
    'Fügen Sie die Adresse einer Playlist ein, oder legen Sie ihre Datei ab.',
  'playlist.give-file-or-go-online':
    'Geben Sie eine Datei der Playlist, oder lassen Sie --offline und SONGKEEP_OFFLINE weg.',
  'playlist.drop-again': 'Legen Sie es noch einmal ab.',
  'playlist.drop-file-again': 'Legen Sie die Datei noch einmal ab.',
  'playlist.drop-playlist-only':
    'Songkeep liest Playlists, keine Musik: Legen Sie die Datei der Playlist oder den Export ab.',
}
