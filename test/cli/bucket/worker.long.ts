import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openJobQueue } from '../../../src/app/jobs/open-jobs.ts'
import { completeRequest } from '../../../src/model/backup/request.ts'
import { S3Store } from '../../../src/storage/s3/s3-store.ts'
import { writeMusic } from '../../end-to-end/fleet/songs.ts'
import { makeTempDir } from '../../support/program.ts'
import { describePostgres } from '../../support/servers/postgres.ts'
import { ceph, describeS3, newBucket } from '../../support/servers/s3-server.ts'
import { expectWhole, hostAt, readBucket } from './support.ts'

/** A host that died is waited for: its lease, its turn, and what a busy machine needs besides. */
const WAIT = { timeout: 240_000, interval: 500 }

describePostgres('workers that share no folder', (postgres) => {
  describeS3('with an archive at Ceph', ceph, (s3) => {
    test('one dies over its work, the other goes on with it: each track is kept once', async () => {
      const dir = await makeTempDir()
      const access = await newBucket(s3())
      const [list] = await writeMusic(dir, { lists: 1, tracks: 10, open: 0 })
      const databaseUrl = await postgres().newDatabase()
      await using queue = await openJobQueue(join(dir, 'none'), { databaseUrl })
      const into = `s3://${access.bucket}/keep`
      const { path, library } = list!
      const request = completeRequest({ inputs: [path], libraries: [library], into, jobs: 1 })
      const payload = {
        ...request,
        kind: 'backup',
        inputs: [{ kind: 'file', path }],
        offline: true,
      }
      const job = await queue.add({ payload, title: 'Keep', owner: 'anna', exclusiveKey: into })
      await using store = new S3Store(access, 'keep')
      const start = (name: string) => {
        const host = hostAt(join(dir, name), s3(), { SONGKEEP_DATABASE_URL: databaseUrl })
        const worker = host.start('worker', '--width', '1')
        onTestFinished(() => void worker.child.kill('SIGKILL'))
        return worker
      }
      const first = start('first')
      const kept = async () => (await readBucket(store)).files.length
      await vi.waitFor(async () => expect(await kept()).toBeGreaterThan(2), WAIT)
      first.child.kill('SIGKILL')
      start('second')
      await vi.waitFor(async () => expect((await queue.find(job.id))?.state).toBe('done'), WAIT)
      const state = await readBucket(store)
      expect(state.files).toHaveLength(10)
      expect(new Set(state.files.map(({ sha256 }) => sha256)).size).toBe(10)
      await expectWhole(state, store)
    })
  })
})
