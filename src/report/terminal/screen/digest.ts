import type { Report } from '../../../model/outcome.ts'
import type { ReportFiles } from '../../../model/progress.ts'
import type { OutcomeKind } from '../../kinds.ts'
import { type Summary, summarise } from '../../summary.ts'

/** What the last screen needs of one list's report: no outcome stays in memory. */
export interface ReportDigest {
  readonly name: string
  readonly summary: Summary
  readonly stopped: boolean
  readonly unavailable: number
  readonly files: ReportFiles
}

export function digestReport(report: Report, files: ReportFiles): ReportDigest {
  const { playlist, stopped, unavailable = [] } = report
  return {
    name: playlist.name,
    summary: summarise(report),
    stopped,
    unavailable: unavailable.length,
    files,
  }
}

/** The sum of several lists. A run's time is that of all of them. */
export function addUp(summaries: readonly Summary[]): Summary {
  const [first] = summaries
  if (first === undefined) throw new Error('There is nothing to add up.')
  return summaries.slice(1).reduce(
    (all, one) => ({
      counts: addCounts(all.counts, one.counts),
      unreached: [...all.unreached, ...one.unreached],
      tracks: all.tracks + one.tracks,
      durationMs: all.durationMs + one.durationMs,
      bytes: all.bytes + one.bytes,
      tookMs: all.tookMs + one.tookMs,
      dryRun: all.dryRun,
    }),
    first,
  )
}

type Counts = Summary['counts']

const addCounts = (one: Counts, other: Counts): Counts =>
  Object.fromEntries(
    Object.entries(one).map(([kind, number]) => [kind, number + other[kind as OutcomeKind]]),
  ) as Counts
