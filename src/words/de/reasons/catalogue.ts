import type { CatalogueReasons } from '../../../model/reasons/catalogue.ts'
import type { Sentences } from '../../sentences.ts'
import { because } from '../foreign.ts'
import { units } from '../units.ts'

const { count } = units

export const catalogue: Sentences<CatalogueReasons> = {
  'catalogue.none-in-folder': ({ folder }) => `In ${folder} liegt kein Katalog.`,
  'catalogue.foreign-manifest': ({ path }) => `${path} gehört zu keinem Katalog und würde ersetzt`,
  'catalogue.foreign-folder': ({ path }) =>
    `${path} stammt nicht vom Bau eines Katalogs und würde geleert`,
  'catalogue.name-own-folder': 'Für den Katalog einen eigenen Ordner nennen.',
  'catalogue.manifest-damaged': ({ path }) =>
    `${path} beschreibt keinen Katalog oder ist beschädigt.`,
  'catalogue.other-version': ({ folder, version, expected }) =>
    `Der Katalog in ${folder} hat Version ${version}, dieses Programm liest Version ${expected}.`,
  'catalogue.index-damaged': ({ folder }) => `Der Index des Katalogs in ${folder} ist beschädigt.`,
  'catalogue.records-damaged': 'Die Einträge des Katalogs sind beschädigt.',
  'catalogue.little-endian-only':
    'Kataloge lassen sich nur auf Rechnern lesen, die Zahlen mit dem niedrigsten Byte zuerst ablegen (Little Endian).',
  'catalogue.file': ({ name, fault }, { say }) => `Die Datei ${name} des Katalogs ${say(fault)}.`,
  'catalogue.file-missing': 'fehlt',
  'catalogue.file-damaged': 'ist beschädigt',
  'catalogue.file-cut-off': 'ist abgeschnitten',
  'catalogue.file-foreign': 'gehört nicht hierher',
  'catalogue.file-no-segment': 'ist keine Katalogdatei',
  'catalogue.file-header-damaged': 'hat einen beschädigten Kopf',
  'catalogue.file-other-version': ({ version, expected }) =>
    `hat Version ${version}, dieses Programm liest Version ${expected}`,

  'catalogue.no-input': 'Es ist keine Datei genannt, aus der der Katalog entstehen soll.',
  'catalogue.no-recordings':
    'In den Dateien steht keine einzige Aufnahme, also ist kein Katalog entstanden.',
  'catalogue.no-file': ({ path }) => `Die Datei ${path} gibt es nicht.`,
  'catalogue.not-a-file': ({ path }) => `${path} ist keine Datei.`,
  'catalogue.unreadable': ({ path, reason }, { say }) =>
    `${path} lässt sich nicht lesen${because(reason, say)}.`,
  'catalogue.unknown-kind': ({ path }) => `${path} ist von keiner Art, die hier bekannt ist.`,
  'catalogue.no-title-column': ({ path }) => `${path} hat keine Spalte mit Titeln.`,
  'catalogue.no-tracks': ({ path }) => `${path} nennt keine Titel.`,
  'catalogue.parquet-from-stdin': 'Parquet lässt sich nicht von der Standardeingabe lesen.',
  'catalogue.parquet-unreadable': ({ path, reason }, { say }) =>
    `${path} lässt sich nicht als Parquet lesen${because(reason, say)}.`,
  'catalogue.packed': ({ path }) =>
    `${path} ist auf eine Art gepackt, die hier nicht entpackt wird.`,
  'catalogue.no-artist-list': ({ path }) =>
    `${path} ist keine Liste von Interpreten, wie sie hier bekannt ist.`,
  'catalogue.no-artists': ({ input }) => `${input} nennt keine Interpreten.`,
  'catalogue.nowhere-to-look': 'Es ist kein Katalog genannt, in dem gesucht werden soll.',
  'catalogue.one-kind-of-duplicates':
    'Es ist nicht genau eines genannt, worin Doppeltes gesucht werden soll.',

  'catalogue.row-no-json': 'Das ist kein JSON.',
  'catalogue.row-no-object': 'Das ist kein JSON-Objekt.',
  'catalogue.row-no-xml': 'Das ist kein XML.',
  'catalogue.row-no-release': 'Das ist keine Veröffentlichung.',
  'catalogue.row-no-track': 'Ein Titel darin ist keiner.',
  'catalogue.row-no-title': 'Der Titel fehlt.',
  'catalogue.row-title-too-long': 'Der Titel ist zu lang für einen Titel.',
  'catalogue.row-artist-too-long': 'Der Name eines Interpreten ist zu lang für einen Namen.',
  'catalogue.row-too-many-artists': 'Es sind zu viele Interpreten für eine Aufnahme.',
  'catalogue.row-too-many-cells': ({ cells, columns }) =>
    `Die Zeile hat ${count(cells)} Zellen, die Kopfzeile ${count(columns)}.`,
  'catalogue.row-quote-open': 'Ein Anführungszeichen wird geöffnet und nicht geschlossen.',
  'catalogue.row-release-open': 'Eine Veröffentlichung wird nicht abgeschlossen.',
  'catalogue.json-too-large':
    'Zu groß für einen einzigen JSON-Text: Besser ist ein Objekt je Zeile.',
  'catalogue.row-no-artist': 'Ein Interpret ist nicht genannt.',
  'catalogue.row-artist-open': 'Ein Interpret wird nicht abgeschlossen.',

  'catalogue.make-one': 'So entsteht einer: `songkeep catalogue build --out ORDNER DATEI…`.',
  'catalogue.build-again': 'Den Katalog neu anlegen.',
  'catalogue.build-it-again': 'Ihn neu anlegen.',
  'catalogue.restore-files':
    'Den Katalog neu anlegen oder seine Dateien aus einer Kopie zurückholen.',
  'catalogue.restore-file': 'Den Katalog neu anlegen oder die Datei aus einer Kopie zurückholen.',
  'catalogue.known-kinds':
    'Ein Katalog entsteht aus CSV, JSON-Zeilen, Parquet und den Dumps von ListenBrainz, MusicBrainz und Discogs.',
  'catalogue.name-columns':
    'Die erste Zeile muss die Spalten nennen: id, title, artists, album, durationMs, year, isrc, …',
  'catalogue.use-releases':
    'Von den Discogs-Dumps taugt der der Veröffentlichungen (releases); die Interpreten (artists) nennen Aliasnamen: --artists DATEI.',
  'catalogue.unpack-first': 'Die Datei zuerst entpacken: `tar -xJf artist.tar.xz mbdump/artist`.',
  'catalogue.known-artist-lists':
    'Bekannt sind die Interpreten von MusicBrainz (mbdump/artist) und Discogs (artists.xml.gz), JSON-Zeilen mit {"artist","aliases":[…]} und Tabellen mit den Spalten artist und aliases.',
  'catalogue.name-catalogue': 'Einen nennen: --catalogue ~/katalog',
  'catalogue.name-records-or-folders':
    'Eine Datei mit Einträgen oder Ordner mit Musik nennen: --audio ~/Musik',
  'catalogue.row-left-out': ({ input, row, reason }, { say }) =>
    `${input}, Zeile ${row}: ${say(reason)}`,
}
