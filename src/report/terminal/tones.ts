import type { OutcomeKind } from '../kinds.ts'

export function isKept(kind: OutcomeKind): boolean {
  return kind === 'kept' || kind === 'already-kept' || kind === 'would-keep'
}

/** How a kind is coloured: nothing is told by that alone. */
export function toneOf(kind: OutcomeKind): 'good' | 'care' | 'bad' | 'dim' {
  switch (kind) {
    case 'kept':
    case 'already-kept':
    case 'would-keep':
      return 'good'
    case 'ambiguous':
    case 'review':
    case 'refused':
      return 'care'
    case 'not-found':
    case 'failed':
      return 'bad'
    case 'skipped':
      return 'dim'
  }
}
