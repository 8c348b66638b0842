import type { CommonWords } from '../../src/words/words.ts'
import type { GroupCounts } from '../parts/rows/groups.ts'

const notKept = [
  'ambiguous',
  'review',
  'refused',
  'not-found',
  'failed',
  'skipped',
  'unreached',
] as const

/** `18 of 20 tracks kept, 1 ambiguous, 1 not found.`: the sentence of the report and the terminal, from counts. */
export function summaryFrom({ outcomes }: CommonWords) {
  return (counts: GroupCounts, dryRun: boolean): string => {
    const already = counts['already-kept']
    const kept = counts.kept + already
    return outcomes.summary({
      tracks: Object.values(counts).reduce((sum, one) => sum + one, 0) - counts.skipped,
      good: dryRun ? kept + counts['would-keep'] : kept,
      already,
      verb: dryRun ? (kept > 0 ? 'either' : 'would-keep') : 'kept',
      others: notKept.flatMap((kind) => (counts[kind] > 0 ? [[kind, counts[kind]] as const] : [])),
    })
  }
}
