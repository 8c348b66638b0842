import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { streamEvents } from '../../src/base/events.ts'

test('yields what is emitted, in order, then the result', async () => {
  const stream = streamEvents<number, string>(async (emit) => {
    emit(1)
    await sleep(5)
    emit(2)
    emit(3)
    return 'done'
  })
  const seen: unknown[] = []
  for (;;) {
    const step = await stream.next()
    seen.push(step.value)
    if (step.done) break
  }
  expect(seen).toEqual([1, 2, 3, 'done'])
})

test('throws what the work throws, after what it emitted', async () => {
  const seen: number[] = []
  const read = async () => {
    for await (const event of streamEvents<number, void>(async (emit) => {
      emit(1)
      throw new Error('broken')
    }))
      seen.push(event)
  }
  await expect(read()).rejects.toThrow('broken')
  expect(seen).toEqual([1])
})

test('a listener that leaves early stops the work, and goes on when it has ended', async () => {
  let ended = false
  const stream = streamEvents<number, void>(async (emit, left) => {
    emit(1)
    await new Promise<void>((resolve) => left.addEventListener('abort', () => resolve()))
    await sleep(10)
    ended = true
  })
  for await (const _ of stream) break
  expect(ended).toBe(true)
})
