import { randomUUID } from 'node:crypto'
import { expect, onTestFinished, test, vi } from 'vitest'
import { type Database, openDatabase } from '../../src/base/postgres/database.ts'
import { migrate } from '../../src/base/postgres/migrate.ts'
import { jobMigrations } from '../../src/jobs/postgres/migrations/all.ts'
import { openPostgresQueue } from '../../src/jobs/postgres/postgres-queue.ts'
import type { NewWork, Queue } from '../../src/jobs/queue.ts'
import { startWorkers } from '../../src/jobs/worker.ts'
import { describePostgres } from '../support/servers/postgres.ts'

const WAIT = { timeout: 30_000 }

const work = (title: string, more: Partial<NewWork> = {}): NewWork => ({
  ...{ payload: { title }, title, owner: 'anna' },
  ...more,
})

/** What the counters of owners and places say, and what the rows of work say, must be the same. */
const DRIFT = `
  SELECT o.owner AS name FROM songkeep.jobs_owner o WHERE
    o.running <> (SELECT count(*) FROM songkeep.job j WHERE j.owner = o.owner AND j.state = 'running') OR
    o.ready <> (SELECT count(*) FROM songkeep.job j WHERE j.owner = o.owner AND j.ready)
  UNION ALL
  SELECT p.place FROM songkeep.jobs_place p WHERE
    p.running <> (SELECT count(*) FROM songkeep.job j WHERE j.place = p.place AND j.state = 'running')
  UNION ALL
  SELECT j.id FROM songkeep.job j WHERE j.ready AND j.state <> 'queued'
  UNION ALL
  SELECT j.id FROM songkeep.job j WHERE j.state = 'queued' AND NOT j.ready AND j.place IS NULL`

describePostgres('a queue on PostgreSQL that is not always there', (running) => {
  const open = async () => {
    const database = await openDatabase(await running().newDatabase())
    onTestFinished(() => database[Symbol.asyncDispose]())
    await migrate(database, [jobMigrations])
    const queue = openPostgresQueue(database)
    onTestFinished(() => queue[Symbol.asyncDispose]())
    return { database, queue, runner: randomUUID() }
  }

  test.each(['restart', 'kill'] as const)(
    '%s: who runs goes on with the same lease',
    async (how) => {
      const { database, queue, runner } = await open()
      const { id } = await queue.add(work('one', { exclusiveKey: 'keep' }))
      await queue.add(work('two', { exclusiveKey: 'keep' }))
      await queue.take(runner)
      await queue.write(id, runner, { entries: [{ key: 'a', data: 1 }] })
      if (how === 'kill') await running().kill()
      const restarted = running().restart(how === 'kill' ? 0 : 500)
      // Asked while nobody answers: they wait for it.
      const written = queue.write(id, runner, { entries: [{ key: 'b', data: 2 }] })
      const taken = queue.take(randomUUID())
      await restarted
      expect(await written).toBe(true)
      expect(await taken).toBeUndefined()
      expect(await database.repeat(() => queue.heartbeat(id, runner))).toBeUndefined()
      expect((await queue.entriesAfter(id, 0, 10)).entries).toHaveLength(2)
      expect(await queue.end(id, runner, 'done')).toBe(true)
      expect(await database.query(DRIFT)).toEqual([])
    },
  )

  test('a database that was away for longer than a lease takes no work from who is still there', async () => {
    const { database, queue, runner } = await open()
    const { id } = await queue.add(work('one'))
    await queue.take(runner)
    await database.run(`UPDATE songkeep.job SET lease_until = now() - interval '1 minute'`)
    await running().restart()
    expect(await queue.take(randomUUID())).toBeUndefined()
    expect(await database.repeat(() => queue.heartbeat(id, runner))).toBeUndefined()
    expect(await queue.find(id)).toMatchObject({ state: 'running' })
  })

  test('an end that was written, but whose answer was lost, is written once', async () => {
    const { queue, runner } = await open()
    const { id } = await queue.add(work('one'))
    await queue.take(runner)
    expect(await queue.end(id, runner, 'done')).toBe(true)
    expect(await queue.end(id, runner, 'done')).toBe(true)
    expect(await queue.end(id, randomUUID(), 'done')).toBe(false)
  })

  test('who follows is told again after a restart', async () => {
    const { queue } = await open()
    const told = vi.fn()
    await using _ = await queue.subscribe(told)
    await running().restart()
    await vi.waitFor(() => expect(told).toHaveBeenCalled(), WAIT)
    await queue.add(work('one'))
    told.mockClear()
    await queue.add(work('two'))
    await vi.waitFor(() => expect(told).toHaveBeenCalled(), WAIT)
  })

  test('text that PostgreSQL cannot hold is kept but for the character it cannot', async () => {
    const { queue, runner } = await open()
    const title = 'a\0b'
    const { id } = await queue.add(work(title, { payload: { title, half: '\ud800' } }))
    await queue.take(runner)
    await queue.write(id, runner, { entries: [{ key: 'a', data: { title } }] })
    expect(await queue.find(id)).toMatchObject({
      title: 'a\uFFFDb',
      payload: { title, half: '\ud800' },
    })
    expect((await queue.findEntry(id, 'a'))?.data).toEqual({ title })
  })

  test('workers whose database is restarted and killed do all, each once, and counters agree', async () => {
    const { database, queue } = await open()
    const count = 150
    for (let n = 0; n < count; n++) {
      const exclusiveKey = n % 2 ? `place ${n % 5}` : undefined
      await queue.add(work(`work ${n}`, { owner: `owner ${n % 3}`, exclusiveKey }))
    }
    const done: string[] = []
    const start = async (each: Queue) =>
      startWorkers(each, {
        width: 3,
        onFault: () => {},
        async run(lease) {
          lease.put({ key: 'a', data: 1 })
          await new Promise((resolve) => setTimeout(resolve, 40))
          done.push(lease.work.title)
        },
      })
    const others = await openBeside(database)
    await using _one = await start(queue)
    await using _other = await start(others)
    await vi.waitFor(() => expect(done.length).toBeGreaterThan(20), WAIT)
    await running().restart(200)
    await vi.waitFor(() => expect(done.length).toBeGreaterThan(80), WAIT)
    await running().kill()
    await running().restart()
    const ended = async () => (await queue.count()).states.done
    await vi.waitFor(async () => expect(await ended()).toBe(count), { timeout: 60_000 })
    expect(done.toSorted()).toEqual([...new Set(done)].toSorted())
    expect(done).toHaveLength(count)
    expect(await database.query(DRIFT)).toEqual([])
  })
})

async function openBeside({ pool }: Database): Promise<Queue> {
  const database = await openDatabase(String(pool.options.connectionString))
  onTestFinished(() => database[Symbol.asyncDispose]())
  const queue = openPostgresQueue(database)
  onTestFinished(() => queue[Symbol.asyncDispose]())
  return queue
}
