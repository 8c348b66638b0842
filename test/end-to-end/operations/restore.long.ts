import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '../../../src/base/postgres/database.ts'
import { migrate } from '../../../src/base/postgres/migrate.ts'
import { jobMigrations } from '../../../src/jobs/postgres/migrations/all.ts'
import { openPostgresQueue } from '../../../src/jobs/postgres/postgres-queue.ts'
import type { NewWork, Queue } from '../../../src/jobs/queue.ts'
import { openSqliteQueue } from '../../../src/jobs/sqlite/sqlite-queue.ts'
import { bin, listFiles, runProgram } from '../../support/program.ts'
import { makeWav } from '../../support/sound.ts'
import { startDebianPostgres } from './debian-postgres.ts'

const page = join(import.meta.dirname, '../../../docs/many.md')

/** The commands of a block of the page, word for word. */
async function readBlock(name: string): Promise<string> {
  const text = await readFile(page, 'utf8')
  const block = new RegExp(`^\`\`\`sh ${name}\\n([^]*?)^\`\`\`$`, 'm').exec(text)?.[1]
  if (!block) throw new Error(`The page has no block called ${name}.`)
  return block
}

/** Runs a block as whoever reads the page would: in a shell, with the variables that it names. */
async function follow(name: string, home: string, variables: Record<string, string>, path = '') {
  const programs = join(home, 'bin')
  await mkdir(programs, { recursive: true })
  const program = `#!/bin/sh\nexec "${process.execPath}" "${bin}" "$@"\n`
  await writeFile(join(programs, 'songkeep'), program, { mode: 0o755 })
  const env = {
    ...process.env,
    ...{ SONGKEEP_CACHE: join(home, 'cache'), SONGKEEP_CONFIG: join(home, 'config') },
    ...{ SONGKEEP_DATA: variables.STATE ?? join(home, 'none'), SONGKEEP_OFFLINE: '1' },
    ...variables,
    PATH: [programs, path, process.env.PATH].join(':'),
  }
  const script = await readBlock(name)
  const { status, stdout, stderr } = spawnSync('bash', ['-euc', script], { env, encoding: 'utf8' })
  expect({ status, said: status === 0 ? '' : stdout + stderr }).toEqual({ status: 0, said: '' })
  return stdout
}

async function makeHome(): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'songkeep-restore-'))
  onTestFinished(() => rm(home, { recursive: true, force: true }))
  return home
}

const works: readonly NewWork[] = ['one', 'two'].map((title) => ({
  ...{ payload: { title }, title, owner: 'anna', exclusiveKey: '/keep' },
}))

/** What a queue holds that must come back: one that has run, with an entry, and one that waits. */
async function fill(queue: Queue) {
  for (const work of works) await queue.add(work)
  const taken = await queue.take('runner')
  const id = taken?.id ?? ''
  await queue.write(id, 'runner', { entries: [{ key: '0.1', data: { a: 1 }, detail: 'all' }] })
  await queue.end(id, 'runner', 'done')
  return { id, all: await queue.list() }
}

test('state and archive are restored on an empty place by the page’s own commands', async () => {
  const home = await makeHome()
  const [music, list] = [join(home, 'music'), join(home, 'Evening.txt')]
  const before = { STATE: join(home, 'old/state'), KEEP: join(home, 'old/keep') }
  const BACKUP = join(home, 'backup')
  for (const path of [music, before.STATE]) await mkdir(path, { recursive: true })
  await writeFile(join(music, 'The Testers - Amber.wav'), makeWav(1, 1))
  await writeFile(list, 'The Testers - Amber\nThe Testers - Nowhere\n')
  await runProgram(['backup', list, '-l', music, '-i', before.KEEP], join(home, 'cache'))
  const queue = await openSqliteQueue(join(before.STATE, 'jobs.sqlite'))
  const filled = await fill(queue)
  await queue[Symbol.asyncDispose]()
  const kept = await listFiles(join(before.KEEP, 'Evening'))
  expect(kept.some((path) => path.endsWith('.mp3'))).toBe(true)
  await follow('backup', home, { ...before, BACKUP })

  // The machine is gone; another one, where nothing is.
  await rm(join(home, 'old'), { recursive: true })
  await rm(join(home, 'cache'), { recursive: true, force: true })
  const after = { STATE: join(home, 'new/state'), KEEP: join(home, 'new/keep') }
  const verified = await follow('restore', home, { ...after, BACKUP })
  expect(verified).toMatch(/sound|whole|ok|1/i)
  expect(await listFiles(join(after.KEEP, 'Evening'))).toEqual(kept)
  await using restored = await openSqliteQueue(join(after.STATE, 'jobs.sqlite'))
  expect(await restored.list()).toEqual(filled.all)
  expect(await restored.findEntry(filled.id, '0.1')).toMatchObject({ detail: 'all' })
})

test('so is a database, by pg_dump and pg_restore', async () => {
  await using postgres = await startDebianPostgres()
  if (!postgres) {
    console.warn('SKIPPED, no PostgreSQL with pg_dump on this machine: restoring a database')
    return
  }
  const home = await makeHome()
  const BACKUP = join(home, 'backup')
  await mkdir(BACKUP)
  for (const name of ['old', 'new']) postgres.create(name)
  const old = await openDatabase(postgres.url('old'))
  await migrate(old, [jobMigrations])
  const queue = openPostgresQueue(old)
  const filled = await fill(queue)
  await queue[Symbol.asyncDispose]()
  await old[Symbol.asyncDispose]()
  const variables = (name: string) => ({ BACKUP, SONGKEEP_DATABASE_URL: postgres.url(name) })
  await follow('backup-database', home, variables('old'), postgres.bin)
  await follow('restore-database', home, variables('new'), postgres.bin)

  await using database = await openDatabase(postgres.url('new'))
  // As a process does that starts: nothing is left to migrate.
  await migrate(database, [jobMigrations])
  await using restored = openPostgresQueue(database)
  expect(await restored.list()).toEqual(filled.all)
  expect(await restored.findEntry(filled.id, '0.1')).toMatchObject({ detail: 'all' })
  expect((await restored.take('another'))?.title).toBe('two')
})
