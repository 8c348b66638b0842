/**
 * What taking work costs in a queue on PostgreSQL: one by one and in batches, with little and with a million in line,
 * beside the queue in a file of SQLite; and how long the first work of a newcomer waits behind another's million.
 *
 *     node bench/queue.ts [--waiting N] [--takes N] [--owners N]
 *
 * The server comes from npm, lies in a temporary folder and waits for the disk at each commit, as in earnest.
 */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Database, openDatabase } from '../src/base/postgres/database.ts'
import { migrate } from '../src/base/postgres/migrate.ts'
import { jobMigrations } from '../src/jobs/postgres/migrations/all.ts'
import { openPostgresQueue } from '../src/jobs/postgres/postgres-queue.ts'
import type { Queue } from '../src/jobs/queue.ts'
import { openSqliteQueue } from '../src/jobs/sqlite/sqlite-queue.ts'
import { startPostgres } from '../test/support/servers/postgres.ts'

const { values } = parseArgs({
  options: {
    waiting: { type: 'string', default: '1000000' },
    takes: { type: 'string', default: '3000' },
    owners: { type: 'string', default: '200' },
  },
})
const [waiting, takes, owners] = [
  Number(values.waiting),
  Number(values.takes),
  Number(values.owners),
]
const WORKERS = 8
const BATCH = 50
const print = (line: string) => process.stdout.write(`${line}\n`)

await using server = await startPostgres({ isDurable: true, settings: ['shared_buffers=512MB'] })
await using database = await openDatabase(await server.newDatabase(), {
  width: WORKERS,
  statementMs: 10 * 60_000,
})
await migrate(database, [jobMigrations])
const queue = openPostgresQueue(database)

/**
 * Puts work in line by one statement: to add a million by the contract would take half an hour. What the server does of
 * itself after so many writes is done before anything is measured.
 */
async function fill(
  count: number,
  ownerCount: number,
  prefix: string,
  into: Database = database,
): Promise<void> {
  await into.run(
    `INSERT INTO songkeep.job (id, payload, title, owner, state, ready, created_at)
      SELECT gen_random_uuid(), '{}', 'work', $2 || (n % $3), 'queued', true, now()
      FROM generate_series(1, $1) n`,
    [count, prefix, ownerCount],
  )
  await into.run(
    `INSERT INTO songkeep.jobs_owner AS it (owner, ready)
      SELECT owner, count(*) FROM songkeep.job WHERE owner LIKE $1 || '%' AND ready GROUP BY owner
      ON CONFLICT (owner) DO UPDATE SET ready = excluded.ready`,
    [prefix],
  )
  await into.run('VACUUM (ANALYZE) songkeep.job')
  await into.run('CHECKPOINT')
}

async function empty(): Promise<void> {
  await database.run(
    'TRUNCATE songkeep.job, songkeep.job_entry, songkeep.jobs_owner, songkeep.jobs_place',
  )
}

/** Takes by several connections at once; tells how many a second, and a second of processor time of client and server. */
async function takeAll(from: Queue, count: number, batch: number, workers = WORKERS) {
  let left = count
  const [begin, before] = [performance.now(), await usedSeconds()]
  const work = async () => {
    while (left > 0) {
      const taken = await from.takeMany(randomUUID(), Math.min(batch, left))
      if (taken.length === 0) return
      left -= taken.length
    }
  }
  await Promise.all(Array.from({ length: workers }, work))
  const [seconds, used] = [(performance.now() - begin) / 1000, (await usedSeconds()) - before]
  return `${Math.round(count / seconds)} a second, ${Math.round(count / used)} a second of processor time`
}

/** Processor time of this process and of all of the server, with those of its processes that have ended. Linux. */
async function usedSeconds(): Promise<number> {
  const { user, system } = process.cpuUsage()
  const [row] = await database.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
  const parent = statOf(String(row?.pid))[1]
  const all = readdirSync('/proc').filter((name) => /^[0-9]+$/.test(name))
  const ticks = all.map((pid) => {
    const stat = statOf(pid)
    if (pid === parent) return sum(stat.slice(11, 15))
    return stat[1] === parent ? sum(stat.slice(11, 13)) : 0
  })
  return (user + system) / 1e6 + sum(ticks) / 100
}

