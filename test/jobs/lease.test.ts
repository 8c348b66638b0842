import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test, vi } from 'vitest'
import { Lease } from '../../src/jobs/lease.ts'
import type { NewEntry, Queue, Update, Work } from '../../src/jobs/queue.ts'

const work: Work = {
  id: 'one',
  payload: {},
  title: 'one',
  owner: 'anna',
  state: 'running',
  adopted: false,
  createdAt: '2026-01-01T00:00:00.000Z',
  seq: 0,
}

/** A queue that takes its time, and may fail: what it was told, in the order in which it was done. */
function openSlow(ms: number, fails: (write: number) => boolean = () => false) {
  const done: string[] = []
  const entries = new Map<string, NewEntry>()
  let [writes, writing, most] = [0, 0, 0]
  const fake: Pick<Queue, 'write' | 'end' | 'heartbeat'> = {
    async write(_, __, update: Update) {
      most = Math.max(most, ++writing)
      const write = writes++
      await sleep(ms)
      writing--
      if (fails(write)) throw new Error('The disk is full.')
      for (const entry of update.entries ?? []) {
        const detail = entry.detail ?? entries.get(entry.key)?.detail
        entries.delete(entry.key)
        entries.set(entry.key, { ...entry, detail })
      }
      done.push(`write ${(update.entries ?? []).map(({ key, data }) => `${key}=${data}`)}`)
      return true
    },
    async end(_, __, state) {
      await sleep(ms)
      done.push(`end ${state}`)
      return true
    },
    heartbeat: async () => (done.some((each) => each.startsWith('end')) ? 'lost' : undefined),
  }
  const lease = new Lease(fake as Queue, work, 'runner')
  onTestFinished(() => lease[Symbol.dispose]())
  return { lease, done, entries, mostAtOnce: () => most }
}

test('writes never overlap, and the latest of each key arrives before the end', async () => {
  const { lease, done, entries, mostAtOnce } = openSlow(30)
  const flushes: Promise<void>[] = []
  for (let count = 0; count < 5; count++) {
    lease.put({ key: 'count', data: count })
    flushes.push(lease.flush())
    await sleep(5)
  }
  lease.put({ key: 'last', data: 'x' })
  await lease.end('done')
  await Promise.all(flushes)
  expect(mostAtOnce()).toBe(1)
  expect(done.at(-1)).toBe('end done')
  expect([...entries.values()]).toMatchObject([
    { key: 'count', data: 4 },
    { key: 'last', data: 'x' },
  ])
})

test('what is reported while the last write is under way is written before the end', async () => {
  const { lease, done } = openSlow(30)
  lease.put({ key: 'a', data: 1 })
  const ending = lease.end('done')
  await sleep(10)
  lease.put({ key: 'a', data: 2 })
  await ending
  expect(done).toEqual(['write a=1', 'write a=2', 'end done'])
})

test('what could not be written is kept, with its detail, and never replaces what is newer', async () => {
  const { lease, entries } = openSlow(20, (write) => write === 0)
  lease.put({ key: 'a', data: 1, detail: 'why' })
  lease.put({ key: 'b', data: 1 })
  const failed = expect(lease.flush()).rejects.toThrow('The disk is full.')
  await sleep(5)
  lease.put({ key: 'a', data: 2 })
  await failed
  await lease.flush()
  expect([...entries.values()]).toMatchObject([
    { key: 'b', data: 1 },
    { key: 'a', data: 2, detail: 'why' },
  ])
})

test('a write that fails in the background is tried again', async () => {
  const { lease, entries } = openSlow(1, (write) => write === 0)
  lease.put({ key: 'a', data: 1 })
  await vi.waitFor(() => expect(entries.get('a')).toMatchObject({ data: 1 }), { timeout: 20_000 })
})

test('a heartbeat that comes while the work ends does not call it lost', async () => {
  const { lease } = openSlow(400)
  await lease.end('paused')
  await sleep(300)
  expect(lease.stopReason).toBeUndefined()
  expect(lease.signal.aborted).toBe(false)
})

test('facts that are not named again stay, those of a runner before too', async () => {
  const written: unknown[] = []
  const fake: Pick<Queue, 'write' | 'heartbeat'> = {
    write: async (_, __, { facts }) => written.push(facts) > 0,
    heartbeat: async () => undefined,
  }
  using lease = new Lease(fake as Queue, { ...work, facts: { done: 3, total: 9 } }, 'runner')
  lease.update({ facts: { resting: 1 } })
  await lease.flush()
  lease.update({ facts: { done: 4, total: 9 } })
  lease.update({ title: 'two' })
  await lease.flush()
  lease.update({ facts: { resting: undefined } })
  await lease.flush()
  expect(written).toEqual([
    { done: 3, total: 9, resting: 1 },
    { done: 4, total: 9, resting: 1 },
    { done: 4, total: 9 },
  ])
})
