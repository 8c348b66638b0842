import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import type { AskUser } from '../app/servers/accounts.ts'
import type { Words } from '../words/words.ts'
import { exitCodes } from './exit-codes.ts'

/** Asks in the terminal; what is a secret is not shown as it is typed. Undefined where nobody is there. */
export function askInTerminal({ terminal }: Words): AskUser | undefined {
  const { stdin, stderr } = process
  if (!stdin.isTTY || !stderr.isTTY) return undefined
  return async (what, server) => {
    stderr.write(terminal.ask[what](server))
    const hidden = new Writable({ write: (_chunk, _encoding, done) => done() })
    const output = what === 'password' ? hidden : stderr
    const lines = createInterface({ input: stdin, output, terminal: true })
    lines.once('SIGINT', () => process.exit(exitCodes.interrupted))
    try {
      return await lines.question('')
    } finally {
      lines.close()
      if (what === 'password') stderr.write('\n')
    }
  }
}
