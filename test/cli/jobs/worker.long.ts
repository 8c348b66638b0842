import { randomUUID } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { jobOfBackup } from '../../../src/app/backups/record-run.ts'
import { openDatabase } from '../../../src/base/postgres/database.ts'
import { migrate } from '../../../src/base/postgres/migrate.ts'
import { jobMigrations } from '../../../src/jobs/postgres/migrations/all.ts'
import { openPostgresQueue } from '../../../src/jobs/postgres/postgres-queue.ts'
import { completeRequest } from '../../../src/model/backup/request.ts'
import { makeTempDir, startProgram } from '../../support/program.ts'
import { describePostgres } from '../../support/servers/postgres.ts'

const WAIT = { timeout: 60_000 }

describePostgres('songkeep worker', (running) => {
  const open = async () => {
    const dir = await makeTempDir()
    const url = await running().newDatabase()
    const database = await openDatabase(url)
    onTestFinished(() => database[Symbol.asyncDispose]())
    await migrate(database, [jobMigrations])
    const queue = openPostgresQueue(database)
    onTestFinished(() => queue[Symbol.asyncDispose]())
    const music = join(dir, 'Music')
    await mkdir(music)
    const start = (...args: string[]) => {
      const variables = { SONGKEEP_DATABASE_URL: url }
      const program = startProgram(['worker', ...args], join(dir, 'cache'), '', variables)
      onTestFinished(() => void program.child.kill('SIGKILL'))
      return program
    }
    /** A backup of two tracks that are nowhere: it ends with a report. */
    const add = async (
      name: string,
      inputs?: readonly { kind: 'reading'; id: string; name: string }[],
    ) => {
      const list = join(dir, `${name}.csv`)
      await writeFile(list, 'artist,title\nNobody,Nothing\nNo One,Never\n')
      const into = join(dir, name)
      const request = completeRequest({ inputs: [list], libraries: [music], into, offline: true })
      const payload = { ...jobOfBackup(request), ...(inputs && { inputs }) }
      return await queue.add({ payload, title: name, owner: 'anna', exclusiveKey: into })
    }
    return { dir, url, database, queue, start, add }
  }

  test('several do each job once; what runs when one is stopped goes back in line', async () => {
    const { queue, start, add } = await open()
    const names = Array.from({ length: 6 }, (_, n) => `Keep ${n}`)
    for (const name of names) await add(name)
    const first = start('--width', '1')
    let said = ''
    first.child.stdout.on('data', (chunk) => (said += chunk))
    await vi.waitFor(() => expect(said).toContain('begun'), WAIT)
    first.child.kill('SIGTERM')
    expect(await first.ended).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('Stopping'),
    })
    const { states } = await queue.count()
    expect(states.running ?? 0).toBe(0)
    expect(states.queued).toBeGreaterThanOrEqual(4)
    const others = [start(), start('--width', '1')]
    await vi.waitFor(async () => expect((await queue.count()).states.done).toBe(6), WAIT)
    for (const { child } of others) child.kill('SIGINT')
    const outputs = [
      said,
      ...(await Promise.all(others.map(({ ended }) => ended))).map((end) => end.stdout),
    ]
    for (const name of names)
      expect(outputs.join('').match(new RegExp(`ended .*${name}: done`, 'g'))).toHaveLength(1)
    expect(outputs[1]).toContain('/test_')
  })

  test('an upload that lies on another machine is told, with what to do', async () => {
    const { queue, start, add } = await open()
    const { id } = await add('Keep', [{ kind: 'reading', id: randomUUID(), name: 'Export' }])
    start()
    await vi.waitFor(async () => expect((await queue.find(id))?.state).toBe('failed'), WAIT)
    expect(await queue.find(id)).toMatchObject({
      fault: { reason: { code: 'app.import-not-here' }, advice: { code: 'app.share-data-folder' } },
    })
  })

  test('a program that is older than the database says so, and goes on', async () => {
    const { database, queue, start, add } = await open()
    await database.run(
      `INSERT INTO songkeep.migrations (set, number, breaks) VALUES ('jobs', 99, false)`,
    )
    const { id } = await add('Keep')
    const { child, ended } = start()
    await vi.waitFor(async () => expect((await queue.find(id))?.state).toBe('done'), WAIT)
    child.kill('SIGTERM')
    expect((await ended).stderr).toContain('migration 99')
  })

  test('a database that comes later is waited for, and that is said', async () => {
    const { queue, start, add } = await open()
    const { id } = await add('Keep')
    await running().kill()
    const { child } = start()
    let said = ''
    child.stderr.on('data', (chunk) => (said += chunk))
    await vi.waitFor(() => expect(said).toContain('does not answer yet'), WAIT)
    await running().restart()
    await vi.waitFor(async () => expect((await queue.find(id))?.state).toBe('done'), WAIT)
  })

  test('without its database it ends with an error that does not show the password', async () => {
    const dir = await makeTempDir()
    const SONGKEEP_DATABASE_URL = running()
      .url('not_there')
      .replace('127', 'anna:hush@127')
      .replace(/\/\/.*anna/, '//anna')
    const { ended } = startProgram(['worker'], join(dir, 'cache'), '', { SONGKEEP_DATABASE_URL })
    const { code, stdout, stderr } = await ended
    expect(code).not.toBe(0)
    expect(stderr).toContain('not_there')
    expect(stdout + stderr).not.toContain('hush')
  })
})
