import { expect, onTestFinished, test, vi } from 'vitest'
import { openDatabase } from '../../../src/base/postgres/database.ts'
import { describePostgres } from '../../support/servers/postgres.ts'

const WAIT = { timeout: 20_000 }

describePostgres('listening', (running) => {
  const open = async (url: string) => {
    const database = await openDatabase(url)
    onTestFinished(() => database[Symbol.asyncDispose]())
    return database
  }

  test('what is notified elsewhere is told with its payload, to those of its channel', async () => {
    const url = await running().newDatabase()
    const [here, there] = [await open(url), await open(url)]
    const [one, other, left] = [vi.fn(), vi.fn(), vi.fn()]
    await here.listen('one', one)
    await here.listen('the other', other)
    await (await here.listen('one', left))[Symbol.asyncDispose]()
    one.mockClear()
    left.mockClear()
    await there.run(`NOTIFY one, 'hello'`)
    await there.run(`NOTIFY "the other"`)
    await vi.waitFor(() => expect(one).toHaveBeenCalledExactlyOnceWith('hello'), WAIT)
    await vi.waitFor(() => expect(other).toHaveBeenCalled(), WAIT)
    expect(left).not.toHaveBeenCalled()
  })

  test('one that comes back after the last has gone is told again', async () => {
    const url = await running().newDatabase()
    const database = await open(url)
    await (await database.listen('one', () => {}))[Symbol.asyncDispose]()
    const told = vi.fn()
    await database.listen('one', told)
    await database.run(`NOTIFY one, 'again'`)
    await vi.waitFor(() => expect(told).toHaveBeenCalledWith('again'), WAIT)
  })

  test.each(['restart', 'kill'] as const)(
    '%s: it listens again, and tells that some may have been missed',
    async (how) => {
      const database = await open(await running().newDatabase())
      const told = vi.fn()
      await database.listen('one', told)
      told.mockClear()
      if (how === 'kill') await running().kill()
      await running().restart(300)
      await vi.waitFor(() => expect(told).toHaveBeenCalledWith(undefined), WAIT)
      await database.repeat(() => database.run(`NOTIFY one, 'back'`))
      await vi.waitFor(() => expect(told).toHaveBeenCalledWith('back'), WAIT)
    },
  )

  test('a connection that the operator ends comes back', async () => {
    const database = await open(await running().newDatabase())
    const told = vi.fn()
    await database.listen('one', told)
    told.mockClear()
    await database.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database()',
    )
    await vi.waitFor(() => expect(told).toHaveBeenCalledWith(undefined), WAIT)
  })

  test('closing ends it, also while the server is away', async () => {
    const database = await openDatabase(await running().newDatabase())
    await database.listen('one', () => {})
    await running().kill()
    await database[Symbol.asyncDispose]()
    await running().restart()
  })
})
