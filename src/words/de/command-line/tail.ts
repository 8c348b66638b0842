import type { tail as english } from '../../en/command-line/tail.ts'

export const tail: typeof english = {
  tail: {
    summary:
      'sagen, wie viel vom Gehörten gesichert ist, was gefährdet ist und was als Nächstes lohnt',
    description:
      'Sagt, welchen Anteil des Gehörten die Archive unversehrt haben, ob er sich auf viele oder wenige Titel verteilt, welche Aufnahmen kaum jemand hat, und welche für ihre Größe am meisten sichern würden. Nichts wird geladen, und nichts geschrieben außer dem, was --out verlangt.',
    archives: 'Ordner, die --into genannt wurden',
    history:
      'nach diesem Hörverlauf gewichten: Export von Spotify, Last.fm, ListenBrainz, … (Datei, Zip, Ordner oder -); auch mehrfach',
    catalogue:
      'stattdessen einen Katalog nach seinen Zahlen der Beliebtheit gewichten, und was die Archive davon haben',
    out: 'long-tail.html und die Tabellen long-tail.csv und long-tail-curves.csv in diesen Ordner schreiben',
    json: 'alles als eine Zeile ausgeben, für Programme',
    explanation: `Ein Titel gilt als gesichert, wenn seine Datei mit ihrer Größe an ihrem Platz ist und keine Prüfung es anders fand. Erkannt wird er an der Adresse beim Dienst oder am ISRC (genau), sonst an Titel und Interpret, wie auch die Sicherung vergleicht; was zweifelhaft ist, gilt als fehlend.

Ohne Hörverlauf zählen die Wiedergaben, die die Berichte des Archivs nennen; ohne diese zählt jeder Eintrag einer Liste einmal.`,
  },
}
