import { missing as words } from '../../../src/words/de/missing.ts'
import type { missing as English } from '../en/missing.ts'

export const missing: typeof English = {
  words,
  toList: 'Zur Liste',
  grouping: 'Geordnet nach',
  groupings: { place: 'Laden oder Ort', album: 'Album' },
  print: 'Drucken',
  copy: 'Als Text kopieren',
  copied: 'Die Liste ist kopiert.',
  cannotCopy:
    'Der Browser lässt sie von hier nicht kopieren: Markier den Text unten und kopier ihn.',
  table: 'Tabelle (CSV)',
}
