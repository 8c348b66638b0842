import type { Outcome, Report } from '../model/outcome.ts'
import type { Entry } from '../model/playlist.ts'
import type { NotKept, SummaryCounts } from '../model/reasons/app/runs.ts'
import type { Words } from '../words/words.ts'
import { type OutcomeKind, outcomeKinds } from './kinds.ts'

/** A report in numbers. */
export interface Summary {
  readonly counts: Readonly<Record<OutcomeKind, number>>
  /** Entries that a stopped run did not reach, in the playlist's order. */
  readonly unreached: readonly Entry[]
  /** Entries of the playlist that are music, reached or not. */
  readonly tracks: number
  /** Of what is kept now. */
  readonly durationMs: number
  readonly bytes: number
  /** How long the run took. */
  readonly tookMs: number
  readonly dryRun: boolean
}

export function summarise(report: Report): Summary {
  const counts = countKinds(report.outcomes)
  const unreached = findUnreached(report)
  const tracks =
    report.outcomes.length - counts.skipped + unreached.filter((one) => one.kind === 'track').length
  const kept = report.outcomes.flatMap((outcome) => ('kept' in outcome ? [outcome.kept] : []))
  const took = Date.parse(report.finishedAt) - Date.parse(report.startedAt)
  return {
    counts,
    unreached,
    tracks,
    durationMs: kept.reduce((sum, one) => sum + one.durationMs, 0),
    bytes: kept.reduce((sum, one) => sum + one.bytes, 0),
    tookMs: Number.isFinite(took) ? Math.max(0, took) : 0,
    dryRun: report.dryRun,
  }
}

function countKinds(outcomes: readonly Outcome[]): Record<OutcomeKind, number> {
  const counts = Object.fromEntries(outcomeKinds.map((kind) => [kind, 0]))
  for (const { kind } of outcomes) counts[kind] = (counts[kind] ?? 0) + 1
  return counts as Record<OutcomeKind, number>
}

export function findUnreached({ playlist, outcomes }: Report): readonly Entry[] {
  const reached = new Set(outcomes.map(({ position }) => position))
  return playlist.entries.filter(({ position }) => !reached.has(position))
}

const NOT_KEPT = [
  'ambiguous',
  'review',
  'refused',
  'not-found',
  'failed',
  'skipped',
] as const satisfies readonly NotKept[]

/** `18 of 20 tracks kept, 1 ambiguous, 1 not found.` */
export const tellSummary = (summary: Summary, words: Words): string =>
  words.outcomes.summary(tallyOf(summary))

/** What the summary's sentence is told from. */
export function tallyOf({ counts, tracks, unreached, dryRun }: Summary): SummaryCounts {
  const kept = counts.kept + counts['already-kept']
  const all = [
    ...NOT_KEPT.map((kind) => [kind, counts[kind]] as const),
    ['unreached', unreached.length] as const,
  ]
  return {
    tracks,
    good: dryRun ? kept + counts['would-keep'] : kept,
    already: counts['already-kept'],
    verb: !dryRun ? 'kept' : kept > 0 ? 'either' : 'would-keep',
    others: all.filter(([, number]) => number > 0),
  }
}
