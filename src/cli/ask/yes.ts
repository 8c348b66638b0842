import { createInterface } from 'node:readline/promises'
import { exitCodes } from '../exit-codes.ts'

/** Asks a question that `y` or `j` answers with yes, and all else with no. Undefined where nobody is there. */
export function askYes(): ((question: string) => Promise<boolean>) | undefined {
  const { stdin, stderr } = process
  if (!stdin.isTTY || !stderr.isTTY) return undefined
  return async (question) => {
    const lines = createInterface({ input: stdin, output: stderr })
    lines.once('SIGINT', () => process.exit(exitCodes.interrupted))
    try {
      return /^[yj]/i.test((await lines.question(question)).trim())
    } finally {
      lines.close()
    }
  }
}
