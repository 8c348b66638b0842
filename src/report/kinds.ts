import { type OutcomeKind, outcomeKinds } from '../model/outcome.ts'

export { type OutcomeKind, outcomeKinds }

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
