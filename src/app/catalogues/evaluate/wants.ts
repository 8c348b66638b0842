import { asText } from '../../../base/json.ts'
import type { LabelledRow } from './row.ts'

/** What a pair should be: one recording, anything but that, or not called two for sure. */
const WANTS = ['match', 'not', 'either'] as const
type Want = (typeof WANTS)[number]

export interface WantScores {
  readonly kind: 'wants'
  readonly wants: readonly WantScore[]
  /** Pairs that were answered otherwise, or not at all, in the order of the truth. */
  readonly missed: readonly MissedPair[]
}

interface WantScore {
  readonly want: Want
  readonly right: number
  readonly all: number
}

interface MissedPair {
  readonly id: string
  readonly want: Want
  readonly decision: string | undefined
}

export function scoreWants(
  answers: ReadonlyMap<string, LabelledRow>,
  truths: readonly LabelledRow[],
): WantScores {
  const judged = truths.flatMap(({ id, want }) => {
    const known = WANTS.find((one) => one === want)
    const decision = answers.get(asText(id))?.decision
    return known === undefined
      ? []
      : [
          {
            id: asText(id),
            want: known,
            decision: decision === undefined ? undefined : asText(decision),
          },
        ]
  })
  return {
    kind: 'wants',
    wants: WANTS.map((want) => {
      const rows = judged.filter((row) => row.want === want)
      return { want, right: rows.filter(isRight).length, all: rows.length }
    }),
    missed: judged.filter((row) => !isRight(row)),
  }
}

function isRight({ want, decision }: MissedPair): boolean {
  if (want === 'match') return decision === 'match'
  return want === 'not'
    ? decision === 'ambiguous' || decision === 'none'
    : decision === 'match' || decision === 'ambiguous'
}
