import type { Words } from '../../../words/words.ts'
import type { OutcomeKind } from '../../kinds.ts'
import { wrapCommand } from '../shell.ts'
import { displayWidth, padWidth, wrapWidth } from '../width.ts'

/** What the steps follow from, of one list or of several. */
export interface StepFacts {
  readonly counts: Readonly<Record<OutcomeKind, number>>
  readonly dryRun: boolean
  readonly stopped: boolean
  /** Sources that did not answer. */
  readonly unavailable: number
  /** Whether a report was written, which names where the rest can be heard or bought. */
  readonly hasReport: boolean
}

/** The command that was run: the words after `songkeep`. */
export interface CommandRun {
  readonly words: readonly string[]
  readonly name: string
  /** Whether one more `--library` is looked through besides those that are named. */
  readonly takesLibrary: boolean
  /** False where it read standard input: the same words alone would not do the same. */
  readonly isWhole: boolean
}

/** Something to do next, with what to type, or where to look. */
interface Step {
  readonly label: string
  readonly command?: readonly string[]
  /** Instead of a command, or where it is too long to be shown. */
  readonly text: string
  /** The text is a path: it is not broken, as it is to be copied. */
  readonly isPath?: boolean
}

const SERVE = ['serve', '--open'] as const

/** What can be done next, each as a command to copy where there is one; the most useful first. */
export function renderSteps(
  facts: StepFacts,
  run: CommandRun | undefined,
  width: number,
  words: Words,
): readonly string[] {
  return renderLabelled(listSteps(facts, run, words), width)
}

function listSteps(
  { counts, dryRun, stopped, unavailable, hasReport }: StepFacts,
  run: CommandRun | undefined,
  { terminal: { lastScreen: said } }: Words,
): readonly Step[] {
  const { steps } = said
  const whole = run?.isWhole ? run : undefined
  const again = { command: whole?.words, text: said.same }
  const missing = counts['not-found'] > 0
  return [
    ...(stopped ? [{ label: steps.continue, ...again }] : []),
    ...(dryRun && !stopped
      ? [
          {
            label: steps.make,
            command: whole?.words.filter((word) => word !== '--dry-run'),
            text: said.sameWithout('--dry-run'),
          },
        ]
      : []),
    ...(!stopped && !dryRun && (counts.failed > 0 || unavailable > 0)
      ? [{ label: steps.retry, ...again }]
      : []),
    ...(counts.ambiguous + counts.review > 0
      ? [{ label: steps.decide, command: SERVE, text: '' }]
      : []),
    ...(missing && run?.takesLibrary
      ? [
          {
            label: steps.library,
            command: whole && withOption(whole, '--library', said.folder),
            text: said.sameWith(`--library ${said.folder}`),
          },
        ]
      : []),
    ...(counts.refused > 0 && hasReport ? [{ label: steps.links, text: said.inReport }] : []),
  ]
}

/** Behind the command's name: what follows `--` is no option. */
function withOption({ words, name }: CommandRun, ...option: string[]): readonly string[] {
  const at = words.indexOf(name) + 1
  return [...words.slice(0, at), ...option, ...words.slice(at)]
}

/** Lines that one command may take. */
const MAX_COMMAND = 3

/** A label and what belongs to it, on one line where it fits, else the command on lines of its own below it. */
export function renderLabelled(steps: readonly Step[], width: number): readonly string[] {
  const column = Math.max(0, ...steps.map(({ label }) => displayWidth(label))) + 4
  return steps.flatMap(({ label, command, text, isPath }) => {
    const head = `  ${padWidth(label, column - 2)}`
    const all = command && ['songkeep', ...command]
    const inline = all && wrapCommand(all, width - column, 1)
    if (inline) return [`${head}${inline[0]}`]
    const below = all && wrapCommand(all, width - 4, MAX_COMMAND)
    if (below) return [head.trimEnd(), ...below.map((line) => `    ${line}`)]
    if (isPath)
      return displayWidth(text) > width - column
        ? [head.trimEnd(), `    ${text}`]
        : [`${head}${text}`]
    return wrapWidth(text, width - column).map(
      (line, row) => (row === 0 ? head : ' '.repeat(column)) + line,
    )
  })
}
