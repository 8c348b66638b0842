import type { AskAboutList, ListCandidate, ListQuestion } from '../../model/lists/list-question.ts'
import { reason } from '../../model/reason.ts'
import { cleanLine, fitWidth, wrapWidth } from '../../report/terminal/width.ts'
import { say } from '../../words/say.ts'
import type { Words } from '../../words/words.ts'
import type { Display } from '../display/display.ts'
import { LineReader } from '../streams/read-lines.ts'

export interface Terminal {
  readonly stdin: NodeJS.ReadableStream
  readonly stderr: NodeJS.WritableStream & { readonly columns?: number }
}

/** Nobody can be asked where the playlist itself comes in by the terminal, or where a program reads what goes out. */
export function canAsk(inputs: readonly string[], json: boolean): boolean {
  return process.stdin.isTTY && process.stderr.isTTY && !json && !inputs.includes('-')
}

/**
 * Asks at the terminal whose newer version a playlist is: a number chooses, Enter takes what would be taken unasked, and
 * `a` takes that for all that follow. Where the input ends, it is taken too.
 */
export function askAtTerminal(
  { stdin, stderr: output }: Terminal,
  words: Words,
  signal: AbortSignal,
  display?: Pick<Display, 'clear'>,
): AskAboutList {
  const lines = new LineReader(stdin)
  let takesAll = false
  return async (question) => {
    if (takesAll) return question.suggested
    display?.clear()
    const choices = choicesOf(question)
    output.write(describe(question, words, output.columns || 100))
    const said = words.terminal.whichList
    for (;;) {
      const suggested = choices.indexOf(question.suggested) + 1
      output.write(said.prompt(suggested))
      const answer = (await lines.next(signal))?.trim().toLowerCase()
      takesAll = answer === 'a'
      if (answer === undefined || answer === '' || takesAll) return question.suggested
      const number = /^\d{1,2}$/.test(answer) ? Number(answer) : 0
      if (number >= 1 && number <= choices.length) return choices[number - 1]
      output.write(`${said.wrong(choices.length)}\n`)
    }
  }
}

/** Ids of the candidates, and then nothing: a new list. */
const choicesOf = ({ candidates }: ListQuestion): readonly (string | undefined)[] => [
  ...candidates.map(({ id }) => id),
  undefined,
]

function describe(question: ListQuestion, words: Words, columns: number): string {
  const { playlist, entries, candidates } = question
  const width = Math.max(40, columns)
  const choices = [...candidates.map(newerVersion), reason('backup.new-list')]
  const asked = words.terminal.whichList.ask(nameOf(playlist), entries)
  const lines = choices.flatMap((choice, at) =>
    wrapWidth(cleanLine(say(choice, words)), width - 6).map((line, row) =>
      row === 0 ? `  ${String(at + 1).padStart(2)}  ${line}` : `      ${line}`,
    ),
  )
  return ['', asked, ...lines, ''].join('\n')
}

const MAX_NAME_WIDTH = 120
const nameOf = (name: string) => fitWidth(cleanLine(name), MAX_NAME_WIDTH)

const newerVersion = ({ name, at, same, of }: ListCandidate) =>
  reason('backup.newer-version', { name: nameOf(name), at, same, of })
