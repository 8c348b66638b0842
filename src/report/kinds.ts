import { type OutcomeKind, outcomeKinds } from '../model/outcome.ts'

export { type OutcomeKind, outcomeKinds }

/** How a kind is called on a label. */
export const outcomeLabels: Readonly<Record<OutcomeKind, string>> = {
  kept: 'Kept',
  'already-kept': 'Already kept',
  'would-keep': 'Would be kept',
  ambiguous: 'Ambiguous',
  review: 'In review',
  refused: 'Refused',
  'not-found': 'Not found',
  failed: 'Failed',
  skipped: 'Left out',
}

/** A sign that tells the kinds apart without colour. */
export const outcomeSigns: Readonly<Record<OutcomeKind, string>> = {
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
