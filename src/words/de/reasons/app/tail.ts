import type { AppTailReasons } from '../../../../model/reasons/app/tail.ts'
import type { Sentences } from '../../../sentences.ts'

export const tail: Sentences<AppTailReasons> = {
  'app.tail-no-plays': 'Der Hörverlauf nennt keine Wiedergaben.',
  'app.tail-not-whole': ({ files }, { units }) =>
    `${units.count(files)} ${files === 1 ? 'Datei ist' : 'Dateien sind'} nicht mehr unversehrt und ${files === 1 ? 'zählt' : 'zählen'} als nicht gesichert: songkeep verify sagt, welche.`,
  'app.tail-file-not-whole': 'Die Datei ist nicht mehr unversehrt.',
  'app.tail-counts-entries':
    'Es sind keine Wiedergaben bekannt: Jeder Eintrag einer Liste zählt einmal. Mit einem Hörverlauf (im Terminal: --history) zählt mehr, was oft gehört wird.',
  'app.tail-sizes-estimated': ({ tracks }, { units }) =>
    `Von ${units.count(tracks)} ${tracks === 1 ? 'Titel' : 'Titeln'} ist die Größe nicht bekannt: Sie ist nach der Länge geschätzt, mit der Bitrate des Gesicherten.`,
  'app.tail-several-indexes': ({ indexes }, { units }) =>
    `Der Katalog hat ${units.count(indexes)} Indexe: Eine Aufnahme, die in mehreren steht, zählt in jedem.`,
  'app.tail-uncounted': ({ tracks }, { units }) =>
    `${units.count(tracks)} Aufnahmen haben keine Beliebtheit und sind ausgelassen.`,
  'app.tail-no-popularity': 'Keine Aufnahme des Katalogs hat eine Beliebtheit.',
  'app.tail-name-something':
    'Ein Archiv nennen, mit --history einen Hörverlauf oder mit --catalogue einen Katalog.',
  'app.tail-history-or-catalogue':
    'Entweder einen Hörverlauf oder einen Katalog nennen: Ihre Zahlen lassen sich nicht zusammenzählen.',
  'app.tail-not-ours': ({ path }) =>
    `${path} gibt es schon und stammt nicht von songkeep tail: Es bleibt, wie es ist.`,
  'app.tail-other-folder': 'Mit --out einen anderen Ordner nennen.',
  'app.tail-name-history':
    'Einen Hörverlauf nennen: einen Export von Spotify, Last.fm, ListenBrainz oder eine Bibliothek, die Wiedergaben zählt.',
}
