import type { Outcome, Report } from '../../model/outcome.ts'
import { labelAdvice } from '../advice.ts'
import { renderChanges } from '../changes/text.ts'
import { explain } from '../explain.ts'
import { type OutcomeKind, outcomeLabels, outcomeSigns } from '../kinds.ts'
import { type Summary, summarise } from '../summary.ts'
import { formatBytes, formatDuration, formatName, formatSpan } from '../words.ts'
import { cleanLine, displayWidth, fitWidth, makePaint, padWidth, wrapWidth } from './width.ts'

export interface TextOptions {
  /** ANSI colours; nothing is told by colour alone. */
  readonly colour: boolean
  /** Columns of the terminal. */
  readonly width: number
  /** The archive's path as it is to be shown. */
  readonly archive: string
  /** Kept tracks as well, one line each. */
  readonly verbose?: boolean
}

/** Columns that one sentence may take; names in it may be of any length. */
const longestText = 600
const longestLabel = Math.max(...Object.values(outcomeLabels).map(displayWidth))

/** The report for a terminal: the whole in a sentence, then every entry that was not kept, with its reason. */
export function renderText(report: Report, options: TextOptions): string {
  const summary = summarise(report)
  const width = Math.max(40, options.width)
  const paint = makePaint(options.colour)
  const digits = String(report.outcomes.at(-1)?.position ?? 0).length
  const indent = ' '.repeat(digits + longestLabel + 7)
  const wrap = (text: string, before: string) =>
    wrapWidth(fitWidth(cleanLine(text), longestText), width - before.length).map(
      (line) => before + line,
    )

  const renderEntry = (outcome: Outcome): readonly string[] => {
    const mark = `${outcomeSigns[outcome.kind]} ${outcomeLabels[outcome.kind].padEnd(longestLabel)}`
    const place = String(outcome.position).padStart(digits)
    const name = fitWidth(cleanLine(nameOf(outcome)), width - indent.length)
    const head = `  ${paint('dim', place)}  ${paint(toneOf(outcome.kind), mark)} ${paint('bold', name)}`
    return [head, ...explain(outcome).flatMap((line) => wrap(line, indent))]
  }

  const open = report.outcomes.filter((outcome) => !isKept(outcome.kind))
  const kept = report.outcomes.filter((outcome) => isKept(outcome.kind))
  const sections = [
    [
      paint('bold', fitWidth(cleanLine(report.playlist.name), width)),
      ...wrapWidth(summary.sentence, width),
      ...wrap(tellAmounts(summary, report), '').map((line) => paint('dim', line)),
    ],
    report.playlist.notes.flatMap((note) => wrap(`Note: ${note}`, '')),
    report.changes ? renderChanges(report.changes, width, paint) : [],
    options.verbose ? [paint('bold', 'Kept'), ...kept.flatMap(renderEntry)] : [],
    [paint('bold', 'Not kept'), ...open.flatMap(renderEntry)],
    [paint('bold', 'What next'), ...renderAdvice(summary, width)],
    report.dryRun ? [] : wrap(`Everything lies in ${options.archive}`, ''),
  ]
  // A heading over nothing is not printed.
  const filled = sections.filter(
    (lines, index) => lines.length > (index >= 3 && index <= 5 ? 1 : 0),
  )
  return `${filled.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

function renderAdvice(summary: Summary, width: number): readonly string[] {
  return summary.advice.flatMap((advice) => {
    const before = `  ${padWidth(labelAdvice(advice), longestLabel)}  `
    const text = fitWidth(cleanLine(advice.text), longestText)
    return wrapWidth(text, width - before.length).map(
      (line, index) => (index === 0 ? before : ' '.repeat(before.length)) + line,
    )
  })
}

function tellAmounts({ durationMs, bytes, tookMs }: Summary, { dryRun }: Report): string {
  const music = durationMs > 0 ? [`${formatSpan(durationMs)} of music, ${formatBytes(bytes)}`] : []
  return [...music, `${dryRun ? 'looked through' : 'done'} in ${formatSpan(tookMs)}`].join('; ')
}

function nameOf(outcome: Outcome): string {
  if (outcome.kind === 'skipped') return outcome.text
  const { durationMs } = outcome.track
  const length = durationMs === undefined ? '' : ` (${formatDuration(durationMs)})`
  return formatName(outcome.track) + length
}

function isKept(kind: OutcomeKind): boolean {
  return kind === 'kept' || kind === 'already-kept' || kind === 'would-keep'
}

function toneOf(kind: OutcomeKind): 'good' | 'care' | 'bad' | 'dim' {
  switch (kind) {
    case 'kept':
    case 'already-kept':
    case 'would-keep':
      return 'good'
    case 'ambiguous':
    case 'review':
    case 'refused':
      return 'care'
    case 'not-found':
    case 'failed':
      return 'bad'
    case 'skipped':
      return 'dim'
  }
}
