import { createInterface } from 'node:readline'
import { reason } from '../../../model/reason.ts'
import { UserError } from '../../../words/user-error.ts'
import type { Words } from '../../../words/words.ts'
import { askSecret } from '../../ask/user.ts'

/**
 * Typed twice where somebody is there, as nobody sees what they type; UserError where they differ. Else the first line
 * of what is piped in: no argument, which others could see.
 */
export async function readPassword(
  name: string,
  { terminal }: Words,
  ask: typeof askSecret = askSecret,
): Promise<string> {
  const typed = await ask(terminal.accounts.askPassword(name))
  if (typed === undefined) return await readFirstLine()
  if ((await ask(terminal.accounts.askAgain)) === typed) return typed
  throw new UserError(reason('accounts.passwords-differ'))
}

async function readFirstLine(): Promise<string> {
  for await (const line of createInterface({ input: process.stdin })) return line
  return ''
}
