import { expect, onTestFinished, test } from 'vitest'
import type { NewWork, Queue } from '../../src/jobs/queue.ts'
import { nameRunner } from '../../src/jobs/sqlite/runner.ts'

/** A place where queues lie; each call of `open` is another process's view of the same one. */
export interface QueueWorld {
  open(): Queue
  /** Moves everybody's clock on. */
  wait(ms: number): void
}

const work = (title: string, more: Partial<NewWork> = {}): NewWork => ({
  order: { title },
  title,
  owner: 'anna',
  ...more,
})

/** What every queue promises. */
export function testQueue(makeWorld: () => QueueWorld): void {
  const open = () => {
    const world = makeWorld()
    const queue = world.open()
    onTestFinished(() => queue[Symbol.dispose]())
    return { world, queue, runner: nameRunner() }
  }

  test('work comes back as it was added, and is listed with the latest first', () => {
    const { queue } = open()
    const order = { names: ['Ἀγαμέμνων', '雨'], nested: { n: 1.5, none: null } }
    const first = queue.add({ ...work('one'), order, place: '/a' })
    const second = queue.add(work('two'))
    expect(first).toMatchObject({
      order,
      title: 'one',
      owner: 'anna',
      place: '/a',
      state: 'queued',
    })
    expect(queue.list().map(({ id }) => id)).toEqual([second.id, first.id])
    expect(queue.find(first.id)).toEqual(first)
    expect(queue.find('none')).toBeUndefined()
  })

  test('each is taken once, in order, and none when none is left', () => {
    const { queue, runner } = open()
    const ids = ['one', 'two'].map((title) => queue.add(work(title)).id)
    expect([queue.take(runner)?.id, queue.take(runner)?.id]).toEqual(ids)
    expect(queue.take(runner)).toBeUndefined()
    expect(queue.find(ids[0]!)).toMatchObject({ state: 'running' })
  })

  test('owners take turns: who has least under way comes first, then who waited longest', () => {
    const { queue, runner, world } = open()
    for (const title of ['a1', 'a2', 'a3']) queue.add(work(title))
    for (const title of ['b1', 'b2']) queue.add(work(title, { owner: 'bert' }))
    queue.add(work('c1', { owner: 'cleo' }))
    const order: (string | undefined)[] = []
    for (let turn = 0; turn < 4; turn++) {
      order.push(queue.take(runner)?.title)
      world.wait(1_000)
    }
    expect(order).toEqual(['a1', 'b1', 'c1', 'a2'])
    const first = queue.list().find(({ title }) => title === 'a1')!
    const second = queue.list().find(({ title }) => title === 'a2')!
    queue.end(first.id, runner, 'done')
    queue.end(second.id, runner, 'done')
    expect(queue.take(runner)?.title).toBe('a3')
  })

  test('two at one place never run at once', () => {
    const { queue, runner } = open()
    const first = queue.add(work('one', { place: '/keep' }))
    queue.add(work('two', { place: '/keep', owner: 'bert' }))
    queue.add(work('three', { place: '/other', owner: 'cleo' }))
    expect([queue.take(runner)?.title, queue.take(runner)?.title]).toEqual(['one', 'three'])
    expect(queue.take(runner)).toBeUndefined()
    queue.end(first.id, runner, 'done')
    expect(queue.take(runner)?.title).toBe('two')
  })

  test('of each key the latest entry is told, in the order of the latest word', () => {
    const { queue, runner } = open()
    const { id } = queue.add(work('one'))
    queue.take(runner)
    queue.write(id, runner, { entries: ['a', 'b', 'c'].map((key) => ({ key, data: 1 })) })
    queue.write(id, runner, { entries: [{ key: 'a', data: 2, detail: { why: 'x' } }] })
    const all = queue.entriesAfter(id, 0, 100)
    expect(all.entries).toEqual([
      { key: 'b', data: 1 },
      { key: 'c', data: 1 },
      { key: 'a', data: 2 },
    ])
    expect(all.seq).toBe(queue.find(id)?.seq)
    expect(queue.entriesAfter(id, all.seq, 100)).toEqual({ seq: all.seq, entries: [] })
    // In pieces, nothing is told twice and nothing is missed.
    const one = queue.entriesAfter(id, 0, 2)
    expect(one.entries.map(({ key }) => key)).toEqual(['b', 'c'])
    expect(queue.entriesAfter(id, one.seq, 2).entries.map(({ key }) => key)).toEqual(['a'])
    expect(queue.findEntry(id, 'a')).toEqual({ key: 'a', data: 2, detail: { why: 'x' } })
    expect(queue.findEntry(id, 'd')).toBeUndefined()
  })

  test('an entry without a detail leaves the former one as it is', () => {
    const { queue, runner } = open()
    const { id } = queue.add(work('one'))
    queue.take(runner)
    const detail = { why: 'long as it takes, 長い理由 '.repeat(1_000) }
    queue.write(id, runner, { entries: [{ key: 'a', data: 1, detail }] })
    queue.write(id, runner, { entries: [{ key: 'a', data: 2 }], facts: { done: 1 }, title: 'One' })
    expect(queue.findEntry(id, 'a')).toEqual({ key: 'a', data: 2, detail })
    expect(queue.find(id)).toMatchObject({ facts: { done: 1 }, title: 'One' })
  })

  test('an entry can be mended when all is over', () => {
    const { queue, runner } = open()
    const { id } = queue.add(work('one'))
    queue.take(runner)
    queue.write(id, runner, { entries: [{ key: 'a', data: 1 }] })
    queue.end(id, runner, 'done')
    const { seq } = queue.find(id)!
    expect(queue.patch(id, 'a', 5)).toBe(true)
    expect(queue.entriesAfter(id, seq, 10).entries).toEqual([{ key: 'a', data: 5 }])
    expect(queue.patch(id, 'none', 5)).toBe(false)
    expect(queue.patch('none', 'a', 5)).toBe(false)
  })

  test('who does not hold the work writes nothing and ends nothing', () => {
    const { queue, runner } = open()
    const { id } = queue.add(work('one'))
    queue.take(runner)
    const other = nameRunner()
    expect(queue.write(id, other, { entries: [{ key: 'a', data: 1 }] })).toBe(false)
    expect(queue.end(id, other, 'done')).toBe(false)
    expect(queue.heartbeat(id, other)).toBe('lost')
    expect(queue.find(id)).toMatchObject({ state: 'running', seq: 0 })
  })

  test('a runner that says nothing any more loses its work, and the next goes on', () => {
    const { queue, runner, world } = open()
    const { id } = queue.add(work('one'))
    queue.take(runner)
    queue.write(id, runner, { entries: [{ key: 'a', data: 1 }] })
    world.wait(20_000)
    expect(queue.heartbeat(id, runner)).toBeUndefined()
    world.wait(20_000)
    const next = nameRunner()
    expect(queue.take(next)).toBeUndefined()
    world.wait(40_000)
    expect(queue.take(next)?.id).toBe(id)
    expect(queue.heartbeat(id, runner)).toBe('lost')
    expect(queue.entriesAfter(id, 0, 10).entries).toHaveLength(1)
  })

  test('a runner whose process has ended loses its work at once', () => {
    const { queue, runner } = open()
    const { id } = queue.add(work('one'))
    // No process has this number: the highest that Linux gives is 2^22.
    queue.take('99999999.gone')
    expect(queue.take(runner)?.id).toBe(id)
  })

  test('attached work that is left alone is interrupted, and nobody takes it up by himself', () => {
    const { queue, runner } = open()
    const { id } = queue.adopt(work('one'), '99999999.gone')
    expect(queue.take(runner)).toBeUndefined()
    expect(queue.find(id)).toMatchObject({ state: 'interrupted' })
    expect(queue.resume(id)).toMatchObject({ state: 'queued' })
    expect(queue.take(runner)?.id).toBe(id)
  })

  test('work whose process dies again and again without getting on is given up', () => {
    const { queue, runner } = open()
    const { id } = queue.add(work('one'))
    let tries = 0
    while (queue.take('99999999.gone')) tries++
    expect(tries).toBe(5)
    expect(queue.find(id)).toMatchObject({ state: 'failed', fault: { hint: expect.any(String) } })
    queue.resume(id)
    expect(queue.take(runner)?.fault).toBeUndefined()
  })

  test.each([
    ['pause', 'paused'],
    ['cancel', 'cancelled'],
  ] as const)('%s: what waits obeys at once, what runs is asked', (asked, state) => {
    const { queue, runner } = open()
    const running = queue.add(work('one'))
    queue.take(runner)
    const waiting = queue.add(work('two'))
    expect(queue.signal(waiting.id, asked)).toMatchObject({ state })
    expect(queue.signal(running.id, asked)).toMatchObject({ state: 'running', asked })
    expect(queue.heartbeat(running.id, runner)).toBe(asked)
    queue.end(running.id, runner, state)
    expect(queue.find(running.id)).toMatchObject({ state, endedAt: expect.any(String) })
    expect(queue.find(running.id)?.signal).toBeUndefined()
    expect(queue.resume(running.id)).toMatchObject({ state: 'queued' })
    expect(queue.signal('none', asked)).toBeUndefined()
  })

  test('what was asked of a process that has died meanwhile is done', () => {
    const { queue } = open()
    const { id } = queue.add(work('one'))
    queue.take('99999999.gone')
    expect(queue.signal(id, 'cancel')).toMatchObject({ state: 'cancelled' })
  })

  test('a pause that was not heard yet can be taken back', () => {
    const { queue, runner } = open()
    const { id } = queue.add(work('one'))
    queue.take(runner)
    queue.signal(id, 'pause')
    expect(queue.resume(id)).toMatchObject({ state: 'running' })
    expect(queue.heartbeat(id, runner)).toBeUndefined()
  })

  test('what has ended is forgotten with all that was said, what has not is not', () => {
    const { queue, runner } = open()
    const { id } = queue.add(work('one'))
    expect(queue.forget(id)).toBe(false)
    queue.take(runner)
    queue.write(id, runner, { entries: [{ key: 'a', data: 1 }] })
    expect(queue.forget(id)).toBe(false)
    queue.end(id, runner, 'failed', { message: 'It broke.' })
    expect(queue.forget(id)).toBe(true)
    expect(queue.find(id)).toBeUndefined()
    expect(queue.findEntry(id, 'a')).toBeUndefined()
  })

  test('tidying keeps the latest, and whatever has not ended', () => {
    const { queue, runner } = open()
    const paused = queue.add(work('paused'))
    queue.signal(paused.id, 'pause')
    for (const title of ['one', 'two', 'three']) {
      const { id } = queue.add(work(title))
      queue.take(runner)
      queue.end(id, runner, 'done')
    }
    queue.tidy(2)
    expect(queue.list().map(({ title }) => title)).toEqual(['three', 'two', 'paused'])
  })

  test('another process sees the same, and notices that something has changed', () => {
    const { queue, world, runner } = open()
    const other = world.open()
    onTestFinished(() => other[Symbol.dispose]())
    const before = { here: queue.version(), there: other.version() }
    const { id } = queue.add(work('one'))
    expect(other.version()).not.toBe(before.there)
    expect(queue.version()).not.toBe(before.here)
    expect(other.take(runner)?.id).toBe(id)
    expect(queue.find(id)).toMatchObject({ state: 'running' })
    const quiet = queue.version()
    expect(queue.version()).toBe(quiet)
  })
}
