import type { Report } from '../model/outcome.ts'
import { asReason, reason } from '../model/reason.ts'
import type { AdviceKind, RunKind } from '../words/en/advice.ts'
import { say } from '../words/say.ts'
import type { Words } from '../words/words.ts'
import type { OutcomeKind } from './kinds.ts'

/** What the user may do next about the entries of one kind. */
export interface Advice {
  readonly kind: AdviceKind
  /** How the kind is called on a label. */
  readonly label: string
  readonly text: string
}

const runKinds = [
  'dry-run',
  'stopped',
  'network',
  'unavailable',
] as const satisfies readonly RunKind[]
const entryKinds = ['ambiguous', 'review', 'refused', 'not-found', 'failed', 'skipped'] as const

/** Whether it is about the run, and not about entries of one kind. */
export function isOfRun(kind: AdviceKind): kind is RunKind {
  return runKinds.some((each) => each === kind)
}

/** What concerns the run first, then one advice for each kind of entry that there is. */
export function advise(
  report: Report,
  counts: Readonly<Record<OutcomeKind, number>>,
  words: Words,
): readonly Advice[] {
  const { labels, texts } = words.advice
  const isRun: Readonly<Record<RunKind, boolean>> = {
    'dry-run': report.dryRun,
    stopped: report.stopped,
    network: report.network !== undefined,
    unavailable: (report.unavailable ?? []).length > 0,
  }
  return [
    ...runKinds
      .filter((kind) => isRun[kind])
      .map((kind) => ({
        kind,
        label: labels[kind],
        text: tellOfRun(kind, report, words),
      })),
    ...entryKinds
      .filter((kind) => counts[kind] > 0)
      .map((kind) => ({ kind, label: words.outcomes.labels[kind], text: texts[kind] })),
  ]
}

function tellOfRun(kind: RunKind, report: Report, words: Words): string {
  if (kind === 'unavailable') return tellUnavailable(report, words)
  if (kind === 'network') return say(report.network ?? '', words)
  return words.advice.texts[kind]
}

const MAX_SOURCES = 8

function tellUnavailable({ unavailable = [] }: Report, words: Words): string {
  const shown = unavailable
    .slice(0, MAX_SOURCES)
    .map(({ source, reason: why, leftAlone }) =>
      leftAlone
        ? say(reason('source.left-alone', { source, reason: asReason(why) }), words)
        : `${source}: ${say(why, words)}`,
    )
  const more = unavailable.length - shown.length
  return [
    ...shown,
    ...(more > 0 ? [words.advice.moreSources(more)] : []),
    words.advice.missingThere,
  ].join(' ')
}
