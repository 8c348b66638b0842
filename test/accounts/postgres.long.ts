import { afterEach, beforeEach, expect, test } from 'vitest'
import { type AccountDatabase, openAccountsAt } from '../../src/accounts/database.ts'
import { openDatabase } from '../../src/base/postgres/database.ts'
import { describePostgres } from '../support/servers/postgres.ts'

const HOUR = 60 * 60_000

describePostgres('accounts in PostgreSQL', (running) => {
  let url: string
  let one: AccountDatabase
  let other: AccountDatabase

  beforeEach(async () => {
    url = await running().newDatabase()
    // Two processes that begin at once.
    const opened = await Promise.all([openAccountsAt(url), openAccountsAt(url)])
    one = opened[0]
    other = opened[1]
  })
  afterEach(async () => {
    await one[Symbol.asyncDispose]()
    await other[Symbol.asyncDispose]()
  })

  const refusal = (code: string) =>
    expect.objectContaining({ reason: { code, params: { name: 'anna' } } })

  test('what one machine writes, another reads', async () => {
    const anna = await one.accounts.add({ name: 'Anna', role: 'guest', email: 'A@example.org' })
    expect(await other.accounts.find(anna.id)).toMatchObject({ name: 'anna', role: 'owner' })
    await expect(other.accounts.add({ name: 'anna', role: 'member' })).rejects.toEqual(
      refusal('accounts.taken'),
    )
    expect(await other.accounts.remove(anna.id)).toBe(false)
    expect(await one.accounts.claim(anna.id, 'issuer 1')).toBe(true)
    expect(await other.accounts.claim(anna.id, 'issuer 2')).toBe(false)
    await one.accounts.setLimits(anna.id, { quota: 50e12 })
    expect((await other.accounts.findBy('subject', 'issuer 1'))?.limits.quota).toBe(50e12)
    await one.shares.add(anna.id, '/keep')
    expect(await other.shares.list(anna.id)).toEqual(['/keep'])
  })

  test('a session and a sign-in that waits end for all of them', async () => {
    const { id } = await one.accounts.add({ name: 'anna', role: 'owner' })
    const { token } = await one.sessions.begin(id, { isSecure: true, address: '::1' })
    expect(await other.sessions.find(token, HOUR)).toMatchObject({ account: id, isSecure: true })
    await other.sessions.endAll(id)
    expect(await one.sessions.find(token, HOUR)).toBeUndefined()
    const login = { verifier: 'v', nonce: 'n', redirect: 'https://music.home/' }
    await one.logins.add('state', 'browser', login)
    expect(await other.logins.take('state', 'another')).toBeUndefined()
    expect(await other.logins.take('state', 'browser')).toEqual(login)
    expect(await one.logins.take('state', 'browser')).toBeUndefined()
  })

  test('what an account has done is summed over all of them', async () => {
    const { id } = await one.accounts.add({ name: 'anna', role: 'owner' })
    const bound = { most: 3, withinMs: HOUR }
    const took: boolean[] = []
    for (const each of [one, other, one, other, one])
      took.push(await each.activity.take(id, 'tracks', 1, bound))
    expect(took).toEqual([true, true, true, false, false])
    expect(await other.activity.sum(id, 'tracks', HOUR)).toBe(3)
    await one.activity.add(id, 'lists', 7, 'top #')
    expect(await other.activity.most(id, 'lists', HOUR)).toBe(7)
  })

  test('of many that ask at one moment, on several machines, no more have than fits', async () => {
    const { id } = await one.accounts.add({ name: 'anna', role: 'owner' })
    const bound = { most: 20, withinMs: HOUR }
    const both = new Map([
      ['one', 1],
      ['other', 1],
    ])
    const took = await Promise.all(
      Array.from({ length: 60 }, (_, at) =>
        (at % 2 ? one : other).activity.takeAll(id, 'lists', both, bound),
      ),
    )
    expect(took.filter(Boolean)).toHaveLength(10)
    expect(await one.activity.sum(id, 'lists', HOUR)).toBe(20)
    await one.activity.giveBack(id, 'lists', both)
    expect(await other.activity.sum(id, 'lists', HOUR)).toBe(18)
  })

  test('the audit log is only added to, whoever asks', async () => {
    await one.audit.add({ who: 'anna', what: 'job.added', thing: '17' })
    expect(await other.audit.list(10)).toMatchObject([{ who: 'anna', what: 'job.added' }])
    await using database = await openDatabase(url)
    for (const sql of [
      'UPDATE songkeep.audit SET who = $1',
      'DELETE FROM songkeep.audit WHERE who <> $1',
    ])
      await expect(database.run(sql, ['eve'])).rejects.toThrow('only added to')
    await expect(database.run('TRUNCATE songkeep.audit')).rejects.toThrow('only added to')
  })
})
