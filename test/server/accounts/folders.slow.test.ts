import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { AccountAdmin } from '../../../src/app/accounts/account-admin.ts'
import { openAccountDatabase } from '../../../src/app/accounts/open-database.ts'
import { readEnvironment } from '../../../src/app/environment.ts'
import { openContext } from '../../../src/app/open-context.ts'
import { makeTempDir } from '../../support/program.ts'
import { openAccountServer } from './support.ts'

test('a member has a folder for music, which is offered before there is any', async () => {
  await using server = await openAccountServer({ olga: 'owner', ben: 'member' })
  const cookie = await server.signIn('ben')
  const path = join(server.root, server.accounts.get('ben')!.place, 'Music')
  expect((await server.as(cookie, '/api/folders/usual')).json).toMatchObject({
    music: { path, files: 0 },
    into: join(path, 'Songkeep'),
  })
})

test.each([
  ['', 'accounts.no-folder-named'],
  ['file', 'accounts.folder-not-made'],
  ['nowhere/folder', 'accounts.folder-not-made'],
])('accounts in “%s” are refused with a reason', async (name, code) => {
  const home = await makeTempDir()
  await mkdir(join(home, 'data'))
  await writeFile(join(home, 'file'), '')
  const found = readEnvironment({ SONGKEEP_DATA: join(home, 'data'), SONGKEEP_OFFLINE: '1' })
  const environment = { ...found, accountsDir: name && join(home, name) }
  await using database = await openAccountDatabase(environment)
  await new AccountAdmin(database, 'test').add({ name: 'olga', password: 'long enough' })
  await expect(openContext(environment, { width: 0 })).rejects.toMatchObject({ reason: { code } })
})

test('the first account is an owner, and nothing else where that was said', async () => {
  const home = await makeTempDir()
  const environment = readEnvironment({ SONGKEEP_DATA: home })
  await using database = await openAccountDatabase(environment)
  const admin = new AccountAdmin(database, 'test')
  const add = (name: string, role?: 'guest') => admin.add({ name, role, password: 'long enough' })
  const refused = { reason: { code: 'accounts.first-is-owner' } }
  await expect(add('gus', 'guest')).rejects.toMatchObject(refused)
  expect([await add('olga'), await add('ben'), await add('gus', 'guest')]).toMatchObject([
    { role: 'owner' },
    { role: 'member' },
    { role: 'guest' },
  ])
})
