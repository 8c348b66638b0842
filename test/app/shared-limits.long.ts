import { afterAll, beforeAll, expect, test } from 'vitest'
import { readEnvironment } from '../../src/app/environment.ts'
import { openOnline } from '../../src/app/open-online.ts'
import { type Replay, startReplay } from '../support/hosts/replay.ts'
import { makeTempDir } from '../support/program.ts'
import { describePostgres } from '../support/servers/postgres.ts'

const host = { host: 'list.example', pace: { requests: 100, perMs: 10 }, atOnce: 10 }

describePostgres('runs that share a database', (running) => {
  let replay: Replay
  let url: string
  beforeAll(async () => {
    replay = await startReplay((asked) =>
      asked.pathname === '/busy'
        ? { status: 429, headers: { 'retry-after': '86400' } }
        : { body: '{}' },
    )
    url = await running().newDatabase()
  })
  afterAll(() => replay[Symbol.asyncDispose]())

  const open = async (more: Readonly<Record<string, string>> = {}) => {
    const variables = { SONGKEEP_CACHE: await makeTempDir(), SONGKEEP_DATABASE_URL: url, ...more }
    const environment = { ...readEnvironment(variables), network: replay.network }
    return openOnline(environment, '2026-11-28', [host, { ...host, host: 'quiet.example' }])
  }
  const { signal } = new AbortController()

  test('what one was told by a host, the other heeds; behind another address it is asked', async () => {
    await using one = await open()
    await using other = await open()
    await using elsewhere = await open({ SONGKEEP_EGRESS: 'elsewhere' })
    const busy = one.http.ask({ url: 'https://list.example/busy' }, signal)
    await expect(busy).rejects.toMatchObject({ reason: { code: 'network.asks-for-quiet' } })
    const before = replay.asked.length
    const asked = other.http.ask({ url: 'https://list.example/1' }, signal)
    await expect(asked).rejects.toMatchObject({ reason: { code: 'network.asks-for-quiet' } })
    expect(replay.asked).toHaveLength(before)
    const answer = await elsewhere.http.ask({ url: 'https://list.example/2' }, signal)
    expect(answer.status).toBe(200)
  })

  test('what one has asked, the other knows; what needed a key it asks by itself', async () => {
    await using one = await open()
    await using other = await open()
    const ask = async (path: string, secrets?: Readonly<Record<string, string>>) => {
      const before = replay.asked.length
      for (const { http } of [one, other])
        await http.ask({ url: `https://quiet.example/${path}`, secrets }, signal)
      return replay.asked.length - before
    }
    expect(await ask('public')).toBe(1)
    expect(await ask('private', { key: 'secret' })).toBe(2)
  })

  test('where the database cannot be reached nothing is asked, and that is said', async () => {
    await using online = await open({
      SONGKEEP_DATABASE_URL: 'postgres://nobody:wrong@127.0.0.1:1/none',
    })
    const before = replay.asked.length
    const asked = online.http.ask({ url: 'https://list.example/3' }, signal)
    await expect(asked).rejects.toMatchObject({ reason: { code: 'network.no-turns' } })
    expect(replay.asked).toHaveLength(before)
  })
})

test('an address that is none is said before anything is asked', async () => {
  const variables = { SONGKEEP_CACHE: await makeTempDir(), SONGKEEP_DATABASE_URL: 'mysql://x' }
  expect(() => openOnline(readEnvironment(variables), '2026-11-28')).toThrow(
    /no address of a PostgreSQL/,
  )
})
