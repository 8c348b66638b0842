import { asText } from '../../../base/json.ts'
import { parseLine } from '../read-track.ts'
import { type CalibrationBin, calibrate } from './calibration.ts'
import { type MatchScores, scoreMatches } from './matches.ts'
import { type PairScores, scoreClusters, scorePairs } from './pairs.ts'
import type { LabelledRow } from './row.ts'
import { scoreWants, type WantScores } from './wants.ts'

/** What the labelled files hold: answers to queries, verdicts on pairs, or clusters. */
export type LabelledKind = 'match' | 'compare' | 'clusters'

export type Scores = MatchScores | PairScores | WantScores

export interface Evaluation {
  readonly scores: Scores
  /** How often what was given such a probability is right; empty for clusters, which have none. */
  readonly calibration: readonly CalibrationBin[]
}

type Lines = AsyncIterable<string>

/**
 * Scores what `match`, `compare` or `duplicates` answered against the truth, both as JSON lines:
 * `{"id","set","truth":[ids]}` for queries (an empty list: the recording is not there, and accepting
 * anything is an error), `{"id","label":0|1}` or `{"id","want":"match"|"not"|"either"}` for pairs,
 * `{"id","cluster"}` for clusters.
 */
export async function evaluate(
  kind: LabelledKind,
  answers: Lines,
  truths: Lines,
): Promise<Evaluation> {
  const answered = new Map((await readRows(answers)).map((row) => [asText(row.id), row]))
  const labelled = await readRows(truths)
  return {
    scores: score(kind, answered, labelled),
    calibration: kind === 'clusters' ? [] : calibrate(answered, labelled),
  }
}

function score(
  kind: LabelledKind,
  answers: ReadonlyMap<string, LabelledRow>,
  truths: readonly LabelledRow[],
): Scores {
  if (kind === 'match') return scoreMatches(answers, truths)
  if (kind === 'clusters') return scoreClusters(answers, truths)
  return truths.some(({ want }) => want !== undefined)
    ? scoreWants(answers, truths)
    : scorePairs(answers, truths)
}

async function readRows(lines: Lines): Promise<LabelledRow[]> {
  const rows: LabelledRow[] = []
  for await (const line of lines) {
    const row = line.trim() === '' ? undefined : parseLine(line)
    if (typeof row === 'object' && row !== null && 'id' in row) rows.push(row as LabelledRow)
  }
  return rows
}
