import type { Outcome } from '../../model/outcome.ts'
import type { Progress } from '../../model/progress.ts'
import { spellOut } from '../../words/spell-out.ts'
import type { Words } from '../../words/words.ts'
import { showBar } from '../display/bar.ts'
import type { Display } from '../display/display.ts'
import { EndOfRun, type EndOptions } from '../display/end-of-run.ts'
import { showLines } from '../display/lines.ts'

export interface PrintOptions extends EndOptions {
  readonly json: boolean
  readonly display: Display
}

/** How a run is shown while it goes on: as events, as a bar on a terminal, or as lines. */
export function openDisplay(json: boolean, words: Words): Display {
  if (json) return showJson()
  return process.stderr.isTTY ? showBar(words) : showLines(words)
}

/**
 * Shows a run as it happens: events and nothing else with `json`; otherwise progress on standard error and, on standard
 * output, one screen at the end, or with `verbose` the whole of each report. True when every track of every playlist is
 * kept.
 */
export async function printProgress(
  events: AsyncIterable<Progress>,
  options: PrintOptions,
): Promise<boolean> {
  let complete = true
  const { display } = options
  const end = new EndOfRun(options)
  try {
    for await (const event of events) {
      display.show(event)
      if (event.kind === 'report')
        complete &&= !event.report.stopped && event.report.outcomes.every(isKept)
      if (options.json) continue
      if (options.verbose && event.kind === 'report') display.clear()
      end.add(event)
    }
  } finally {
    display.clear()
    if (!options.json) end.print()
  }
  return complete
}

/** What is no music is not missed. */
function isKept({ kind }: Outcome): boolean {
  return kind === 'kept' || kind === 'already-kept' || kind === 'would-keep' || kind === 'skipped'
}

function showJson(): Display {
  return {
    show: (event) => void process.stdout.write(`${JSON.stringify(spellOut(event))}\n`),
    clear: () => {},
  }
}
