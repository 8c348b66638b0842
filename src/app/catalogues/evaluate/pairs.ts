import { asText } from '../../../base/json.ts'
import type { LabelledRow } from './row.ts'

export interface PairScores {
  readonly kind: 'pairs'
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

export function scorePairs(
  answers: ReadonlyMap<string, LabelledRow>,
  truths: readonly LabelledRow[],
): PairScores {
  const said = (id: unknown) => answers.get(asText(id))?.decision === 'match'
  return pairScores(
    truths.filter(({ id, label }) => label === 1 && said(id)).length,
    truths.filter(({ id }) => said(id)).length,
    truths.filter(({ label }) => label === 1).length,
  )
}

/** Every two rows of one cluster are a pair. */
export function scoreClusters(
  answers: ReadonlyMap<string, LabelledRow>,
  truths: readonly LabelledRow[],
): PairScores {
  const known = truths.filter(({ id }) => answers.has(asText(id)))
  const saidOf = ({ id }: LabelledRow) => asText(answers.get(asText(id))?.cluster)
  return pairScores(
    countPairs(known.map((truth) => JSON.stringify([saidOf(truth), truth.cluster]))),
    countPairs(known.map(saidOf)),
    countPairs(truths.map(({ cluster }) => asText(cluster))),
  )
}

function countPairs(keys: readonly string[]): number {
  const sizes = new Map<string, number>()
  for (const key of keys) sizes.set(key, (sizes.get(key) ?? 0) + 1)
  return sizes.values().reduce((sum, size) => sum + (size * (size - 1)) / 2, 0)
}

function pairScores(hit: number, said: number, real: number): PairScores {
  const [precision, recall] = [hit / said, hit / real]
  return { kind: 'pairs', precision, recall, f1: (2 * precision * recall) / (precision + recall) }
}
