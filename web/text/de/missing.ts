import { missing as words } from '../../../src/words/de/missing.ts'
import type { missing as English } from '../en/missing.ts'

export const missing: typeof English = {
  words,
  toList: 'Zurück zur Liste',
  grouping: 'Gruppiert nach',
  groupings: { place: 'Laden oder Ort', album: 'Album' },
  print: 'Drucken',
  copy: 'Als Text kopieren',
  copied: 'Die Liste ist kopiert.',
  cannotCopy:
    'Der Browser erlaubt das Kopieren hier nicht. Den Text unten bitte markieren und kopieren.',
  table: 'Tabelle (CSV)',
}
