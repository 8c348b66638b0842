import { asText } from '../../../base/json.ts'
import { bestOf, type LabelledRow } from './row.ts'

/** Of the answers that were given a probability from `from` on, a tenth wide, how many are right. */
export interface CalibrationBin {
  readonly from: number
  readonly answers: number
  readonly right: number
  /** The mean of the probabilities given: an honest table has it near the share that is right. */
  readonly mean: number
}

/**
 * Ten bins. Of a query the first candidate counts, right where the truth lists it; of a pair the verdict. What
 * may be either is left out.
 */
export function calibrate(
  answers: ReadonlyMap<string, LabelledRow>,
  truths: readonly LabelledRow[],
): readonly CalibrationBin[] {
  const given = truths.flatMap((truth) => {
    const answer = answers.get(asText(truth.id))
    const probability = bestOf(answer)?.probability ?? answer?.probability
    const isTrue = isOne(truth, answer)
    return typeof probability === 'number' && isTrue !== undefined ? [{ probability, isTrue }] : []
  })
  return Array.from({ length: 10 }, (_, bin) => {
    const inside = given.filter(
      ({ probability }) => Math.min(9, Math.floor(probability * 10)) === bin,
    )
    const sum = inside.reduce((total, { probability }) => total + probability, 0)
    return {
      from: bin / 10,
      answers: inside.length,
      right: inside.filter(({ isTrue }) => isTrue).length,
      mean: sum / inside.length,
    }
  })
}

/** Whether the truth calls it one recording; undefined where it does not say. */
function isOne({ truth, label, want }: LabelledRow, answer: LabelledRow | undefined) {
  if (Array.isArray(truth)) return truth.includes(bestOf(answer)?.id)
  if (label !== undefined) return label === 1
  return want === 'match' ? true : want === 'not' ? false : undefined
}
