import { compare } from '../../match/compare.ts'
import type { Evidence, RankingDecision } from '../../model/match.ts'
import { parseLine, readId, readTrack } from './read-track.ts'

export interface PairVerdict {
  readonly id: string
  readonly decision: RankingDecision
  /** 0 to 1. */
  readonly probability: number
  /** Where it was asked for. */
  readonly evidence?: readonly Evidence[]
  /** Why there is no verdict, where the line could not be read; the decision is `none` then. */
  readonly error?: string
}

/** For each line `{"id","left","right"}` a verdict, in the same order; empty lines are passed over. */
export async function* comparePairs(
  lines: AsyncIterable<string>,
  options: { readonly explain?: boolean } = {},
): AsyncGenerator<PairVerdict> {
  let row = 0
  for await (const line of lines) {
    row++
    if (line.trim() === '') continue
    const pair = parseLine(line)
    const id = readId(pair, row)
    const [left, right] = sidesOf(pair)
    const error = typeof left === 'string' ? left : typeof right === 'string' ? right : undefined
    if (typeof left === 'string' || typeof right === 'string') {
      yield { id, decision: 'none', probability: 0, error: error ?? '' }
      continue
    }
    const { decision, probability, evidence } = compare(left, right)
    yield { id, decision, probability, evidence: options.explain ? evidence : undefined }
  }
}

function sidesOf(pair: unknown) {
  if (typeof pair !== 'object' || pair === null) return ['It is no JSON object.', ''] as const
  const { left, right } = pair as { left?: unknown; right?: unknown }
  return [readTrack(left), readTrack(right)] as const
}
