import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { Lease } from '../../src/jobs/lease.ts'
import type { Queue, WorkState } from '../../src/jobs/queue.ts'
import { openSqliteQueue } from '../../src/jobs/sqlite/sqlite-queue.ts'
import { startWorkers } from '../../src/jobs/worker.ts'
import { UserError } from '../../src/words/user-error.ts'

function makeFile(): string {
  const dir = mkdtempSync(join(tmpdir(), 'songkeep-test-'))
  onTestFinished(() => rmSync(dir, { recursive: true }))
  return join(dir, 'jobs.sqlite')
}

async function open(path: string, clock?: () => number): Promise<Queue> {
  const queue = await openSqliteQueue(path, { clock })
  onTestFinished(() => queue[Symbol.asyncDispose]())
  return queue
}

const makeQueue = () => open(makeFile())

const noFault = (error: unknown) => {
  throw error
}

function start(queue: Queue, run: (lease: Lease) => Promise<void>, width = 1) {
  const workers = startWorkers(queue, { width, run, onFault: noFault })
  onTestFinished(() => workers[Symbol.asyncDispose]())
  return workers
}

const add = async (queue: Queue, title: string) =>
  (await queue.add({ payload: {}, title, owner: 'anna' })).id

const until = (queue: Queue, id: string, state: WorkState) =>
  vi.waitFor(async () => expect(await queue.find(id)).toMatchObject({ state }), { timeout: 20_000 })

const untilStopped = ({ signal }: Lease) =>
  new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()))

test('what is in line is done, and what was said is there, the latest of each key', async () => {
  const queue = await makeQueue()
  const id = await add(queue, 'one')
  start(queue, async (lease) => {
    for (let count = 0; count <= 1_000; count++) lease.put({ key: 'count', data: count })
    lease.put({ key: 'why', data: 1, detail: 'because' })
    lease.put({ key: 'why', data: 2 })
    lease.update({ facts: { done: 1 } })
  })
  await until(queue, id, 'done')
  expect((await queue.entriesAfter(id, 0, 10)).entries).toEqual([
    { key: 'count', data: 1_000 },
    { key: 'why', data: 2 },
  ])
  // A thousand words between two flushes are one on the disk.
  expect(await queue.find(id)).toMatchObject({ seq: 2, facts: { done: 1 } })
  expect((await queue.findEntry(id, 'why'))?.detail).toBe('because')
})

test('no more than the width run at once, and what comes later is found', async () => {
  const queue = await makeQueue()
  let [now, most] = [0, 0]
  const workers = start(
    queue,
    async () => {
      most = Math.max(most, ++now)
      await sleep(20)
      now--
    },
    2,
  )
  const titles = ['one', 'two', 'three', 'four', 'five']
  const ids = await Promise.all(titles.map((title) => add(queue, title)))
  workers.wake()
  for (const id of ids) await until(queue, id, 'done')
  expect(most).toBe(2)
})

test.each([
  ['pause', 'paused'],
  ['cancel', 'cancelled'],
] as const)('%s stops what runs', async (signal, state) => {
  const queue = await makeQueue()
  const id = await add(queue, 'one')
  start(queue, untilStopped)
  await until(queue, id, 'running')
  await queue.signal(id, signal)
  await until(queue, id, state)
})

test('a fault is told in the words for the user; the worker goes on', async () => {
  const queue = await makeQueue()
  const first = await add(queue, 'one')
  const second = await add(queue, 'two')
  start(queue, async ({ work }) => {
    if (work.title === 'one') throw new UserError('The disk is full.', 'Make room.')
  })
  await until(queue, second, 'done')
  expect(await queue.find(first)).toMatchObject({
    state: 'failed',
    fault: { message: 'The disk is full.', hint: 'Make room.' },
  })
})

test('a worker that leaves puts its work back in line, and the next one takes it up', async () => {
  const queue = await makeQueue()
  const id = await add(queue, 'one')
  const first = startWorkers(queue, {
    width: 1,
    onFault: noFault,
    run: async (lease) => {
      lease.put({ key: 'half', data: true })
      await untilStopped(lease)
    },
  })
  await until(queue, id, 'running')
  await first[Symbol.asyncDispose]()
  expect(await queue.find(id)).toMatchObject({ state: 'queued' })
  expect((await queue.entriesAfter(id, 0, 10)).entries).toHaveLength(1)
  start(queue, async () => {})
  await until(queue, id, 'done')
})

test('who has lost his work stops, and says nothing more of it', async () => {
  const path = makeFile()
  const queue = await open(path)
  const id = await add(queue, 'one')
  let stopped = false
  start(queue, async (lease) => {
    await untilStopped(lease)
    lease.put({ key: 'late', data: true })
    stopped = true
  })
  await until(queue, id, 'running')
  // To one whose clock is a minute ahead the first has been silent for too long.
  const other = await open(path, () => Date.now() + 60_000)
  const runner = randomUUID()
  expect((await other.take(runner))?.id).toBe(id)
  await vi.waitFor(() => expect(stopped).toBe(true), { timeout: 20_000 })
  await sleep(300)
  expect(await other.heartbeat(id, runner)).toBeUndefined()
  expect(await other.find(id)).toMatchObject({ state: 'running', seq: 0 })
})
