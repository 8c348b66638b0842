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
    'Ein Link, der zu keinem einzelnen Titel führt: bitte einzeln eingeben.',
  'playlist.liked-songs-are-private':
    'Lieblingssongs lassen sich nur mit der eigenen Anmeldung lesen.',
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
    'Zuerst die vorigen lesen lassen oder entfernen; was ungelesen bleibt, wird nach zwei Stunden entfernt.',
  'playlist.upload-disk-full': 'Dafür ist auf der Festplatte kein Platz.',
  'playlist.staged-import-gone': 'Was von dieser Playlist gelesen wurde, ist nicht mehr da.',

  'playlist.export-with-table':
    'Die Playlist mit TuneMyMusic oder Soundiiz als CSV exportieren und diese Datei angeben.',
  'playlist.export-youtube':
    'Die eigenen Daten mit Google Takeout exportieren (YouTube und YouTube Music: Playlists, Songs der Mediathek) oder die Titel als Zeilen „Interpret - Titel“ kopieren und einfügen; im Terminal: songkeep backup -',
  'playlist.export-apple-music':
    'In der App Musik: Ablage › Mediathek › Playlist exportieren, als XML, oder die ganze Mediathek exportieren; diese Datei angeben.',
  'playlist.download-from-bandcamp':
    'Dort Gekauftes darf heruntergeladen werden: seinen Ordner mit --library nennen und die Titel als Zeilen „Interpret - Titel“ angeben.',
  'playlist.export-musicbrainz':
    'Die Playlist aus ListenBrainz als JSPF oder XSPF exportieren und diese Datei angeben.',
  'playlist.export-lastfm':
    'Die eigenen Titel als CSV exportieren, zum Beispiel mit lastfm-to-csv, und diese Datei angeben.',
  'playlist.give-file-or-titles':
    'Die Datei einer Playlist angeben oder ihre Titel als Zeilen „Interpret - Titel“ kopieren und einfügen; im Terminal: songkeep backup -',
  'playlist.give-list-link':
    'Den Link einer Playlist, eines Albums oder eines Titels angeben, oder spotify:liked für die Lieblingssongs.',
  'playlist.log-in-as': ({ user }) =>
    `Als „${user}“ anmelden: songkeep login spotify. Oder spotify:liked für die Songs des angemeldeten Nutzers angeben.`,
  'playlist.give-export-or-log-in':
    'Den Datenexport von Spotify angeben (sie stehen in YourLibrary.json) oder anmelden: songkeep login spotify',
  'playlist.ways-without-login': ({ what }) =>
    `Am besten ist der Datenexport von Spotify (spotify.com/account/privacy) oder eine Datei von Exportify; oder mit einer eigenen Client-ID anmelden: songkeep login spotify. Mit --public-page wird die öffentliche Seite gelesen, ohne ${what === 'album' ? '' : 'Alben und '}ISRCs und mit höchstens 100 Einträgen.`,
  'playlist.open-in-browser':
    'Bitte prüfen, ob sich der Link in einem Browser öffnen lässt, der nicht angemeldet ist; für eine private Liste braucht es songkeep login spotify',
  'playlist.open-short-link':
    'Ihn in einem Browser öffnen und die Adresse angeben, die dann dort steht.',
  'playlist.export-or-log-in':
    'Vielleicht ist die Playlist privat oder nicht mehr da. Sie mit den eigenen Daten von Spotify exportieren oder anmelden: songkeep login spotify',
  'playlist.paste-or-drop': 'Die Adresse einer Playlist einfügen oder ihre Datei ablegen.',
  'playlist.give-file-or-go-online':
    'Eine Datei der Playlist angeben oder --offline und SONGKEEP_OFFLINE weglassen.',
  'playlist.drop-again': 'Bitte noch einmal ablegen.',
  'playlist.drop-file-again': 'Die Datei bitte noch einmal ablegen.',
  'playlist.drop-playlist-only':
    'Songkeep liest Playlists, keine Musik: Bitte die Datei der Playlist oder den Export ablegen.',
}
