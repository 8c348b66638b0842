import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { openJobImports, openJobQueue } from '../../../src/app/jobs/open-jobs.ts'
import { runJob } from '../../../src/app/jobs/run-job.ts'
import { whenFree } from '../../../src/app/jobs/when-free.ts'
import { openArchive } from '../../../src/archive/archive.ts'
import { Lease } from '../../../src/jobs/lease.ts'
import { completeRequest } from '../../../src/model/backup/request.ts'
import { makeTempDir } from '../../support/program.ts'

const met = vi.hoisted(() => Promise.withResolvers<void>())

vi.mock('../../../src/base/lock.ts', async (original) => {
  const real = await original<typeof import('../../../src/base/lock.ts')>()
  return {
    ...real,
    takeLock(path: string) {
      try {
        return real.takeLock(path)
      } catch (error) {
        met.resolve()
        throw error
      }
    },
  }
})

const locked = { reason: { code: 'storage.locked' } }
const never = new AbortController().signal

test('a job whose archive another run still has open begins when that has let it go', async () => {
  const dir = await makeTempDir()
  const [list, into] = [join(dir, 'list.csv'), join(dir, 'Keep')]
  await writeFile(list, 'Title,Artist\nAmber,Nobody\n')
  await using queue = await openJobQueue(dir, {})
  const request = completeRequest({ inputs: [list], into, offline: true })
  const payload = { ...request, kind: 'backup', inputs: [{ kind: 'file', path: list }] }
  await queue.add({ payload, title: 'List', owner: 'anna' })
  const work = await queue.take('me')
  using lease = new Lease(queue, work!, 'me')
  const held = await openArchive(into)
  const letGo = met.promise.then(() => held[Symbol.asyncDispose]())
  await runJob(lease, await openJobImports(dir), { cacheDir: dir, processors: 1, offline: true })
  await letGo
})

test('a job that waits for its archive gives up after a while, and at once when it is asked to stop', async () => {
  const dir = await makeTempDir()
  await using _held = await openArchive(dir)
  const open = async () => (await openArchive(dir))[Symbol.asyncDispose]()
  await expect(whenFree(open, never, { patienceMs: 50, pauseMs: 10 })).rejects.toMatchObject(locked)
  const stop = new AbortController()
  const waiting = whenFree(open, stop.signal)
  stop.abort()
  await waiting
})

test('what else goes wrong with a job is not tried again', async () => {
  let runs = 0
  const run = async () => {
    runs++
    throw new Error('broken')
  }
  await expect(whenFree(run, never)).rejects.toThrow('broken')
  expect(runs).toBe(1)
})
