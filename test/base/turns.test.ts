import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { inParallel } from '../../src/base/parallel.ts'
import { Sequencer } from '../../src/base/sequencer.ts'

test('parallel work passes the point in order, whatever its speed, and those that end early free the rest', async () => {
  const turns = new Sequencer()
  const order: number[] = []
  const speeds = [9, 1, 5, 0, 7, 2, 3, 8, 4, 6]
  for await (const _ of inParallel(speeds, 4, async (speed, index) => {
    try {
      await sleep(speed)
      if (index % 3 === 1) return
      await turns.take(index)
      order.push(index)
      turns.pass(index)
      await sleep(10 - speed)
    } finally {
      turns.pass(index)
    }
  }));
  expect(order).toEqual([0, 2, 3, 5, 6, 8, 9])
})
