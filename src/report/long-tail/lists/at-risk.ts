import { holdersOf, type TailRecording } from './tail-recording.ts'

/** A recording that may be lost soon, and how many are known to hold it. */
export interface AtRisk extends TailRecording {
  readonly holders: number
}

/** With so many holders, of whom one may go, it is not at risk. */
const SAFE_HOLDERS = 2
/** A page that a person reads. */
const MAX_ROWS = 500

export interface AtRiskList {
  /** Withdrawn ones first, then what the fewest hold, then the most played: the first 500. */
  readonly rows: readonly AtRisk[]
  readonly count: number
  /** Of all recordings, at risk or not. */
  readonly withdrawn: number
}

/** At risk is what its service has withdrawn, and what at most one is known to hold. */
export function listAtRisk(recordings: readonly TailRecording[]): AtRiskList {
  const all = recordings
    .map((recording): AtRisk => ({ ...recording, holders: holdersOf(recording) }))
    .filter(({ holders, withdrawnAt }) => withdrawnAt !== undefined || holders < SAFE_HOLDERS)
    .toSorted(
      (a, b) =>
        Number(b.withdrawnAt !== undefined) - Number(a.withdrawnAt !== undefined) ||
        a.holders - b.holders ||
        b.plays - a.plays,
    )
  const withdrawn = recordings.filter(({ withdrawnAt }) => withdrawnAt !== undefined).length
  return { rows: all.slice(0, MAX_ROWS), count: all.length, withdrawn }
}
