import type { Progress } from '../../model/progress.ts'
import { renderText } from '../../report/terminal/report.ts'
import { LastScreen } from '../../report/terminal/screen/screen.ts'
import type { CommandRun } from '../../report/terminal/screen/steps.ts'
import type { Words } from '../../words/words.ts'
import { isOfPruning, renderPruning } from './pruning.ts'
import { screenSize } from './screen-size.ts'

export interface EndOptions {
  readonly verbose: boolean
  /** The archive, as the user wrote it. */
  readonly into: string
  /** Where its texts can be opened on this machine, where that is another place. */
  readonly folder?: string
  readonly words: Words
  /** What was run, for the commands that are offered. */
  readonly run: CommandRun
  /** What is said below all that, known when the run has ended. */
  readonly last?: () => readonly string[]
}

/** What is left on the terminal when a run has ended: at most a screen, or with `verbose` all of it. */
export class EndOfRun {
  readonly #options: EndOptions
  readonly #screen: LastScreen
  #lists = 0
  /** About pruning, which is told above the lists. */
  #pruning = ''

  constructor(options: EndOptions) {
    this.#options = options
    this.#screen = new LastScreen(this.#layout())
  }

  add(event: Progress): void {
    if (isOfPruning(event)) this.#pruning = renderPruning(event, this.#options)
    if (event.kind !== 'report') return
    this.#lists++
    this.#screen.add(event.report, event.files)
    if (!this.#options.verbose) return
    const text = renderText(event.report, { ...this.#layout(), files: event.files, verbose: true })
    process.stdout.write(`\n${text}`)
  }

  print(): void {
    const last = this.#options.last?.() ?? []
    const below = last.map((line) => `${line}\n`).join('')
    const pruned = this.#pruning === '' ? '' : `${this.#pruning}\n`
    const { verbose } = this.#options
    const reserved = linesOf(pruned) + (last.length > 0 ? last.length + 1 : 0)
    const screen = verbose && this.#lists === 1 ? '' : this.#screen.render(reserved)
    const text = [pruned.trimEnd(), screen.trimEnd(), below.trimEnd()].filter((part) => part !== '')
    if (text.length > 0) process.stdout.write(`\n${text.join('\n\n')}\n`)
  }

  #layout() {
    const { into, folder, words, run } = this.#options
    const { stdout } = process
    return {
      ...screenSize(),
      colour: stdout.isTTY && stdout.hasColors(),
      archive: into,
      folder,
      words,
      run,
    }
  }
}

const linesOf = (text: string) => text.split('\n').length - 1
