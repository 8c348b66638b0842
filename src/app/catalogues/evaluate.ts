import { parseLine } from './read-track.ts'

/** What the labelled files hold: answers to queries, verdicts on pairs, or clusters. */
export type LabelledKind = 'match' | 'compare' | 'clusters'

export type Scores = MatchScores | PairScores

/** By set of queries, `all` last. Shares are 0 to 1, NaN where there is nothing to share. */
interface MatchScores {
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

interface PairScores {
  readonly kind: 'pairs'
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

type LabelledRow = Readonly<Record<string, unknown>>
type Lines = AsyncIterable<string>

/**
 * Scores what `match`, `compare` or `duplicates` answered against the truth, both as JSON lines:
 * `{"id","set","truth":[ids]}` for queries (an empty list: the recording is not there, and accepting
 * anything is an error), `{"id","label":0|1}` for pairs, `{"id","cluster"}` for clusters.
 */
export async function evaluate(kind: LabelledKind, answers: Lines, truths: Lines): Promise<Scores> {
  const answered = new Map((await readRows(answers)).map((row) => [String(row.id), row]))
  const labelled = await readRows(truths)
  if (kind === 'match') return scoreMatches(answered, labelled)
  return kind === 'compare' ? scorePairs(answered, labelled) : scoreClusters(answered, labelled)
}

async function readRows(lines: Lines): Promise<LabelledRow[]> {
  const rows: LabelledRow[] = []
  for await (const line of lines) {
    const row = line.trim() === '' ? undefined : parseLine(line)
    if (typeof row === 'object' && row !== null && 'id' in row) rows.push(row as LabelledRow)
  }
  return rows
}

function scoreMatches(
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
    const answer = answers.get(String(truth.id))
    const best = answer?.best as { readonly id?: unknown } | null | undefined
    return {
      present: ids.length > 0,
      accepted: answer?.decision === 'match',
      ambiguous: answer?.decision === 'ambiguous',
      right: best !== null && best !== undefined && ids.includes(best.id),
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

function scorePairs(
  answers: ReadonlyMap<string, LabelledRow>,
  truths: readonly LabelledRow[],
): PairScores {
  const said = (id: unknown) => answers.get(String(id))?.decision === 'match'
  return pairScores(
    truths.filter(({ id, label }) => label === 1 && said(id)).length,
    truths.filter(({ id }) => said(id)).length,
    truths.filter(({ label }) => label === 1).length,
  )
}

/** Every two rows of one cluster are a pair. */
function scoreClusters(
  answers: ReadonlyMap<string, LabelledRow>,
  truths: readonly LabelledRow[],
): PairScores {
  const known = truths.filter(({ id }) => answers.has(String(id)))
  const saidOf = ({ id }: LabelledRow) => String(answers.get(String(id))?.cluster)
  return pairScores(
    countPairs(known.map((truth) => JSON.stringify([saidOf(truth), truth.cluster]))),
    countPairs(known.map(saidOf)),
    countPairs(truths.map(({ cluster }) => String(cluster))),
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
