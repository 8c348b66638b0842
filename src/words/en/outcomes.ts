import type { OutcomeKind } from '../../model/outcome.ts'
import { units } from './units.ts'

const { count } = units

/** How a kind is called on a label. */
const labels: Readonly<Record<OutcomeKind | 'unreached', string>> = {
  kept: 'Kept',
  'already-kept': 'Already kept',
  'would-keep': 'Would be kept',
  ambiguous: 'Ambiguous',
  review: 'In review',
  refused: 'Refused',
  'not-found': 'Not found',
  failed: 'Failed',
  skipped: 'Left out',
  unreached: 'Not reached',
}

/** The same within a sentence, after a count, of what was not kept. */
const states: Readonly<Record<NotKept, string>> = {
  ambiguous: 'ambiguous',
  review: 'in review',
  refused: 'refused',
  'not-found': 'not found',
  failed: 'failed',
  skipped: 'left out',
  unreached: 'not reached',
}

const verbs = {
  kept: 'kept',
  'would-keep': 'would be kept',
  either: 'kept or to be kept',
} as const

export type NotKept = Exclude<OutcomeKind | 'unreached', 'kept' | 'already-kept' | 'would-keep'>

/** What a summary is told from. */
export interface Tally {
  /** Entries of the playlist that are music. */
  readonly tracks: number
  /** Those that are kept, in a dry run those that would be too. */
  readonly good: number
  /** Those of them that were kept before this run. */
  readonly already: number
  /** Whether the good ones are kept, would be kept, or some are this and some that. */
  readonly verb: keyof typeof verbs
  readonly others: readonly (readonly [kind: NotKept, count: number])[]
}

/** `18 of 20 tracks kept (3 already there), 1 ambiguous, 1 not found.` */
function summary({ tracks, good, already, verb, others }: Tally): string {
  const done = verbs[verb]
  const aside =
    already === 0
      ? ''
      : already === good
        ? ' (all already there)'
        : ` (${count(already)} already there)`
  const head =
    tracks === 0
      ? 'No track in this playlist'
      : good === tracks && tracks > 1
        ? `All ${count(tracks)} tracks ${done}${aside}`
        : `${count(good)} of ${count(tracks)} ${tracks === 1 ? 'track' : 'tracks'} ${done}${aside}`
  return `${[head, ...others.map(([kind, number]) => `${count(number)} ${states[kind]}`)].join(', ')}.`
}

export const outcomes = { labels, summary }
