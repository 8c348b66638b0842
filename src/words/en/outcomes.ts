import type { OutcomeKind } from '../../model/outcome.ts'
import type { NotKept, SummaryCounts } from '../../model/reasons/app/runs.ts'
import { units } from './units.ts'

export type { NotKept, SummaryCounts }

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

const verbs: Readonly<Record<SummaryCounts['verb'], string>> = {
  kept: 'kept',
  'would-keep': 'would be kept',
  either: 'kept or to be kept',
}

/** `18 of 20 tracks kept (3 already there), 1 ambiguous, 1 not found.` */
function summary({ tracks, good, already, verb, others }: SummaryCounts): string {
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
