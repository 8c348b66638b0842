import type { pictures as English } from '../en/pictures.ts'
import { format, plural } from './format.ts'

const { count, percent } = format

export const pictures: typeof English = {
  title: 'Auf einen Blick',
  decades: 'Nach Jahrzehnten',
  decade: (decade) => `${decade}er`,
  undated: (number) => `Bei ${plural(number, 'Titel', 'Titeln')} ist das Jahr nicht bekannt.`,
  artists: 'Häufigste Interpreten',
  others: (artists) => plural(artists, 'weiterer Interpret', 'weitere Interpreten'),
  sources: 'Woher es kam',
  own: 'Eigene Ordner',
  legend: 'Je länger der Balken, desto mehr Titel; der gefüllte Teil ist gesichert.',
  of: (kept, tracks) =>
    kept === tracks ? `alle ${count(tracks)}` : `${count(kept)} von ${count(tracks)}`,
  share: (tracks, all) => `${count(tracks)}, ${percent(tracks / Math.max(1, all))}`,
  columns: { of: 'Was', drawn: 'Balken', kept: 'Gesichert' },
  coverage: (kept, tracks) =>
    `${count(kept)} von ${plural(tracks, 'Eintrag', 'Einträgen')} gesichert, ${percent(kept / Math.max(1, tracks))}`,
  coverageTitle: 'Wie viel gesichert ist',
}
