import type { services as English } from '../../en/command-line/services.ts'

export const services: typeof English = {
  contact:
    'Setzen Sie SONGKEEP_CONTACT auf eine E-Mail-Adresse oder eine Seite von Ihnen: Jeder Server, der gefragt wird, erfährt sie und kann Ihnen schreiben, statt Sie auszusperren. Ohne sie beantwortet Wikimedia Commons 10 Fragen in der Minute statt 200, und ein Lauf fragt dort höchstens 60 Mal.',
  guide: {
    summary: 'wie Playlists aus Spotify, YouTube und anderen Diensten kommen',
    description:
      'Sagt, wie Playlists aus den Diensten kommen, in denen sie sind: bei Spotify drei Wege nebeneinander, Schritt für Schritt; bei anderen, was heute geht.',
    service: 'einen davon ganz',
  },
  login: {
    summary: 'Songkeep Ihre eigenen Playlists bei Spotify lesen lassen',
    description:
      'Meldet Sie unter einer eigenen Client-ID bei Spotify an. Songkeep darf dann Ihre Playlists lesen, die, zu denen Sie beitragen dürfen, und Ihre Lieblingssongs; ändern kann es nichts.',
    service: 'wo',
    explanation: `Sie brauchen eine Client-ID: Legen Sie unter https://developer.spotify.com/dashboard eine App an (wem sie gehört,
braucht Premium), mit der Redirect-URI http://127.0.0.1/callback und der Web API, und setzen Sie
SONGKEEP_SPOTIFY_CLIENT_ID auf ihre Client-ID. Die Anmeldung liegt in einer Datei, die nur Sie lesen können
(songkeep logout spotify entfernt sie), und endet nach sechs Monaten.`,
  },
  logout: {
    summary: 'Ihre Anmeldung bei Spotify vergessen',
    service: 'wo',
  },
  playlists: {
    summary: 'Ihre Playlists bei Spotify nennen',
    description:
      'Nennt Ihre Playlists bei Spotify und die, denen Sie folgen: welche zu lesen sind, und warum die anderen nicht.',
    json: 'eine Playlist je Zeile ausgeben, für Programme',
  },
}
