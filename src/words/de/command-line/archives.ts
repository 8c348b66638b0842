import type { archives as English } from '../../en/command-line/archives.ts'

const archive = 'der Ordner, der bei --into angegeben wurde'

export const archives: typeof English = {
  export: {
    summary: 'die Playlists eines Archivs für andere Dienste und Player schreiben',
    description:
      'Schreibt die Playlists eines Archivs so, dass ein anderer Dienst oder Player sie übernehmen kann: jeden Titel, gesichert oder nicht, in der Reihenfolge der Playlist.',
    archive,
    as: 'was geschrieben wird',
    out: 'wohin für jede Playlist eine Datei kommt; sonst auf den Bildschirm',
    playlist: 'nur diese, nach Namen oder Kennung',
    replace: 'Dateien dieser Namen ersetzen; sonst wird gefragt',
    kept: 'auslassen, was nicht gesichert werden konnte',
  },
  push: {
    summary: 'die Playlists eines Archivs auf einem eigenen Server oder bei ListenBrainz anlegen',
    description:
      'Legt jede Playlist eines Archivs dort an, oder ergänzt die eigene gleichnamige um das, was ihr fehlt. Ein Lied wird am Pfad derselben Datei erkannt, dann an seiner Nummer bei MusicBrainz oder seinem ISRC, dann an seinen Namen; was dort fehlt, wird gesagt. Dort wird nichts entfernt. Ohne --write wird nichts geändert, sondern nur gesagt, was geschähe.',
    archive: 'der Ordner, der bei --into angegeben wurde',
    to: 'subsonic:https://…, jellyfin:https://… oder listenbrainz; nach dem Passwort wird gefragt, oder es steht in SONGKEEP_SUBSONIC_PASSWORD (_USER, _API_KEY; ebenso für Jellyfin)',
    playlist: 'nur diese',
    write: 'es tun',
    json: 'eine Playlist je Zeile ausgeben, für Programme',
  },
  history: {
    summary: 'sagen, was die Playlists eines Archivs verlassen hat, und wann',
    description:
      'Sagt, was jede Playlist verlassen hat und wann, welche Titel ihr Dienst nicht mehr spielt, und welche Läufe Änderungen fanden. Jedes Sichern schreibt es auf; gesicherte Dateien bleiben, was auch fortfällt.',
    archive,
    playlist: 'nur diese, nach Namen oder Kennung',
    json: 'eine Playlist je Zeile ausgeben, mit jeder Änderung, für Programme',
  },
  lists: {
    summary: 'die Listen eines Archivs mit ihren Kennungen zeigen',
    description:
      'Zeigt die Playlists eines Archivs: Name, Einträge, wann jede zuletzt gesichert wurde, und die bleibende Kennung, für backup --list.',
    archive,
    json: 'eine Liste je Zeile ausgeben, mit Ordner, Adressen und früheren Namen, für Programme',
  },
  rename: {
    summary: 'einer Liste eines Archivs einen anderen Namen geben',
    description:
      'Gibt einer Liste für immer einen anderen Namen: Kein späteres Sichern nimmt ihn zurück. Ordner, Dateien und Verlauf bleiben, wo sie sind, damit alles, was spielt, weiter spielt.',
    archive,
    list: 'ihr Name oder ihre Kennung (songkeep lists)',
    name: 'wie sie von jetzt an heißt',
  },
}
