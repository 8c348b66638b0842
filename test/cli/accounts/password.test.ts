import { expect, test } from 'vitest'
import { readPassword } from '../../../src/cli/commands/accounts/password.ts'
import type { Reason } from '../../../src/model/reason.ts'
import { wordsIn } from '../../../src/words/languages.ts'
import { say } from '../../../src/words/say.ts'
import { useAccounts } from './support.ts'

const { accounts } = useAccounts()

const words = wordsIn('en')
const { askPassword, askAgain } = words.terminal.accounts

/** Somebody who types these lines, and what they were asked. */
function typing(...lines: readonly string[]) {
  const asked: string[] = []
  const ask = async (prompt: string) => lines[asked.push(prompt) - 1]
  return { asked, ask }
}

test('a terminal asks twice', async () => {
  const { asked, ask } = typing('long and winding', 'long and winding')
  expect(await readPassword('mia', words, ask)).toBe('long and winding')
  expect(asked).toEqual([askPassword('mia'), askAgain])
})

test('what differs is no password', async () => {
  const { ask } = typing('long and winding', 'long and windnig')
  await expect(readPassword('mia', words, ask)).rejects.toMatchObject({
    reason: { code: 'accounts.passwords-differ' },
  })
})

// The password that is piped in is none: its fault would be told where it was looked at first.
test.each<[string, Reason]>([
  ['add .mia', { code: 'accounts.name-unfit', params: { name: '.mia' } }],
  ['add ben', { code: 'accounts.taken', params: { name: 'ben' } }],
  ['add BEN', { code: 'accounts.taken', params: { name: 'ben' } }],
  ['add mia --email here', { code: 'accounts.email-unfit', params: { email: 'here' } }],
  ['add mia', { code: 'accounts.password-unfit', params: { least: 8, most: 1024 } }],
])('%s: who cannot be added is told before a password is looked at', async (line, why) => {
  const { code, stderr } = await accounts(line, 'short\n')
  expect(code).toBe(2)
  expect(stderr.split('\n')[0]).toBe(`songkeep: ${say(why, words)}`)
})
