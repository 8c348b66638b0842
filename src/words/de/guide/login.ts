import type { login as English } from '../../en/guide/login.ts'

export const login: typeof English = {
  title: 'Bei Spotify anmelden',
  clientId: 'Client-ID',
  clientIdHint:
    'Aus den Einstellungen der App bei Spotify: 32 Zeichen. Sie bleibt bei den Schlüsseln der Einstellungen.',
  clientIdKept: 'Die Client-ID ist gespeichert. Eine andere einfügen, um sie zu ändern.',
  clientIdFixed: 'Die Client-ID kommt aus der Umgebungsvariablen SONGKEEP_SPOTIFY_CLIENT_ID.',
  logIn: 'Bei Spotify anmelden',
  waiting: 'Warten auf die Antwort bei Spotify, in einem anderen Tab …',
  openAgain: 'Kein Tab ist aufgegangen? Spotify öffnen',
  complains:
    'Zeigt Spotify einen Fehler statt einer Frage? Geht es darin um den Client, stimmt die Client-ID nicht. Geht es um die Redirect-URI, muss in den Einstellungen der App genau diese stehen:',
  isElsewhere:
    'Diese Seite ist auf einem anderen Rechner geöffnet als dem, auf dem Songkeep läuft. Nach dem Zustimmen endet der Browser bei einer Seite, die sich nicht zeigen lässt: Das ist richtig so. Ihre Adresse kopieren und hier einfügen:',
  noWayBack: 'Der Browser endete bei einer Seite, die sich nicht zeigen lässt?',
  paste: 'Die Adresse, bei der der Browser endete',
  pasteHint: 'Sie beginnt mit http://127.0.0.1 und enthält „code=“ und „state=“.',
  finish: 'Anmeldung abschließen',
  cancel: 'Abbrechen',
  loggedIn: 'Bei Spotify angemeldet.',
  loggedInAs: (name) => `Bei Spotify angemeldet als ${name}.`,
  logOut: 'Bei Spotify abmelden',
  takeBack: 'Um sie auch bei Spotify zurückzunehmen:',
  lists: 'Die eigenen Listen bei Spotify',
  asking: 'Spotify wird gefragt …',
  search: 'Listen durchsuchen',
  all: 'Alle',
  none: 'Keine',
  chosen: (chosen, all) => `${chosen} von ${all} gewählt`,
  nothingFound: 'So heißt keine Liste.',
  unreadable: (lists) =>
    `${lists} ${lists === 1 ? 'Liste' : 'Listen'}, die Spotify keine eigene App lesen lässt`,
  unreadableHint:
    'In den eigenen Daten von Spotify stehen die selbst gemachten und gespeicherten. Oder ihre Titel in eine eigene Liste kopieren.',
  by: (owner) => `von ${owner}`,
  take: 'Diese auf die Startseite nehmen',
  tooMany: (most) => `Höchstens ${most} werden auf einmal gelesen: den Rest danach nehmen.`,
  toGuide: 'Wie Playlists aus Spotify kommen',
  toLogin: 'Bei Spotify anmelden',
  advice: {
    ways: 'Wege führen die eigenen Listen aus Spotify heraus; einer davon braucht weder Warten noch Premium.',
    login: 'Hier auf der Seite anmelden und es noch einmal versuchen.',
    client: 'Die Client-ID oder die Einstellungen der App bei Spotify ansehen.',
  },
}
