import { join } from 'node:path'
import type { Report } from '../../../model/outcome.ts'
import type { ReportFiles } from '../../../model/progress.ts'
import { say } from '../../../words/say.ts'
import type { Words } from '../../../words/words.ts'
import { isUnchanged } from '../../changes/compare.ts'
import { countChanges } from '../../changes/tell.ts'
import type { Summary } from '../../summary.ts'
import { whyMissing } from '../../why-missing.ts'
import { renderSummary, renderText } from '../report.ts'
import {
  cleanLine,
  displayWidth,
  fitWidth,
  makePaint,
  type Paint,
  wrapAtMost,
  wrapWidth,
} from '../width.ts'
import { addUp, digestReport, type ReportDigest } from './digest.ts'
import { fillGroups } from './fill.ts'
import { OutcomeGroups } from './groups.ts'
import { renderListLines } from './list-lines.ts'
import { type CommandRun, renderLabelled, renderSteps } from './steps.ts'

export interface ScreenOptions {
  /** ANSI colours; nothing is told by colour alone. */
  readonly colour: boolean
  /** Columns of the terminal. */
  readonly width: number
  /** Lines that may be used. */
  readonly height: number
  /** The archive's path as it is to be shown. */
  readonly archive: string
  /** Where its texts can be opened on this machine, where that is another place. */
  readonly folder?: string
  readonly words: Words
  /** What was run, for the commands that are offered. */
  readonly run?: CommandRun
}

/** Sections of a screen from its top; the groups take what the others leave. */
interface Parts {
  readonly head: readonly string[]
  readonly steps: readonly string[]
  readonly whole: readonly string[]
  readonly summary: readonly string[]
}

/**
 * The end of a run on one screen of a terminal, whatever its length: what was not kept, grouped by reasons with the
 * first few of each, what to do next, where the whole is, and last how much is kept. Reports are added as they come.
 */
export class LastScreen {
  readonly #options: ScreenOptions
  readonly #paint: Paint
  readonly #groups: OutcomeGroups
  readonly #digests: ReportDigest[] = []
  /** What several lists have in common is told once. */
  readonly #notes = new Set<string>()
  /** The whole report of a single list. */
  #whole: string | undefined

  constructor(options: ScreenOptions) {
    this.#options = { ...options, width: Math.max(40, options.width) }
    this.#paint = makePaint(options.colour)
    this.#groups = new OutcomeGroups(options.words)
  }

