import { missing as words } from '../../../src/words/en/missing.ts'

/** The page's own words of the shopping list; loaded with it. */
export const missing = {
  words,
  toList: 'Back to the list',
  grouping: 'Grouped by',
  groupings: { place: 'shop or place', album: 'album' },
  print: 'Print',
  copy: 'Copy as text',
  copied: 'The list is copied.',
  cannotCopy: 'The browser does not allow copying here. Select the text below and copy it.',
  table: 'Table (CSV)',
}
