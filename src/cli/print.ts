import { join } from 'node:path'
import type { Outcome } from '../model/outcome.ts'
import type { Progress, ReportFiles } from '../model/progress.ts'
import { renderText } from '../report/terminal/report.ts'
import { spellOut } from '../words/spell-out.ts'
import type { Words } from '../words/words.ts'
import { showBar } from './display/bar.ts'
import type { Display } from './display/display.ts'
import { showLines } from './display/lines.ts'
import { isOfPruning, renderPruning } from './display/pruning.ts'

export interface PrintOptions {
  readonly json: boolean
  readonly verbose: boolean
  /** The archive, as the user wrote it. */
  readonly into: string
  readonly words: Words
  readonly display: Display
}

/** How a run is shown while it goes on: as events, as a bar on a terminal, or as lines. */
export function openDisplay(json: boolean, words: Words): Display {
  if (json) return showJson()
  return process.stderr.isTTY ? showBar(words) : showLines(words)
}

/**
 * Shows a run as it happens: events and nothing else with `json`; otherwise progress on standard
 * error and the report on standard output. True when every track of every playlist is kept.
 */
export async function printProgress(
  events: AsyncIterable<Progress>,
  options: PrintOptions,
): Promise<boolean> {
  let complete = true
  const { display } = options
  try {
    for await (const event of events) {
      display.show(event)
      if (isOfPruning(event) && !options.json) {
        display.clear()
        process.stdout.write(`\n${renderPruning(event, options)}`)
      }
      if (event.kind !== 'report') continue
      complete &&= !event.report.stopped && event.report.outcomes.every(isKept)
      if (options.json) continue
      display.clear()
      process.stdout.write(`\n${renderReport(event, options)}`)
    }
  } finally {
    display.clear()
  }
  return complete
}

/** What is no music is not missed. */
function isKept({ kind }: Outcome): boolean {
  return kind === 'kept' || kind === 'already-kept' || kind === 'would-keep' || kind === 'skipped'
}

function renderReport(event: Extract<Progress, { kind: 'report' }>, options: PrintOptions): string {
  const { stdout } = process
  const text = renderText(event.report, {
    colour: stdout.isTTY && stdout.hasColors(),
    width: stdout.columns ?? 100,
    archive: options.into,
    verbose: options.verbose,
    words: options.words,
  })
  return text + listFiles(event.files, options)
}

function listFiles(files: ReportFiles, { into, words }: PrintOptions): string {
  const { playlist, html } = words.terminal.reportFiles
  const line = (label: string, path?: string) => (path ? `  ${label}  ${join(into, path)}\n` : '')
  return line(playlist, files.playlist) + line(html, files.html)
}

function showJson(): Display {
  return {
    show: (event) => void process.stdout.write(`${JSON.stringify(spellOut(event))}\n`),
    clear: () => {},
  }
}
