import type { CalibrationBin } from '../../app/catalogues/evaluate/calibration.ts'
import type { Scores } from '../../app/catalogues/evaluate/evaluate.ts'
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
  if (scores.kind === 'wants') {
    const { wants, missed } = scores
    return [
      ...missed.map(({ id, want, decision }) => told.missed(id, want, decision)),
      wants.map(({ want, right, all }) => `${want} ${right}/${all}`).join('  '),
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

/** A line for each tenth of probability that was given at all. */
export function renderCalibration(
  bins: readonly CalibrationBin[],
  { terminal, units }: Words,
): readonly string[] {
  const told = terminal.scores
  const line = (cells: readonly string[]) => cells.map((cell) => cell.padStart(12)).join('  ')
  return [
    line([told.probability, told.answers, told.mean, told.right]),
    ...bins
      .filter(({ answers }) => answers > 0)
      .map(({ from, answers, right, mean }) =>
        line([
          `${units.fixed(from, 1)}–${units.fixed(from + 0.1, 1)}`,
          `${answers}`,
          units.fixed(mean, 2),
          units.fixed(right / answers, 2),
        ]),
      ),
  ]
}