  add(report: Report, files: ReportFiles): void {
    const { words, height, width } = this.#options
    // Of thousands of entries the whole would be made in vain.
    const mayFit = this.#digests.length === 0 && report.outcomes.filter(whyMissing).length <= height
    const whole = mayFit ? renderText(report, { ...this.#options, files }) : undefined
    this.#whole = whole !== undefined && countLines(whole, width) <= height ? whole : undefined
    this.#digests.push(digestReport(report, files))
    for (const outcome of report.outcomes) this.#groups.add(outcome)
    for (const note of [...(report.archiveNotes ?? []), ...report.playlist.notes])
      this.#notes.add(words.report.note(say(note, words)))
    const { changes } = report
    if (changes && !isUnchanged(changes))
      this.#notes.add(words.changes.since(changes.since, countChanges(changes, words)))
  }

  /** The whole report where it fits. Empty where nothing was added. `reserved`: lines that something else takes. */
  render(reserved = 0): string {
    if (this.#digests.length === 0) return ''
    const height = Math.max(0, this.#options.height - reserved)
    if (this.#whole !== undefined && countLines(this.#whole, this.#options.width) <= height)
      return this.#whole
    const summary = addUp(this.#digests.map((digest) => digest.summary))
    const lines = this.#fit(this.#makeParts(summary), height)
    return `${lines.slice(-Math.max(1, height)).join('\n')}\n`
  }

  #makeParts(summary: Summary): Parts {
    const { width, words, run, height } = this.#options
    const paint = this.#paint
    const titled = (title: string, lines: readonly string[]) =>
      lines.length > 0 ? [paint('bold', title), ...lines] : []
    const [first] = this.#digests
    const isOne = this.#digests.length === 1
    const report = isOne ? this.#pathOf(first?.files.html) : undefined
    const facts = {
      counts: summary.counts,
      dryRun: summary.dryRun,
      stopped: this.#digests.some(({ stopped }) => stopped),
      unavailable: Math.max(...this.#digests.map(({ unavailable }) => unavailable)),
      hasReport: this.#digests.some(({ files }) => files.html !== undefined),
    }
    return {
      head: isOne
        ? [paint('bold', fitWidth(cleanLine(first?.name ?? ''), width))]
        : renderListLines(this.#digests, { width, paint, words, most: Math.floor(height / 3) }),
      steps: titled(words.report.next, renderSteps(facts, run, width, words)),
      whole: titled(words.terminal.lastScreen.whole.title, this.#tellWhole(report)),
      summary: this.#tellSummary(summary),
    }
  }

  /** With less room first what matters least goes: empty lines, notes, the way to the whole. */
  #fit(parts: Parts, height: number): readonly string[] {
    const { width, words } = this.#options
    const groups = this.#groups.list()
    const options = { width, paint: this.#paint, words, withPositions: this.#digests.length === 1 }
    const least = Math.min(groups.length * 2, 6)
    for (const [gap, notes, whole] of REDUCTIONS) {
      const before = [parts.head, this.#tellNotes(notes)]
      const after = [parts.steps, parts.whole.slice(0, whole), parts.summary]
      const filled = [...before, ...after].filter(({ length }) => length > 0)
      const used =
        filled.flat().length + (groups.length > 0 ? filled.length : filled.length - 1) * gap
      if (height - used < least && whole > 0) continue
      const middle = fillGroups(groups, height - used, options)
      const all = [...before, middle, ...after].filter(({ length }) => length > 0)
      return all.flatMap((lines, at) => (at > 0 && gap > 0 ? ['', ...lines] : lines))
    }
    return []
  }

  #tellNotes(most: number): readonly string[] {
    const { width, words } = this.#options
    if (most === 0) return []
    const all = [...this.#notes]
    const shown = all.length > most ? all.slice(0, most - 1) : all
    const more = all.length - shown.length
    return [
      ...shown.flatMap((note) => wrapAtMost(note, width, 2)),
      ...(more > 0 ? [fitWidth(words.terminal.lastScreen.moreNotes(more), width)] : []),
    ]
  }

  #tellWhole(report: string | undefined): readonly string[] {
    const { width, archive, folder = archive, words } = this.#options
    const { lastScreen } = words.terminal
    const { whole } = lastScreen
    const isWritten = this.#digests.some(({ files }) => files.html !== undefined)
    const path = report ?? (isWritten ? whole.reports(folder) : undefined)
    return renderLabelled(
      [
        ...(path === undefined
          ? []
          : [{ label: whole.report, text: path, isPath: report !== undefined }]),
        { label: whole.page, command: ['serve', '--open'], text: '' },
        { label: whole.here, text: lastScreen.sameWith('--verbose') },
      ],
      width,
    )
  }

  #tellSummary(summary: Summary): readonly string[] {
    const { width, words } = this.#options
    const lists = this.#digests.length
    const { summary: tell } = words.outcomes
    const together: typeof tell = (counts) =>
      words.terminal.lastScreen.together(lists, tell(counts))
    const outcomes = lists === 1 ? words.outcomes : { ...words.outcomes, summary: together }
    const layout = { width, paint: this.#paint, words: { ...words, outcomes } }
    const { nothingWritten } = words.terminal.lastScreen
    return [
      ...renderSummary(summary, layout),
      ...(summary.dryRun ? wrapWidth(nothingWritten, width) : []).map((line) =>
        this.#paint('dim', line),
      ),
    ]
  }

  #pathOf(path: string | undefined): string | undefined {
    const { archive, folder = archive } = this.#options
    return path === undefined ? undefined : cleanLine(join(folder, path))
  }
}

/** Empty lines between sections, notes, and lines about where the whole is: as many as there is room for. */
const REDUCTIONS = [
  [1, 3, 9],
  [0, 3, 9],
  [0, 2, 9],
  [0, 1, 9],
  [0, 0, 2],
  [0, 0, 0],
] as const

const countLines = (text: string, width: number) => countRows(text.trimEnd().split('\n'), width)

/** Rows of the terminal: a path may be longer than one. */
const countRows = (lines: readonly string[], width: number) =>
  lines.reduce((rows, line) => rows + Math.max(1, Math.ceil(displayWidth(line) / width)), 0)
