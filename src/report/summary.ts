import type { Outcome, Report } from '../model/outcome.ts'
import type { Entry } from '../model/playlist.ts'
import { formatCount as count } from './words.ts'

export type OutcomeKind = Outcome['kind']

/** Every kind, in the order in which counts are told. */
export const outcomeKinds = [
  'kept',
  'already-kept',
  'would-keep',
  'ambiguous',
  'review',
  'refused',
  'not-found',
  'failed',
  'skipped',
] as const satisfies readonly OutcomeKind[]

/** How a kind is called on a label. */
export const outcomeLabels: Readonly<Record<OutcomeKind, string>> = {
  kept: 'Kept',
  'already-kept': 'Already kept',
  'would-keep': 'Would be kept',
  ambiguous: 'Ambiguous',
  review: 'In review',
  refused: 'Refused',
  'not-found': 'Not found',
  failed: 'Failed',
  skipped: 'Left out',
}

/** A sign that tells the kinds apart without colour. */
export const outcomeSigns: Readonly<Record<OutcomeKind, string>> = {
  kept: '✓',
  'already-kept': '=',
  'would-keep': '+',
  ambiguous: '?',
  review: '≠',
  refused: '§',
  'not-found': '×',
  failed: '!',
  skipped: '–',
}

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

/** What the user may do next about the entries of one kind. */
interface Advice {
  readonly kind: OutcomeKind | 'stopped' | 'dry-run'
  readonly text: string
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

function advise(report: Report, counts: Readonly<Record<OutcomeKind, number>>): readonly Advice[] {
  const said: readonly (readonly [Advice['kind'], boolean, string])[] = [
    [
      'dry-run',
      report.dryRun,
      'Nothing was written. The same command without --dry-run makes the files.',
    ],
    [
      'stopped',
      report.stopped,
      'The run was stopped before its end. The same command goes on where it stopped.',
    ],
    [
      'ambiguous',
      counts.ambiguous > 0,
      'More than one recording fits. An album, a length or an ISRC in the playlist decides, or only the right file left in the library. Then run the same command again.',
    ],
    [
      'review',
      counts.review > 0,
      'Found, but what its page says of its licence is in doubt. Look at the page, and at the artist’s own: where you are sure that you may have it, download it yourself, put the file into the library, and run the same command again.',
    ],
    [
      'refused',
      counts.refused > 0,
      'Found, but its licence or its host does not allow a copy. Each says why, and where it can be heard.',
    ],
    [
      'not-found',
      counts['not-found'] > 0,
      'Add the file to the library, or mend its tags where the nearest miss is the right one. Then run the same command again.',
    ],
    [
      'failed',
      counts.failed > 0,
      'Something broke on the way. Run the same command again; “songkeep doctor” says whether this machine lacks something.',
    ],
    [
      'skipped',
      counts.skipped > 0,
      'An episode, an empty row or a line that could not be read. Nothing to do, unless one surprises you.',
    ],
  ]
  return said.flatMap(([kind, applies, text]) => (applies ? [{ kind, text }] : []))
}