/** What /proc says of a process behind its name; nothing where it has just ended. */
function statOf(pid: string): readonly string[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    return []
  }
}

const sum = (all: readonly (string | number)[]) =>
  all.reduce<number>((total, each) => total + Number(each), 0)

/** Milliseconds that taking one costs in each queue, by one connection: the medians of many, in turn. */
async function costOfOne(count: number, queues: readonly Queue[]): Promise<readonly number[]> {
  const times = queues.map((): number[] => [])
  for (let n = 0; n < count; n++)
    for (const [at, each] of queues.entries()) {
      const begin = performance.now()
      await each.take('bench')
      times[at]?.push(performance.now() - begin)
    }
  return times.map((all) => all.toSorted((a, b) => a - b)[count >> 1] ?? 0)
}

await fill(takes * 2, owners, 'some')
print(`one by one: ${await takeAll(queue, takes, 1)}, ${WORKERS} connections`)
await empty()
await fill(takes * 10, owners, 'some')
print(`batches of ${BATCH}: ${await takeAll(queue, takes * 10, BATCH)}`)
await empty()
await fill(takes * 2, 1, 'one')
print(`one by one, a single owner: ${await takeAll(queue, takes, 1)}`)
await empty()

const dir = mkdtempSync(join(tmpdir(), 'songkeep-queue-'))
try {
  await using file = await openSqliteQueue(join(dir, 'jobs.sqlite'))
  const few = Math.min(300, takes)
  for (let n = 0; n < few; n++)
    await file.add({ payload: {}, title: 'work', owner: `some${n % owners}` })
  print(`SQLite, one by one: ${await takeAll(file, few, 1, 1)}`)
} finally {
  rmSync(dir, { recursive: true })
}

// Beside another of the same server, in turn, so that what else this machine does falls on both alike.
{
  await using beside = await openDatabase(await server.newDatabase(), { width: 1 })
  await migrate(beside, [jobMigrations])
  await using short = openPostgresQueue(beside)
  await fill(1_000, 1, 'hog', beside)
  await fill(waiting, 1, 'hog')
  const [few = 0, many = 0] = await costOfOne(800, [short, queue])
  print(
    `taking one: ${few.toFixed(2)} ms with 1,000 in line, ${many.toFixed(2)} ms with ${waiting}: ${(many / few).toFixed(2)} times`,
  )
}

{
  const owner = 'newcomer'
  for (let n = 0; n < 20; n++) await queue.add({ payload: {}, title: 'work', owner })
  const times: number[] = []
  for (let n = 0; n < 200; n++) {
    const begin = performance.now()
    const listed = await queue.list({ owner })
    times.push(performance.now() - begin)
    if (listed.length !== 20) throw new Error(`Not the owner's own: ${listed.length}`)
  }
  const median = times.toSorted((a, b) => a - b)[100] ?? 0
  print(`an owner's 20 jobs listed beside ${waiting} of another: ${median.toFixed(2)} ms`)
  for (const { id } of await queue.list({ owner })) await queue.signal(id, 'cancel')
}

const delays: number[] = []
for (let n = 0; n < 20; n++) {
  const [owner, runner] = [`newcomer ${n}`, randomUUID()]
  const woken = Promise.withResolvers<void>()
  await using _ = await queue.subscribeToWork!(() => woken.resolve())
  await new Promise((resolve) => setTimeout(resolve, 100))
  const begin = performance.now()
  const { id } = await queue.add({ payload: {}, title: 'work', owner })
  await woken.promise
  const first = await queue.take(runner)
  delays.push(performance.now() - begin)
  if (first?.id !== id) throw new Error(`Another was served before the newcomer: ${first?.owner}`)
}
const sorted = delays.toSorted((a, b) => a - b)
print(
  `a newcomer behind ${waiting}: ${sorted[10]?.toFixed(1)} ms in the median, ${sorted.at(-1)?.toFixed(1)} ms at most`,
)
await queue[Symbol.asyncDispose]()
