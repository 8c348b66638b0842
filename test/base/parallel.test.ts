import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { inParallel } from '../../src/base/parallel.ts'

test('yields every result and never runs more than the width at once', async () => {
  let running = 0
  let most = 0
  const results: number[] = []
  for await (const result of inParallel([5, 1, 4, 2, 3, 6], 3, async (item) => {
    most = Math.max(most, ++running)
    await sleep(item)
    running--
    return item * 10
  }))
    results.push(result)
  expect(results.toSorted((a, b) => a - b)).toEqual([10, 20, 30, 40, 50, 60])
  expect(most).toBe(3)
})

test('starts nothing new after a failure, and waits for what runs', async () => {
  const started: number[] = []
  const finished: number[] = []
  const run = async () => {
    for await (const _ of inParallel([0, 1, 2, 3, 4], 2, async (item) => {
      started.push(item)
      await sleep(item === 0 ? 1 : 20)
      if (item === 0) throw new Error('broken')
      finished.push(item)
    }));
  }
  await expect(run()).rejects.toThrow('broken')
  expect(started).toEqual([0, 1])
  expect(finished).toEqual([1])
})

test('a listener that leaves early stops the rest', async () => {
  const started: number[] = []
  for await (const item of inParallel([0, 1, 2, 3, 4, 5], 2, async (i) => {
    started.push(i)
    return i
  })) {
    if (item === 1) break
  }
  expect(started.length).toBeLessThan(6)
})
