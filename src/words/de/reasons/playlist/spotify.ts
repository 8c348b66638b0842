import type { SpotifyReasons } from '../../../../model/reasons/playlist/spotify.ts'
import type { Sentences } from '../../../sentences.ts'

const quoted = (detail: string | undefined) => (detail === undefined ? '' : `: „${detail}“`)

export const spotify: Sentences<SpotifyReasons> = {
  'playlist.access-denied': ({ detail }) =>
    `Spotify gibt das dieser Anmeldung nicht zu lesen${quoted(detail)}.`,
  'playlist.app-not-allowed': ({ detail }) =>
    `Spotify lässt die eigene App das nicht lesen${quoted(detail)}.`,
  'playlist.scope-missing': 'Diese Anmeldung erlaubt es nicht, das zu lesen.',
  'playlist.nothing-there': ({ detail }) => `Dort gibt es bei Spotify nichts${quoted(detail)}.`,
  'playlist.quota-used':
    'Das Kontingent des Kontos bei Spotify ist fürs Erste verbraucht: Alle Apps eines Kontos teilen es sich, eine andere Client-ID hilft also nicht.',
  'playlist.asked-too-often': 'Spotify wird gerade zu oft gefragt.',
  'playlist.no-answer': ({ status, detail }) =>
    `Spotify verweigert die Antwort (HTTP-Status ${status})${quoted(detail)}.`,
  'playlist.answer-unexpected': 'Spotify hat etwas anderes geantwortet als gefragt war.',
  'playlist.answer-too-deep': ({ host }) =>
    `Die Antwort von ${host} ist zu tief verschachtelt, um sie zu lesen.`,
  'playlist.answer-too-much': ({ host }) => `Die Antwort von ${host} ist zu groß, um sie zu lesen.`,
  'playlist.answer-damaged': ({ host }) =>
    `Die Antwort von ${host} ist beschädigt oder abgeschnitten.`,

  'playlist.not-for-this-user':
    'Spotify lässt diese Playlist nur die lesen, denen sie gehört oder die etwas hinzufügen dürfen.',
  'playlist.not-for-this-app':
    'Spotify zeigt der eigenen App keine solche Playlist: Sie ist privat, nicht mehr da oder von Spotify selbst gemacht.',
  'playlist.read-so-far': ({ reason, done, total }, { say, units }) =>
    `${say(reason)} Bisher sind ${units.count(done)} von ${units.count(total)} Einträgen gelesen.`,
  'playlist.fewer-than-counted': ({ total, given }, { units }) =>
    `Spotify zählt ${units.count(total)} Einträge und gibt davon ${units.count(given)}.`,

  'playlist.withdrawn': 'Ein zurückgezogener Titel: Spotify nennt ihn nicht mehr.',
  'playlist.not-in-your-country': 'Spotify spielt ihn im Land dieses Kontos nicht mehr.',
  'playlist.no-longer-played': 'Spotify spielt ihn nicht mehr.',
  'playlist.no-such-track': 'Spotify nennt keinen solchen Titel.',

  'playlist.list-of-spotify': 'von Spotify selbst gemacht, das sie keine App lesen lässt',
  'playlist.list-of-others':
    'Spotify lässt sie nur die lesen, denen sie gehört oder die etwas hinzufügen dürfen',

  'playlist.nameless': 'Ohne Namen',
  'playlist.you': 'du',
  'playlist.somebody-else': 'jemand anderes',
  'playlist.ways-besides-api':
    'Die Titel in eine eigene Playlist kopieren und diese angeben, oder eine Datei von Exportify von der Person, der sie gehört. Mit --public-page wird die öffentliche Seite gelesen, ohne Alben und ISRCs und mit höchstens 100 Einträgen.',
  'playlist.log-in-with-scope':
    'Noch einmal anmelden und allem zustimmen, wonach gefragt wird: songkeep login spotify',
  'playlist.add-user-to-app':
    'Wer die App benutzt, muss in ihrer Liste stehen: https://developer.spotify.com/dashboard › die App › User Management.',
  'playlist.owner-needs-premium':
    'Wem die App (die Client-ID) gehört, braucht Spotify Premium. Ohne geht es mit einem Datenexport von Spotify, einer Datei von Exportify oder --public-page.',
  'playlist.run-again': ({ until }, { units }) =>
    `${until === undefined ? 'Später' : `Nach dem ${units.time(until)}`} dasselbe noch einmal starten: Es geht dort weiter.`,
}
