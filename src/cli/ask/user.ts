import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import type { AskUser } from '../../app/servers/accounts.ts'
import type { Words } from '../../words/words.ts'
import { exitCodes } from '../exit-codes.ts'

/** Asks in the terminal; what is a secret is not shown as it is typed. Undefined where nobody is there. */
export function askInTerminal({ terminal }: Words): AskUser | undefined {
  if (!isThere()) return undefined
  return (what, server) => askLine(terminal.ask[what](server), what === 'password')
}

/** Asks for a secret in the terminal. Undefined where nobody is there. */
export const askSecret = async (prompt: string): Promise<string | undefined> =>
  isThere() ? await askLine(prompt, true) : undefined

const isThere = () => process.stdin.isTTY && process.stderr.isTTY

async function askLine(prompt: string, isSecret: boolean): Promise<string> {
  const { stdin, stderr } = process
  stderr.write(prompt)
  const hidden = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({
    input: stdin,
    output: isSecret ? hidden : stderr,
    terminal: true,
  })
  lines.once('SIGINT', () => process.exit(exitCodes.interrupted))
  try {
    return await lines.question('')
  } finally {
    lines.close()
    if (isSecret) stderr.write('\n')
  }
}
