import { mkdir, readdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { BackupJobRequest } from '../../../src/api/jobs.ts'
import { readEnvironment } from '../../../src/app/environment.ts'
import { openWorker } from '../../../src/app/jobs/open-worker.ts'
import { openContext } from '../../../src/app/open-context.ts'
import { makeTempDir, variablesOf } from '../../support/program.ts'
import { describePostgres } from '../../support/servers/postgres.ts'

const WAIT = { timeout: 60_000 }
/** What is waited for a minute in earnest. */
const clock = { now: () => 0, sleep: async () => {} }
const listener = { begun() {}, left() {}, trouble() {} }

describePostgres('a worker without the shared folder of archives', (running) => {
  test('makes none of its own, says why, and goes on when it sees the folder', async () => {
    const dir = await makeTempDir()
    const [music, keep] = [join(dir, 'Music'), join(dir, 'keep')]
    for (const folder of [music, keep]) await mkdir(folder)
    const environment = {
      ...readEnvironment({
        ...variablesOf(join(dir, 'cache')),
        SONGKEEP_DATABASE_URL: await running().newDatabase(),
      }),
      clock,
    }
    await using server = await openContext(environment, { width: 0, folders: [dir] })
    const { id: upload } = await server.uploads.receive('List.txt', bytesOf(), signal)
    const inputs = [{ kind: 'upload' as const, id: upload, name: 'List.txt' }]
    const preview = await server.preview(inputs, {}, signal)
    const into = join(keep, 'Anna')
    const order = { kind: 'backup', inputs: preview.inputs, libraries: [music], catalogues: [] }
    const request = BackupJobRequest.parse({ ...order, into, offline: true })
    const { id } = await server.jobs.add(request, 'anna')
    // The machine of the worker has another folder there, which is empty.
    await rename(keep, join(dir, 'mounted elsewhere'))
    await mkdir(keep)
    const worker = await openWorker(environment, 1, listener)
    onTestFinished(() => worker[Symbol.asyncDispose]())
    await vi.waitFor(async () => expect((await server.jobs.find(id))?.state).toBe('failed'), WAIT)
    expect(await server.jobs.find(id)).toMatchObject({
      fault: { reason: { code: 'app.archive-not-here' }, advice: { code: 'app.share-archives' } },
    })
    expect(await readdir(keep)).toEqual([])
    await rename(join(dir, 'mounted elsewhere'), keep)
    await server.jobs.resume(id)
    await vi.waitFor(async () => expect((await server.jobs.find(id))?.state).toBe('done'), WAIT)
    expect(await readdir(into)).toContain('lists.jsonl')
  })
})

const { signal } = new AbortController()

async function* bytesOf() {
  yield Buffer.from('Nobody - Nothing\nNo One - Never\n')
}
