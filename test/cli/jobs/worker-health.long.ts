import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { jobOfBackup } from '../../../src/app/backups/record-run.ts'
import { openDatabase } from '../../../src/base/postgres/database.ts'
import { migrate } from '../../../src/base/postgres/migrate.ts'
import { jobMigrations } from '../../../src/jobs/postgres/migrations/all.ts'
import { openPostgresQueue } from '../../../src/jobs/postgres/postgres-queue.ts'
import { completeRequest } from '../../../src/model/backup/request.ts'
import { startOtlpCollector } from '../../support/hosts/otlp-collector.ts'
import { makeTempDir, startProgram } from '../../support/program.ts'
import { ask } from '../../support/servers/page-server.ts'
import { describePostgres } from '../../support/servers/postgres.ts'

const WAIT = { timeout: 60_000 }
/** What is the user's: neither log, metrics nor traces may hold it. */
const TITLE = 'Zirkonlied'

describePostgres('the operations side of a worker', (running) => {
  const open = async () => {
    const dir = await makeTempDir()
    const url = await running().newDatabase()
    const database = await openDatabase(url)
    onTestFinished(() => database[Symbol.asyncDispose]())
    await migrate(database, [jobMigrations])
    return { dir, url, database }
  }

  /** A worker whose health is asked for, with all that it has said until now. */
  const start = async (dir: string, url: string, variables: NodeJS.ProcessEnv = {}) => {
    const given = { SONGKEEP_DATABASE_URL: url, ...variables }
    const args = ['worker', '--health-port', '0']
    const program = startProgram(args, join(dir, 'cache'), '', given)
    onTestFinished(() => void program.child.kill('SIGKILL'))
    let said = ''
    program.child.stdout.on('data', (chunk) => (said += chunk))
    program.child.stderr.on('data', (chunk) => (said += chunk))
    const address = await vi.waitFor(() => {
      const found = /http:\/\/[\d.:]+(?=\/readyz)/.exec(said)
      if (!found) throw new Error(`No address yet: ${said}`)
      return found[0]
    }, WAIT)
    return { ...program, address, said: () => said }
  }

  const readiness = async (address: string) => {
    const { status, json } = await ask(address, '/readyz')
    return { status, notReady: json.notReady as string[] }
  }

  test('metrics, log and traces tell of a run, and nothing of what is the user’s', async () => {
    const { dir, url, database } = await open()
    await using queue = openPostgresQueue(database)
    await using collector = await startOtlpCollector()
    const { address, child, said } = await start(dir, url, {
      SONGKEEP_LOG: 'json',
      SONGKEEP_METRICS: '1',
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.address,
    })
    expect(await ask(address, '/healthz')).toMatchObject({ status: 200 })
    expect(await readiness(address)).toEqual({ status: 200, notReady: [] })
    const music = join(dir, 'Music')
    await mkdir(music)
    const list = join(dir, `${TITLE}.txt`)
    await writeFile(list, `Nobody - ${TITLE}\nNo One - Never\n`)
    const into = join(dir, 'Keep')
    const request = completeRequest({ inputs: [list], libraries: [music], into, offline: true })
    const { id } = await queue.add({ payload: jobOfBackup(request), title: TITLE, owner: 'anna' })
    await vi.waitFor(
      async () => expect(await queue.find(id)).toMatchObject({ state: 'done', fault: undefined }),
      WAIT,
    )
    const metrics = await vi.waitFor(async () => {
      const { text } = await ask(address, '/metrics')
      expect(text).toMatch(/^songkeep_runs_total\{kind="backup",result="done"\} 1$/m)
      return text
    }, WAIT)
    expect(metrics).toMatch(/^songkeep_jobs\{state="done"\} 1$/m)
    child.kill('SIGTERM')
    await once(child, 'close')
    expect(child.exitCode).toBe(0)
    const events = said()
      .split('\n')
      .flatMap((line) => (line.startsWith('{') ? [JSON.parse(line)] : []))
    expect(events).toContainEqual(
      expect.objectContaining({ event: 'run', result: 'done', job: id }),
    )
    expect(events.at(-1)).toMatchObject({ event: 'process', state: 'stopped' })
    expect(collector.spans.map(({ name }) => name)).toContain('run')
    const told = [said(), metrics, ...collector.bodies].join('\n')
    expect(told).not.toContain(TITLE)
    expect(told).not.toContain(dir)
  })

  test('while PostgreSQL is away it is alive and not ready', async () => {
    const { dir, url, database } = await open()
    const { address } = await start(dir, url)
    expect(await readiness(address)).toEqual({ status: 200, notReady: [] })
    await database[Symbol.asyncDispose]()
    await running().kill()
    const away = { status: 503, notReady: ['database'] }
    await vi.waitFor(async () => expect(await readiness(address)).toEqual(away), WAIT)
    expect(await ask(address, '/healthz')).toMatchObject({ status: 200 })
    await running().restart()
    await vi.waitFor(async () => expect((await readiness(address)).status).toBe(200), WAIT)
  })

  test('while it is draining it is not ready, and says so until it ends', async () => {
    const { dir, url, database } = await open()
    const { address, child } = await start(dir, url)
    expect((await readiness(address)).status).toBe(200)
    await database.transaction(async (statements) => {
      await statements.run('LOCK TABLE songkeep.job')
      await vi.waitFor(async () => {
        const waiting = await statements.query('SELECT 1 FROM pg_locks WHERE NOT granted')
        expect(waiting).not.toEqual([])
      }, WAIT)
      // It has asked for work, and cannot end before it knows whether it was given some.
      child.kill('SIGTERM')
      const stopping = { status: 503, notReady: ['stopping'] }
      await vi.waitFor(async () => expect(await readiness(address)).toEqual(stopping), WAIT)
    })
    if (child.exitCode === null) await once(child, 'close')
    expect(child.exitCode).toBe(0)
  })
})
