import type { Outcome, Report } from '../model/outcome.ts'
import type { Entry } from '../model/playlist.ts'
import { type Advice, advise } from './advice.ts'
import { type OutcomeKind, outcomeKinds } from './kinds.ts'
import { formatCount as count } from './words.ts'

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
  /** `18 of 20 tracks kept, 1 ambiguous, 1 not found.` */
  readonly sentence: string
  readonly advice: readonly Advice[]
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
    sentence: tellCounts(counts, tracks, unreached.length, report.dryRun),
    advice: advise(report, counts),
  }
}

function countKinds(outcomes: readonly Outcome[]): Record<OutcomeKind, number> {
  const counts = Object.fromEntries(outcomeKinds.map((kind) => [kind, 0]))
  for (const { kind } of outcomes) counts[kind] = (counts[kind] ?? 0) + 1
  return counts as Record<OutcomeKind, number>
}

function findUnreached({ playlist, outcomes }: Report): readonly Entry[] {
  const reached = new Set(outcomes.map(({ position }) => position))
  return playlist.entries.filter(({ position }) => !reached.has(position))
}

function tellCounts(
  counts: Readonly<Record<OutcomeKind, number>>,
  tracks: number,
  unreached: number,
  dryRun: boolean,
): string {
  const kept = counts.kept + counts['already-kept']
  const good = dryRun ? kept + counts['would-keep'] : kept
  const verb = dryRun ? (kept > 0 ? 'kept or to be kept' : 'would be kept') : 'kept'
  const before = counts['already-kept']
  const aside =
    before === 0
      ? ''
      : before === good
        ? ' (all already there)'
        : ` (${count(before)} already there)`
  const others = [
    [counts.ambiguous, 'ambiguous'],
    [counts.review, 'in review'],
    [counts.refused, 'refused'],
    [counts['not-found'], 'not found'],
    [counts.failed, 'failed'],
    [counts.skipped, 'left out'],
    [unreached, 'not reached'],
  ] as const
  const head =
    tracks === 0
      ? 'No track in this playlist'
      : good === tracks && tracks > 1
        ? `All ${count(tracks)} tracks ${verb}${aside}`
        : `${count(good)} of ${count(tracks)} ${tracks === 1 ? 'track' : 'tracks'} ${verb}${aside}`
  const rest = others.flatMap(([number, word]) => (number > 0 ? [`${count(number)} ${word}`] : []))
  return `${[head, ...rest].join(', ')}.`
}
