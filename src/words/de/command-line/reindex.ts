import type { reindex as English } from '../../en/command-line/reindex.ts'

export const reindex: typeof English = {
  reindex: {
    summary:
      'Verzeichnis, Prüfsummenlisten und Arbeitsstand eines Archivs aus seinen Dateien neu anlegen',
    description:
      'Liest jede gesicherte Datei, holt Zeilen, die das Verzeichnis verloren hat, aus seiner Zweitschrift, aus Berichten oder Prüfsummenlisten zurück, findet verschobene und umbenannte Dateien an ihrer Prüfsumme wieder und schreibt Verzeichnis, Prüfsummenlisten und Arbeitsstand neu. Keine Musikdatei wird angerührt. Was nicht wiederzufinden war, wird genannt.',
    archive: 'der Ordner, der bei --into angegeben wurde',
    dryRun: 'nichts schreiben; sagen, was geschähe',
    json: 'einen Befund je Zeile ausgeben und dann eine Zusammenfassung, für Programme',
  },
}
