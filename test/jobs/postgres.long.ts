import { expect, onTestFinished, test, vi } from 'vitest'
import { type DatabaseOptions, openDatabase } from '../../src/base/postgres/database.ts'
import { migrate } from '../../src/base/postgres/migrate.ts'
import { jobMigrations } from '../../src/jobs/postgres/migrations/all.ts'
import { openPostgresQueue, RUNNER_APPLICATION } from '../../src/jobs/postgres/postgres-queue.ts'
import { testQueue } from '../contract/queue.ts'
import { describePostgres } from '../support/servers/postgres.ts'

describePostgres('a queue on PostgreSQL', (running) => {
  testQueue(() => {
    const url = running().newDatabase()
    let aheadMs = 0
    return {
      async open() {
        const database = await openDatabase(await url)
        onTestFinished(() => database[Symbol.asyncDispose]())
        await migrate(database, [jobMigrations])
        return openPostgresQueue(database, { aheadMs: () => aheadMs })
      },
      wait: (ms) => {
        aheadMs += ms
      },
    }
  })

  test('whether somebody takes work is told by who is connected, and by what is at work', async () => {
    const url = await running().newDatabase()
    const open = async (options?: DatabaseOptions) => {
      const database = await openDatabase(url, options)
      onTestFinished(() => database[Symbol.asyncDispose]())
      await migrate(database, [jobMigrations])
      return { database, queue: openPostgresQueue(database) }
    }
    const { database, queue } = await open()
    const hasRunners = async () => await queue.hasRunners?.()
    const [one, other] = [
      { payload: 1, title: 'one', owner: 'anna' },
      { payload: 2, title: 'other', owner: 'anna' },
    ]
    // What the command line does itself is no sign of anybody who takes what waits.
    await queue.adopt(other, 'other')
    expect(await hasRunners()).toBe(false)
    const { id } = await queue.add(one)
    await queue.take('runner')
    expect(await hasRunners()).toBe(true)
    await queue.end(id, 'runner', 'done')
    expect(await hasRunners()).toBe(false)
    const worker = await open({ applicationName: RUNNER_APPLICATION })
    expect(await hasRunners()).toBe(true)
    // Whoever signs in by another name sees it too.
    await database.transaction(async ({ run, query }) => {
      await run('CREATE ROLE stranger')
      await run('SET LOCAL ROLE stranger')
      const seen = 'SELECT 1 FROM pg_stat_activity WHERE application_name = $1'
      expect(await query(seen, [RUNNER_APPLICATION])).not.toEqual([])
    })
    await worker.database[Symbol.asyncDispose]()
    await vi.waitFor(async () => expect(await hasRunners()).toBe(false), { timeout: 20_000 })
  })
})
