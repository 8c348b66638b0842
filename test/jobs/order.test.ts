import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { orderWaiting } from '../../src/jobs/order.ts'
import type { Queue } from '../../src/jobs/queue.ts'
import { openSqliteQueue } from '../../src/jobs/sqlite/sqlite-queue.ts'
import { makeTempDir } from '../support/program.ts'

/** Takes one work after another to its end. */
async function runAll(queue: Queue): Promise<readonly string[]> {
  const taken: string[] = []
  for (let work = await queue.take('runner'); work; work = await queue.take('runner')) {
    taken.push(work.id)
    await queue.end(work.id, 'runner', 'done')
  }
  return taken
}

test('what waits is told in the order in which it is taken, whoever owns it', async () => {
  const dir = await makeTempDir()
  let runs = 0
  const owners = fc.array(fc.constantFrom('ann', 'bo', 'nightly'), { minLength: 1, maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(owners, async (given) => {
      let now = Date.parse('2026-11-29T20:00:00Z')
      const clock = () => (now += 1000)
      await using queue = await openSqliteQueue(join(dir, `jobs-${runs++}.sqlite`), { clock })
      const add = (owner: string, at: number) =>
        queue.add({ payload: {}, title: String(at), owner, exclusiveKey: String(at % 2) })
      await add('ann', 0)
      await runAll(queue)
      for (const [at, owner] of given.entries()) await add(owner, at)
      const told = orderWaiting(await queue.list()).map(({ id }) => id)
      expect(await runAll(queue)).toEqual(told)
    }),
    { numRuns: 6 },
  )
})

test('what waits for its archive comes after what need not', async () => {
  const work = { state: 'queued', owner: 'ann', exclusiveKey: '/keep' } as const
  const order = orderWaiting([
    { ...work, id: 'other', exclusiveKey: '/other' },
    { ...work, id: 'waits' },
    { ...work, id: 'runs', state: 'running', startedAt: '2026-11-29T20:00:00Z' },
  ])
  expect(order.map(({ id }) => id)).toEqual(['other', 'waits'])
})
