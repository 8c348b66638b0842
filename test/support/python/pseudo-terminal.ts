import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { bin, variablesOf } from '../program.ts'

interface TerminalSize {
  readonly rows: number
  readonly columns: number
}

export interface TerminalRun {
  readonly code: number
  /** All lines as they stand when the program has ended, without colours. */
  readonly lines: readonly string[]
}

/** The real program in a real terminal, made by Python's `pty`. */
export function runInTerminal(
  args: readonly string[],
  cache: string,
  { rows, columns }: TerminalSize,
): Promise<TerminalRun> {
  const script = join(import.meta.dirname, 'pseudo-terminal.py')
  const command = [script, String(rows), String(columns), process.execPath, bin, ...args]
  const env = { ...process.env, ...variablesOf(cache), TERM: 'xterm' }
  const limits = { maxBuffer: 64 * 1024 * 1024, encoding: 'utf8' } as const
  return new Promise((resolve) => {
    execFile('python3', command, { ...limits, env }, (error, stdout) => {
      resolve({ code: error ? Number(error.code) : 0, lines: settle(stdout) })
    })
  })
}

/** To the first column: what stood there is drawn over. */
const TO_START = ['\u001b[G', '\u001b[0G', '\u001b[1G']

/** What is left of each line: a progress bar that was drawn over and wiped is not. */
function settle(output: string): readonly string[] {
  const drawnOver = TO_START.reduce((text, each) => text.replaceAll(each, '\r'), output)
  return stripVTControlCharacters(drawnOver)
    .split('\n')
    .map((line) => line.trimEnd().split('\r').at(-1)?.trimEnd() ?? '')
}
