import { expect, onTestFinished, test, vi } from 'vitest'
import { type DatabaseOptions, openDatabase } from '../../../src/base/postgres/database.ts'
import { UserError } from '../../../src/words/user-error.ts'
import { describePostgres } from '../../support/servers/postgres.ts'

const WAIT = { timeout: 20_000 }

describePostgres('a database', (running) => {
  const open = async (options?: DatabaseOptions) => {
    const database = await openDatabase(await running().newDatabase(), options)
    onTestFinished(() => database[Symbol.asyncDispose]())
    return database
  }

  test('gives rows, with bigint as numbers, and counts what was changed', async () => {
    const database = await open()
    await database.run('CREATE TABLE a (id bigint, name text)')
    expect(await database.run('INSERT INTO a VALUES (1, $1), (2, $2)', ['x', '雨'])).toBe(2)
    expect(await database.query('SELECT * FROM a ORDER BY id')).toEqual([
      { id: 1, name: 'x' },
      { id: 2, name: '雨' },
    ])
  })

  test('a transaction is all or nothing', async () => {
    const database = await open()
    await database.run('CREATE TABLE a (id int PRIMARY KEY)')
    const broken = database.transaction(async ({ run }) => {
      await run('INSERT INTO a VALUES (1)')
      await run('INSERT INTO a VALUES (1)')
    })
    await expect(broken).rejects.toMatchObject({ code: '23505' })
    expect(await database.query('SELECT * FROM a')).toEqual([])
    // The connection goes on.
    await database.transaction(({ run }) => run('INSERT INTO a VALUES (2)'))
    expect(await database.query('SELECT * FROM a')).toEqual([{ id: 2 }])
  })

  test('two transactions in each other’s way are both done', async () => {
    const database = await open()
    await database.run('CREATE TABLE a (id int PRIMARY KEY, n int)')
    await database.run('INSERT INTO a VALUES (1, 0), (2, 0)')
    let tries = 0
    const add = (first: number, second: number) =>
      database.transaction(async ({ run }) => {
        tries++
        await run('UPDATE a SET n = n + 1 WHERE id = $1', [first])
        await run('SELECT pg_sleep(0.3)')
        await run('UPDATE a SET n = n + 1 WHERE id = $1', [second])
      })
    await Promise.all([add(1, 2), add(2, 1)])
    expect(await database.query('SELECT n FROM a ORDER BY id')).toEqual([{ n: 2 }, { n: 2 }])
    expect(tries).toBe(3)
  })

  test.each(['restart', 'kill'] as const)('%s: work goes on, and nothing is lost', async (how) => {
    const database = await open()
    await database.run('CREATE TABLE a (id int PRIMARY KEY)')
    let isDone = false
    const failed: unknown[] = []
    const write = async (worker: number) => {
      for (let n = 0; !isDone; n++) {
        const id = worker * 1_000_000 + n
        const put = () => database.run('INSERT INTO a VALUES ($1) ON CONFLICT DO NOTHING', [id])
        await database.repeat(put).catch((error) => failed.push(error))
        last[worker] = n
      }
    }
    const last = [0, 0, 0]
    const writing = Promise.all([0, 1, 2].map(write))
    await vi.waitFor(() => expect(Math.min(...last)).toBeGreaterThan(20), WAIT)
    if (how === 'kill') await running().kill()
    await running().restart(500)
    const before = [...last]
    await vi.waitFor(() => expect(last.every((n, at) => n > before[at]! + 20)).toBe(true), WAIT)
    isDone = true
    await writing
    expect(failed).toEqual([])
    const [row] = await database.query('SELECT count(*) AS n FROM a')
    expect(row?.n).toBe(last.reduce((sum, n) => sum + n + 1, 0))
  })

  test('a statement that takes too long is broken off, and the connection goes on', async () => {
    const database = await open({ statementMs: 200 })
    await expect(database.query('SELECT pg_sleep(20)')).rejects.toMatchObject({ code: '57014' })
    const slow = database.transaction(({ query }) => query('SELECT pg_sleep(0.5), 7 AS n'), {
      isLong: true,
    })
    expect(await slow).toMatchObject([{ n: 7 }])
    expect(await database.query('SELECT 1 AS n')).toEqual([{ n: 1 }])
  })

  test('without an answer, an error says where, and never the password', async () => {
    const url = await running().newDatabase()
    const wrong = url.replace('secret-of-the-tests', 'not%20the%20one')
    const open = openDatabase(wrong)
    await expect(open).rejects.toMatchObject({ reason: { code: 'database.not-reached' } })
    const nobody = openDatabase('postgres://anna:hush-hush@127.0.0.1:1/x', { patienceMs: 300 })
    const error = await nobody.catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(UserError)
    expect(error).toMatchObject({ reason: { params: { host: '127.0.0.1', port: 1 } } })
    expect(JSON.stringify(error) + String(error)).not.toContain('hush')
  })
})
