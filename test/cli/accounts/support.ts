import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { openAccountsFile } from '../../../src/accounts/database.ts'
import { runCommand } from '../../support/command-line.ts'

const PASSWORD = 'long and winding'

/** `songkeep accounts …` over an owner `olga`, a member `ben` and a guest `gus`, one database for the tests of a file. */
export function useAccounts() {
  let dir: string
  const accounts = (line: string, stdin = `${PASSWORD}\n`) =>
    runCommand(['accounts', ...line.split(' ')], join(dir, 'cache'), stdin)
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'songkeep-accounts-'))
    for (const line of ['add olga --role owner', 'add ben', 'add gus --role guest'])
      await accounts(line)
  })
  afterAll(() => rm(dir, { recursive: true, force: true }))
  /** Signs an account in. */
  const signIn = async (name: string) => {
    await using database = openAccountsFile(join(dir, 'cache', 'data', 'accounts.sqlite'))
    const found = await database.accounts.findByName(name)
    const from = { isSecure: false, address: '192.0.2.1' }
    await database.sessions.begin(found?.account.id ?? '', from)
  }
  return { accounts, signIn }
}
