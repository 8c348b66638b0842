import type { RowState } from '../../../src/api/contract.ts'

/** A sign that tells the states apart without colour; the report has the same for outcomes. */
export const stateSigns: Readonly<Record<RowState, string>> = {
  waiting: '·',
  searching: '⌕',
  downloading: '↓',
  encoding: '♪',
  storing: '↧',
  kept: '✓',
  'already-kept': '=',
  'would-keep': '+',
  ambiguous: '?',
  review: '≠',
  refused: '§',
  'not-found': '×',
  failed: '!',
  skipped: '–',
}
