import { expect, test } from 'vitest'
import { Semaphore } from '../../src/base/semaphore.ts'

/** Lets all that can go on go on. */
const settle = () => new Promise((resolve) => setImmediate(resolve))

/** Who is let through, in order; `release` ends the first of those inside. */
function watch(semaphore: Semaphore) {
  const passed: string[] = []
  const inside: Disposable[] = []
  const enter = (name: string, size?: number) =>
    semaphore.acquire(size).then((permit) => {
      passed.push(name)
      inside.push(permit)
    })
  return { passed, inside, enter, release: () => inside.shift()?.[Symbol.dispose]() }
}

test('the largest of those that wait goes first, and equals in the order in which they came', async () => {
  const { passed, inside, enter, release } = watch(new Semaphore(2))
  const sizes = { a: 1, b: 2, c: 3, d: 9, e: 3, f: Number.POSITIVE_INFINITY }
  const all = Object.entries(sizes).map(([name, size]) => enter(name, size))
  await settle()
  expect(passed).toEqual(['a', 'b'])
  while (inside.length > 0) {
    release()
    await settle()
    expect(inside.length).toBeLessThanOrEqual(2)
  }
  await Promise.all(all)
  expect(passed.join('')).toBe('abfdce')
})

test('one that was overtaken often enough goes next', async () => {
  const { passed, enter, release } = watch(new Semaphore(1, 3))
  await enter('first', 5)
  const small = enter('small', 1)
  for (let at = 0; at < 5; at++) {
    void enter(`large ${at}`, 9)
    await settle()
    release()
    await settle()
  }
  await small
  expect(passed).toEqual(['first', 'large 0', 'large 1', 'large 2', 'small', 'large 3'])
})

test('a permit counts once, however often it is given back', async () => {
  const { passed, inside, enter } = watch(new Semaphore(1))
  void enter('a')
  void enter('b')
  void enter('c')
  await settle()
  const [first] = inside
  first?.[Symbol.dispose]()
  first?.[Symbol.dispose]()
  await settle()
  expect(passed).toEqual(['a', 'b'])
})

test('none passes until there are permits, and none once it is closed', async () => {
  const semaphore = new Semaphore(0)
  const { passed, enter } = watch(semaphore)
  void enter('short', 1)
  void enter('long', 2)
  const left = enter('shortest', 0)
  await settle()
  expect(passed).toEqual([])
  semaphore.add(2)
  await settle()
  expect(passed).toEqual(['long', 'short'])
  semaphore.close(new Error('full'))
  await expect(left).rejects.toThrow('full')
  await expect(enter('late')).rejects.toThrow('full')
})
