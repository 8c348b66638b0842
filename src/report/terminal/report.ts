import { join } from 'node:path'
import type { Outcome, Report } from '../../model/outcome.ts'
import type { ReportFiles } from '../../model/progress.ts'
import { formatName } from '../../words/names.ts'
import { say } from '../../words/say.ts'
import type { Words } from '../../words/words.ts'
import { advise } from '../advice.ts'
import { renderChanges } from '../changes/text.ts'
import { explain } from '../explain.ts'
import { outcomeKinds, outcomeSigns } from '../kinds.ts'
import { type Summary, summarise, tellSummary } from '../summary.ts'
import { isKept, toneOf } from './tones.ts'
import {
  cleanLine,
  displayWidth,
  fitWidth,
  makePaint,
  type Paint,
  padWidth,
  wrapWidth,
} from './width.ts'

export interface TextOptions {
  /** ANSI colours; nothing is told by colour alone. */
  readonly colour: boolean
  /** Columns of the terminal. */
  readonly width: number
  /** The archive's path as it is to be shown. */
  readonly archive: string
  /** Where its texts can be opened on this machine, where that is another place. */
  readonly folder?: string
  /** Where the report lies, relative to the archive. */
  readonly files?: ReportFiles
  /** Kept tracks as well, one line each. */
  readonly verbose?: boolean
  readonly words: Words
}

/** Columns that one sentence may take; names in it may be of any length. */
const MAX_TEXT_WIDTH = 600

/** How the parts of this report are laid out. */
interface Layout extends TextOptions {
  readonly paint: Paint
  readonly digits: number
  readonly labelWidth: number
}

/**
 * The whole report for a terminal: every entry that was not kept, with its reason, what to do next, and last, where
 * nothing scrolls it away, the whole in a sentence.
 */
export function renderText(report: Report, options: TextOptions): string {
  const { words } = options
  const summary = summarise(report)
  const layout: Layout = {
    ...options,
    width: Math.max(40, options.width),
    paint: makePaint(options.colour),
    digits: String(report.outcomes.at(-1)?.position ?? 0).length,
    labelWidth: widthOfLabels(words),
  }
  const { paint, width } = layout
  const titled = (title: string, lines: readonly string[]) =>
    lines.length > 0 ? [paint('bold', title), ...lines] : []
  const [kept, open] = [true, false].map((isGood) =>
    report.outcomes
      .filter(({ kind }) => isKept(kind) === isGood)
      .flatMap((outcome) => renderEntry(outcome, layout)),
  ) as [string[], string[]]
  const sections = [
    [paint('bold', fitWidth(cleanLine(report.playlist.name), width))],
    [...(report.archiveNotes ?? []), ...report.playlist.notes].flatMap((note) =>
      wrap(words.report.note(say(note, words)), '', width),
    ),
    report.changes ? renderChanges(report.changes, width, paint, words) : [],
    options.verbose ? titled(words.report.kept, kept) : [],
    titled(words.report.notKept, open),
    titled(words.report.next, renderAdvice(report, summary, layout)),
    [
      ...(report.dryRun ? [] : wrap(words.report.liesIn(options.archive), '', width)),
      ...listFiles(options),
    ],
    renderSummary(summary, layout),
  ]
  const filled = sections.filter((lines) => lines.length > 0)
  return `${filled.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

const widthOfLabels = ({ outcomes: { labels } }: Words) =>
  Math.max(...outcomeKinds.map((kind) => displayWidth(labels[kind])))

/** Without breaking a path: it is to be copied. */
function listFiles({
  archive,
  folder = archive,
  files = {},
  words,
}: TextOptions): readonly string[] {
  const { playlist, html } = words.terminal.reportFiles
  return [
    ...(files.playlist ? [`  ${playlist}  ${cleanLine(join(folder, files.playlist))}`] : []),
    ...(files.html ? [`  ${html}  ${cleanLine(join(folder, files.html))}`] : []),
  ]
}

/** How much of the music is kept, and how long that took: the same on a screen and below the whole report. */
export function renderSummary(
  summary: Summary,
  { paint, width, words }: Pick<Layout, 'paint' | 'width' | 'words'>,
): readonly string[] {
  return [
    ...wrapWidth(tellSummary(summary, words), width).map((line) => paint('bold', line)),
    ...wrap(tellAmounts(summary, words), '', width).map((line) => paint('dim', line)),
  ]
}

function renderEntry(outcome: Outcome, layout: Layout): readonly string[] {
  const { digits, labelWidth, paint, width, words } = layout
  const { kind, position } = outcome
  const indent = ' '.repeat(digits + labelWidth + 7)
  const mark = `${outcomeSigns[kind]} ${padWidth(words.outcomes.labels[kind], labelWidth)}`
  const place = String(position).padStart(digits)
  const name = fitWidth(cleanLine(nameOf(outcome, words)), width - indent.length)
  const head = `  ${paint('dim', place)}  ${paint(toneOf(kind), mark)} ${paint('bold', name)}`
  return [head, ...explain(outcome, words).flatMap((line) => wrap(line, indent, width))]
}

const wrap = (text: string, before: string, width: number) =>
  wrapWidth(fitWidth(cleanLine(text), MAX_TEXT_WIDTH), width - before.length).map(
    (line) => before + line,
  )

function renderAdvice(report: Report, { counts }: Summary, layout: Layout): readonly string[] {
  const { labelWidth, width, words } = layout
  return advise(report, counts, words).flatMap(({ label, text }) => {
    const before = `  ${padWidth(label, labelWidth)}  `
    return wrap(text, ' '.repeat(before.length), width).map((line, index) =>
      index === 0 ? before + line.slice(before.length) : line,
    )
  })
}

function tellAmounts(summary: Summary, { report, units }: Words): string {
  const { durationMs, bytes, tookMs, dryRun } = summary
  const music = durationMs > 0 ? [report.music(units.span(durationMs), units.bytes(bytes))] : []
  return [...music, report.doneIn(units.span(tookMs), dryRun)].join('; ')
}

function nameOf(outcome: Outcome, { units }: Words): string {
  if (outcome.kind === 'skipped') return outcome.text
  const { durationMs } = outcome.track
  const length = durationMs === undefined ? '' : ` (${units.duration(durationMs)})`
  return formatName(outcome.track) + length
}
