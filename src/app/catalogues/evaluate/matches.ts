import { asText } from '../../../base/json.ts'
import { bestOf, type LabelledRow } from './row.ts'

/** By set of queries, `all` last. Shares are 0 to 1, NaN where there is nothing to share. */
export interface MatchScores {
  readonly kind: 'match'
  readonly sets: readonly SetScore[]
}

interface SetScore {
  readonly set: string
  /** Queries whose recording is there, and queries whose recording is not. */
  readonly present: number
  readonly absent: number
  readonly rightFirst: number
  readonly recall: number
  readonly precision: number
  readonly falseAccepts: number
  readonly ambiguous: number
}

export function scoreMatches(
  answers: ReadonlyMap<string, LabelledRow>,
  truths: readonly LabelledRow[],
): MatchScores {
  const sets = Map.groupBy(truths, ({ set }) => (typeof set === 'string' ? set : 'all'))
  sets.delete('all')
  return {
    kind: 'match',
    sets: [...sets, ['all', truths] as const].map(([set, rows]) => scoreSet(set, answers, rows)),
  }
}

function scoreSet(
  set: string,
  answers: ReadonlyMap<string, LabelledRow>,
  truths: readonly LabelledRow[],
): SetScore {
  const judged = truths.map((truth) => {
    const ids: readonly unknown[] = Array.isArray(truth.truth) ? truth.truth : []
    const answer = answers.get(asText(truth.id))
    return {
      present: ids.length > 0,
      accepted: answer?.decision === 'match',
      ambiguous: answer?.decision === 'ambiguous',
      right: ids.includes(bestOf(answer)?.id),
    }
  })
  const count = (test: (row: (typeof judged)[number]) => boolean) => judged.filter(test).length
  const present = count((row) => row.present)
  const absent = judged.length - present
  const accepted = count((row) => row.accepted && row.right)
  return {
    set,
    present,
    absent,
    rightFirst: count((row) => row.right) / present,
    recall: accepted / present,
    precision: accepted / count((row) => row.accepted),
    falseAccepts: count((row) => row.accepted && !row.present) / absent,
    ambiguous: count((row) => row.ambiguous) / judged.length,
  }
}
