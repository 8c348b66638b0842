import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { STATE_FOLDER } from '../../../src/archive/files/paths.ts'
import { INVENTORY } from '../../../src/archive/inventory/inventory.ts'
import { roles } from '../../../src/model/accounts/account.ts'
import { wordsIn } from '../../../src/words/languages.ts'
import { useAccounts } from './support.ts'

const { accounts, signIn } = useAccounts()

const told = wordsIn('en').terminal.accounts
const said = (line: string) => ({ code: 0, stdout: `${line}\n`, stderr: '' })

test.each(roles)('that ben is now %s is told', async (role) => {
  expect(await accounts(`role ben ${role}`)).toEqual(said(told.isNow('ben', role)))
})

test('what is shared is told and listed, and taken back', async () => {
  const archive = await mkdtemp(join(tmpdir(), 'songkeep-shared-'))
  onTestFinished(() => rm(archive, { recursive: true }))
  await mkdir(join(archive, STATE_FOLDER))
  await writeFile(join(archive, INVENTORY), '')
  expect(await accounts('share gus')).toEqual(said(told.noShares('gus')))
  expect(await accounts(`share gus ${archive}`)).toEqual(said(told.shared('gus', archive)))
  expect(await accounts('share gus')).toEqual(said(archive))
  expect(await accounts(`unshare gus ${archive}`)).toEqual(said(told.unshared('gus', archive)))
  expect((await accounts(`unshare gus ${archive}`)).code).toBe(2)
})

test('sessions that are ended are told to be', async () => {
  expect(await accounts('sessions olga --end')).toEqual(said(told.noSessions))
  await signIn('olga')
  const listed = await accounts('sessions olga')
  expect(listed.stdout).toMatch(/^[0-9a-f]{8} .* 192\.0\.2\.1\n$/)
  const ended = await accounts('sessions olga --end')
  expect(ended).toEqual({ ...listed, stdout: `${listed.stdout}${told.sessionsEnded(1)}\n` })
  expect(await accounts('sessions olga')).toEqual(said(told.noSessions))
})

test('in German an account’s role is said in German', async () => {
  const german = wordsIn('de').terminal.accounts
  expect(Object.values(german.roles)).toEqual(['Eigentümer', 'Mitglied', 'Gast'])
  expect((await accounts('list --lang de')).stdout).toMatch(/^gus +Gast +gus-/m)
  const made = await accounts('add mia --role guest --lang de')
  expect(made).toEqual(said(german.made('mia', 'guest')))
  expect(made.stdout).toContain(german.roles.guest)
  expect((await accounts('list --json --lang de')).stdout).toContain('"role":"guest"')
})
