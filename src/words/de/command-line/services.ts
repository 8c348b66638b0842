import type { services as English } from '../../en/command-line/services.ts'

export const services: typeof English = {
  contact:
    'SONGKEEP_CONTACT auf eine E-Mail-Adresse oder eine eigene Webseite setzen: Jeder gefragte Server erfährt sie und kann schreiben, statt zu sperren. Ohne sie beantwortet Wikimedia Commons 10 Fragen in der Minute statt 200, und ein Lauf fragt dort höchstens 60 Mal.',
  guide: {
    summary: 'wie Playlists aus Spotify, YouTube und anderen Diensten kommen',
    description:
      'Sagt, wie Playlists aus den Diensten kommen, in denen sie sind: bei Spotify drei Wege nebeneinander, Schritt für Schritt; bei anderen, was heute geht.',
    service: 'einen davon ganz',
  },
  login: {
    summary: 'Songkeep die eigenen Playlists bei Spotify lesen lassen',
    description:
      'Meldet mit einer eigenen Client-ID bei Spotify an. Songkeep darf dann die eigenen und mitgestalteten Playlists und die Lieblingssongs lesen; ändern kann es nichts.',
    service: 'wo',
    explanation: `Nötig ist eine Client-ID: unter https://developer.spotify.com/dashboard eine App anlegen (wem sie gehört,
braucht Premium), mit der Redirect-URI http://127.0.0.1/callback und der Web API, dann
SONGKEEP_SPOTIFY_CLIENT_ID auf ihre Client-ID setzen. Die Anmeldung liegt in einer Datei, die niemand sonst lesen kann
(songkeep logout spotify entfernt sie), und endet nach sechs Monaten.`,
  },
  logout: {
    summary: 'die Anmeldung bei Spotify löschen',
    service: 'wo',
  },
  playlists: {
    summary: 'die eigenen Playlists bei Spotify nennen',
    description:
      'Nennt die eigenen Playlists bei Spotify und die abonnierten: welche zu lesen sind, und warum die anderen nicht.',
    json: 'eine Playlist je Zeile ausgeben, für Programme',
  },
}
