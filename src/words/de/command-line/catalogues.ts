import type { catalogues as English } from '../../en/command-line/catalogues.ts'

export const catalogues: typeof English = {
  catalogue: {
    summary: 'ein Metadaten-Verzeichnis anlegen und ansehen',
    description: 'Ein Katalog nennt Aufnahmen zu Millionen und antwortet in Mikrosekunden.',
    kinds: `Dateien sind CSV, JSON-Zeilen oder Parquet, auch .gz und .zst; die Dumps von ListenBrainz (canonical),
MusicBrainz (JSON) und Discogs (XML) werden erkannt. --artists liest mbdump/artist von MusicBrainz (oder - für die
Standardeingabe), artists.xml.gz von Discogs, JSON-Zeilen und Tabellen mit den Spalten artist und aliases; match,
compare und backup nutzen das.`,
    build: 'einen Katalog aus Dateien anlegen',
    update: 'einem Katalog einen neueren Dump hinzufügen',
    artists:
      'welche Namen zu einem Interpreten gehören: Interpreten von MusicBrainz oder Discogs, oder eine Tabelle mit artist und aliases; für mehrere mehrmals angeben',
    files: 'die Dumps, oder - für die Standardeingabe',
    out: 'der Katalog',
    shards:
      'in so viele Teile schneiden, jeder für einen eigenen Rechner (songkeep catalogue serve)',
    split: 'einen Katalog in Teile schneiden, die zusammen wie der ganze antworten',
    whole: 'der Katalog; er bleibt, wie er ist',
    splitOut: 'bekommt einen Ordner für jeden Teil und shards.json, die alle nennt',
    splitShards: 'wie viele Teile',
    serve:
      'andere Prozesse und Rechner Kataloge und Teile davon fragen lassen; sie nennen ihn als --catalogue http://HOST:PORT,…',
    served: 'Kataloge, oder Teile von einem',
    port: 'an welchem Port',
    host: 'an welcher Adresse; eine, die andere erreichen, braucht SONGKEEP_CATALOGUE_TOKEN',
    memory:
      'Megabyte, die im Speicher gehalten werden (256); der Rest wird gelesen, wo gefragt wird',
    info: 'sagen, was ein Katalog enthält',
    folder: 'der Katalog',
    verify: 'jedes Byte lesen und jede Prüfsumme nachrechnen',
    json: 'als JSON ausgeben, für Programme',
  },
  match: {
    summary: 'Aufnahmen in einem Katalog finden',
    description:
      'Antwortet auf jede Anfrage mit match, ambiguous oder none, mit Kandidaten und Wahrscheinlichkeiten.',
    queries: 'JSON-Zeilen mit {"id","title","artists",…}, auch .gz, oder - für die Standardeingabe',
    catalogue: 'wo gesucht wird; für mehrere mehrmals angeben',
    top: 'Kandidaten in jeder Antwort',
    explain:
      'auf der Standardfehlerausgabe zeichnen, was jedes Feld wiegt, und in den Antworten nennen, was verglichen wurde',
  },
}
