import type { Report } from '../model/outcome.ts'
import { type OutcomeKind, outcomeLabels } from './kinds.ts'
import { formatCount } from './words.ts'

/** What may be said of the run as a whole, and how it is called on a label. */
const runLabels = { 'dry-run': 'Dry run', stopped: 'Stopped', unavailable: 'No answer' } as const

type RunKind = keyof typeof runLabels

/** What the user may do next about the entries of one kind. */
export interface Advice {
  readonly kind: OutcomeKind | RunKind
  readonly text: string
}

export function labelAdvice({ kind }: Advice): string {
  return isOfRun(kind) ? runLabels[kind] : outcomeLabels[kind]
}

/** Whether it is about the run, and not about entries of one kind. */
export function isOfRun(kind: Advice['kind']): kind is RunKind {
  return kind in runLabels
}

export function advise(
  report: Report,
  counts: Readonly<Record<OutcomeKind, number>>,
): readonly Advice[] {
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
    ['unavailable', (report.unavailable ?? []).length > 0, tellUnavailable(report)],
    [
      'ambiguous',
      counts.ambiguous > 0,
      'More than one recording fits. Listen and choose on the page (songkeep serve, then Library): your choice holds for every later run. An album, a length or an ISRC in the playlist decides too.',
    ],
    [
      'review',
      counts.review > 0,
      'Found, but what its page says of its licence is in doubt. Look at the page, and at the artist’s own. Where you are sure that the licence holds, say so on Songkeep’s page (songkeep serve, then Library), and the next run copies it.',
    ],
    [
      'refused',
      counts.refused > 0,
      'Found, but its licence or its host does not allow a copy. Each says why, and where it can be heard or bought.',
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

const shownSources = 8

function tellUnavailable({ unavailable = [] }: Report): string {
  const shown = unavailable
    .slice(0, shownSources)
    .map(({ source, reason }) => `${source}: ${reason}`)
  const more = unavailable.length - shown.length
  return [
    ...shown,
    ...(more > 0 ? [`And ${formatCount(more)} more sources did not answer.`] : []),
    'What is found there is missing from this report: run the same command again later.',
  ].join(' ')
}
