import type { Scores } from '../../app/catalogues/evaluate.ts'
import type { Words } from '../../words/words.ts'

/** The scores of an evaluation as lines for a terminal. */
export function renderScores(scores: Scores, { terminal, units }: Words): readonly string[] {
  const told = terminal.scores
  const percent = (share: number) =>
    Number.isNaN(share) ? '–' : `${units.fixed(100 * share, 2)} %`
  if (scores.kind === 'pairs') {
    const { precision, recall, f1 } = scores
    return [
      `${told.precision} ${percent(precision)}  ${told.recall} ${percent(recall)}  F1 ${percent(f1)}`,
    ]
  }
  const columns = [
    told.rightFirst,
    told.recall,
    told.precision,
    told.falseAccepts,
    told.ambiguous,
  ] as const
  const line = (set: string, shares: readonly string[], queries: string) =>
    [
      set.padEnd(12),
      ...shares.map((share, at) => share.padStart(Math.max(10, columns[at]?.length ?? 0))),
      queries,
    ].join('  ')
  return [
    line(told.set, columns, told.queries),
    ...scores.sets.map((score) =>
      line(
        score === scores.sets.at(-1) ? told.all : score.set,
        [score.rightFirst, score.recall, score.precision, score.falseAccepts, score.ambiguous].map(
          percent,
        ),
        told.counted(score.present, score.absent),
      ),
    ),
  ]
}
