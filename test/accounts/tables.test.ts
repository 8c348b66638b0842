import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type AccountDatabase, openAccountsFile } from '../../src/accounts/database.ts'
import { checkPassword, hashPassword } from '../../src/accounts/password-hash.ts'

let dir: string
let database: AccountDatabase

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'songkeep-accounts-'))
  database = openAccountsFile(join(dir, 'accounts.sqlite'))
})

afterEach(async () => {
  await database[Symbol.asyncDispose]()
  await rm(dir, { recursive: true, force: true })
})

const refusal = (code: string) =>
  expect.objectContaining({ reason: expect.objectContaining({ code }) })

describe('accounts', () => {
  test('the first is an owner, names are folded, and no two are alike', async () => {
    const { accounts } = database
    const anna = await accounts.add({ name: ' Anna ', role: 'guest' })
    expect(anna).toMatchObject({ name: 'anna', role: 'owner', hasPassword: false })
    const ben = await accounts.add({ name: 'ben', role: 'guest', email: 'Ben@Example.org' })
    expect(ben).toMatchObject({ role: 'guest', email: 'ben@example.org' })
    expect(ben.place).toMatch(/^ben-[0-9a-f]{8}$/)
    for (const again of [{ name: 'ANNA' }, { name: 'cat', email: 'ben@example.org' }])
      await expect(accounts.add({ role: 'member', ...again })).rejects.toEqual(
        refusal('accounts.taken'),
      )
    expect((await accounts.findBy('email', 'BEN@example.org'))?.id).toBe(ben.id)
    expect((await accounts.list()).map(({ name }) => name)).toEqual(['anna', 'ben'])
  })

  test.each(['', '..', '.x', '../x', 'a/b', 'a b', 'a\0', 'x'.repeat(65), '-r', '\u202eanna'])(
    'none is called %j',
    async (name) => {
      await expect(database.accounts.add({ name, role: 'member' })).rejects.toEqual(
        refusal('accounts.name-unfit'),
      )
    },
  )

  test.each([
    ['Jörg', 'jorg'],
    ['ǅemal', 'dzemal'],
    ['Þóra.Ægisdóttir', 'thoraaegisdottir'],
    ['Ольга', 'olga'],
    ['桜', 'account'],
    ['щ'.repeat(64), 'shch'.repeat(16)],
    ['anna@example.org', 'annaexampleorg'],
  ])('the folder of %s is called %s, with what is its own behind it', async (name, folder) => {
    const { place } = await database.accounts.add({ name, role: 'owner' })
    expect(place).toMatch(new RegExp(`^${folder}-[0-9a-f]{8}$`))
  })

  test('the last owner stays one, and stays', async () => {
    const { accounts } = database
    const anna = await accounts.add({ name: 'anna', role: 'owner' })
    expect(await accounts.setRole(anna.id, 'guest')).toBe(false)
    expect(await accounts.remove(anna.id)).toBe(false)
    const ben = await accounts.add({ name: 'ben', role: 'member' })
    expect(await accounts.setRole(ben.id, 'owner')).toBe(true)
    expect(await accounts.setRole(anna.id, 'member')).toBe(true)
    expect(await accounts.remove(ben.id)).toBe(false)
    expect(await accounts.remove(anna.id)).toBe(true)
  })

  test('whoever is removed leaves no session, and a new one of that name gets another folder', async () => {
    const { accounts, sessions } = database
    await accounts.add({ name: 'anna', role: 'owner' })
    const ben = await accounts.add({ name: 'ben', role: 'member' })
    const { token } = await sessions.begin(ben.id, { isSecure: false, address: '192.0.2.1' })
    await accounts.remove(ben.id)
    expect(await sessions.find(token, 1000)).toBeUndefined()
    const other = await accounts.add({ name: 'ben', role: 'member' })
    expect(other.place).not.toBe(ben.place)
  })
})

describe('sessions', () => {
  const begun = { isSecure: false, address: '192.0.2.1' }

  test('are found by their token until they end, or were unused for too long', async () => {
    const { accounts, sessions } = database
    const { id } = await accounts.add({ name: 'anna', role: 'owner' })
    const now = Date.now()
    const one = await sessions.begin(id, begun, now)
    const other = await sessions.begin(id, begun, now)
    expect(await sessions.find(one.token, 1000, now + 999)).toMatchObject({
      id: one.id,
      account: id,
    })
    expect(await sessions.find(one.token, 1000, now + 1001)).toBeUndefined()
    expect(await sessions.find(one.token, 1000, now)).toBeUndefined()
    expect(await sessions.find('x', 1000, now)).toBeUndefined()
    expect(await sessions.living([one.id, other.id])).toEqual(new Set([other.id]))
    await sessions.endAll(id, other.id)
    expect(await sessions.find(other.token, 1000, now)).toBeDefined()
    await sessions.endAll(id)
    expect(await sessions.find(other.token, 1000, now)).toBeUndefined()
  })

  test('no token lies in the file', async () => {
    const { accounts, sessions } = database
    const { id } = await accounts.add({ name: 'anna', role: 'owner' })
    const { token } = await sessions.begin(id, begun)
    const path = join(dir, 'accounts.sqlite')
    const raw = new DatabaseSync(path)
    expect(JSON.stringify(raw.prepare('SELECT * FROM session').all())).not.toContain(token)
    raw.close()
    expect((await stat(path)).mode & 0o777).toBe(0o600)
  })
})

test('a password is checked with the cost that it was stored with, and nothing else fits', async () => {
  const stored = await hashPassword('grün und lang')
  expect(stored).toMatch(/^\$scrypt\$ln=15,r=8,p=3\$/)
  expect(await checkPassword('grün und lang', stored)).toBe(true)
  expect(await checkPassword('grün und lang'.normalize('NFD'), stored)).toBe(true)
  expect(await checkPassword('grun und lang', stored)).toBe(false)
  expect(await checkPassword('', undefined)).toBe(false)
  for (const damaged of ['', '$scrypt$', stored.replace('ln=15', 'ln=99')])
    expect(await checkPassword('grün und lang', damaged)).toBe(false)
})

test('the audit log is only added to, whoever asks the database', async () => {
  const { audit } = database
  await audit.add({ who: 'anna', what: 'account.added', thing: 'ben', params: { role: 'guest' } })
  await audit.add({ who: 'anna', what: 'account.removed', thing: 'x'.repeat(9999) })
  const raw = new DatabaseSync(join(dir, 'accounts.sqlite'))
  for (const sql of ['DELETE FROM audit', `UPDATE audit SET who = 'ben'`])
    expect(() => raw.exec(sql)).toThrow(/only added to/)
  raw.close()
  const told = await audit.list(10)
  expect(told).toHaveLength(2)
  expect(told.find(({ what }) => what === 'account.added')).toMatchObject({
    who: 'anna',
    thing: 'ben',
    params: { role: 'guest' },
  })
  expect(told.find(({ what }) => what === 'account.removed')?.thing).toHaveLength(500)
})

test('a file of a later version is left alone', async () => {
  const path = join(dir, 'later.sqlite')
  const raw = new DatabaseSync(path)
  raw.exec('PRAGMA user_version = 99')
  raw.close()
  expect(() => openAccountsFile(path)).toThrow(refusal('accounts.later-version'))
})

test('two processes may open a new file at once', async () => {
  const path = join(dir, 'two.sqlite')
  await using one = openAccountsFile(path)
  await using two = openAccountsFile(path)
  await one.accounts.add({ name: 'anna', role: 'owner' })
  expect((await two.accounts.list()).map(({ name }) => name)).toEqual(['anna'])
})
