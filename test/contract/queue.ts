import { randomUUID } from 'node:crypto'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { NewWork, Owners, Queue, Work } from '../../src/jobs/queue.ts'
import { textReason } from '../../src/model/reason.ts'
import { faultOf } from '../../src/words/fault.ts'

/** A place where queues lie; each call of `open` is another process's view of the same one. */
export interface QueueWorld {
  open(): Promise<Queue>
  /** Moves everybody's clock on. */
  wait(ms: number): void
}

const work = (title: string, more: Partial<NewWork> = {}): NewWork => ({
  payload: { title },
  title,
  owner: 'anna',
  ...more,
})

/** Longer than any lease. */
const LONG_MS = 60_000
const WAIT = { timeout: 20_000 }

/** What every queue promises. */
export function testQueue(makeWorld: () => QueueWorld): void {
  const open = async () => {
    const world = makeWorld()
    const queue = await world.open()
    onTestFinished(() => queue[Symbol.asyncDispose]())
    return { world, queue, runner: randomUUID() }
  }

  test('work comes back as it was added, and is listed with the latest first', async () => {
    const { queue } = await open()
    const payload = { names: ['Ἀγαμέμνων', '雨'], nested: { n: 1.5, none: null } }
    const first = await queue.add({ ...work('one'), payload, exclusiveKey: 'a' })
    const second = await queue.add(work('two'))
    expect(first).toMatchObject({
      payload,
      title: 'one',
      owner: 'anna',
      exclusiveKey: 'a',
      state: 'queued',
    })
    expect((await queue.list()).map(({ id }) => id)).toEqual([second.id, first.id])
    expect(await queue.find(first.id)).toEqual(first)
    expect(await queue.find('none')).toBeUndefined()
  })

  test('it tells how much there is in each state, and since when the first has waited', async () => {
    const { queue, runner, world } = await open()
    expect(await queue.count()).toMatchObject({ states: {} })
    expect((await queue.count()).waitingSince).toBeUndefined()
    await queue.add(work('one'))
    world.wait(1_000)
    const second = await queue.add(work('two'))
    await queue.add(work('three'))
    const taken = await queue.take(runner)
    expect(taken?.title).toBe('one')
    const { states, waitingSince } = await queue.count()
    expect({ ...states }).toMatchObject({ queued: 2, running: 1 })
    expect(waitingSince).toBe(second.createdAt)
    await queue.end(taken!.id, runner, 'done')
    expect((await queue.count()).states).toMatchObject({ queued: 2, done: 1 })
  })

  test('each is taken once, in order, and none when none is left', async () => {
    const { queue, runner } = await open()
    const ids: string[] = []
    for (const title of ['one', 'two']) ids.push((await queue.add(work(title))).id)
    expect([(await queue.take(runner))?.id, (await queue.take(runner))?.id]).toEqual(ids)
    expect(await queue.take(runner)).toBeUndefined()
    expect(await queue.find(ids[0]!)).toMatchObject({ state: 'running' })
  })

  test('owners take turns: who has least under way comes first, then who waited longest', async () => {
    const { queue, runner, world } = await open()
    for (const title of ['a1', 'a2', 'a3']) await queue.add(work(title))
    for (const title of ['b1', 'b2']) await queue.add(work(title, { owner: 'bert' }))
    await queue.add(work('c1', { owner: 'cleo' }))
    const order: (string | undefined)[] = []
    for (let turn = 0; turn < 4; turn++) {
      order.push((await queue.take(runner))?.title)
      world.wait(1_000)
    }
    expect(order).toEqual(['a1', 'b1', 'c1', 'a2'])
    const first = (await queue.list()).find(({ title }) => title === 'a1')!
    const second = (await queue.list()).find(({ title }) => title === 'a2')!
    await queue.end(first.id, runner, 'done')
    await queue.end(second.id, runner, 'done')
    expect((await queue.take(runner))?.title).toBe('a3')
  })

  test('two of one exclusive key never run at once', async () => {
    const { queue, runner } = await open()
    const first = await queue.add(work('one', { exclusiveKey: 'keep' }))
    await queue.add(work('two', { exclusiveKey: 'keep', owner: 'bert' }))
    await queue.add(work('three', { exclusiveKey: 'other', owner: 'cleo' }))
    expect([(await queue.take(runner))?.title, (await queue.take(runner))?.title]).toEqual([
      'one',
      'three',
    ])
    expect(await queue.take(runner)).toBeUndefined()
    await queue.end(first.id, runner, 'done')
    expect((await queue.take(runner))?.title).toBe('two')
  })

  test('of each key the latest entry is given, in the order of the latest change', async () => {
    const { queue, runner } = await open()
    const { id } = await queue.add(work('one'))
    await queue.take(runner)
    await queue.write(id, runner, { entries: ['a', 'b', 'c'].map((key) => ({ key, data: 1 })) })
    await queue.write(id, runner, { entries: [{ key: 'a', data: 2, detail: { why: 'x' } }] })
    const all = await queue.entriesAfter(id, 0, 100)
    expect(all.entries).toEqual([
      { key: 'b', data: 1 },
      { key: 'c', data: 1 },
      { key: 'a', data: 2 },
    ])
    expect(all.seq).toBe((await queue.find(id))?.seq)
    expect(await queue.entriesAfter(id, all.seq, 100)).toEqual({ seq: all.seq, entries: [] })
    // In pieces, nothing is told twice and nothing is missed.
    const one = await queue.entriesAfter(id, 0, 2)
    expect(one.entries.map(({ key }) => key)).toEqual(['b', 'c'])
    expect((await queue.entriesAfter(id, one.seq, 2)).entries.map(({ key }) => key)).toEqual(['a'])
    expect(await queue.findEntry(id, 'a')).toEqual({ key: 'a', data: 2, detail: { why: 'x' } })
    expect(await queue.findEntry(id, 'd')).toBeUndefined()
  })

  test('an entry without a detail leaves the former one as it is', async () => {
    const { queue, runner } = await open()
    const { id } = await queue.add(work('one'))
    await queue.take(runner)
    const detail = { why: 'long as it takes, 長い理由 '.repeat(1_000) }
    await queue.write(id, runner, { entries: [{ key: 'a', data: 1, detail }] })
    await queue.write(id, runner, {
      entries: [{ key: 'a', data: 2 }],
      facts: { done: 1 },
      title: 'One',
    })
    expect(await queue.findEntry(id, 'a')).toEqual({ key: 'a', data: 2, detail })
    expect(await queue.find(id)).toMatchObject({ facts: { done: 1 }, title: 'One' })
  })

  test('an entry can be patched when its work has ended', async () => {
    const { queue, runner } = await open()
    const { id } = await queue.add(work('one'))
    await queue.take(runner)
    await queue.write(id, runner, { entries: [{ key: 'a', data: 1 }] })
    await queue.end(id, runner, 'done')
    const { seq } = (await queue.find(id))!
    expect(await queue.patch(id, 'a', 5)).toBe(true)
    expect((await queue.entriesAfter(id, seq, 10)).entries).toEqual([{ key: 'a', data: 5 }])
    expect(await queue.patch(id, 'none', 5)).toBe(false)
    expect(await queue.patch('none', 'a', 5)).toBe(false)
  })

  test('whoever has no lease of the work writes nothing and ends nothing', async () => {
    const { queue, runner } = await open()
    const { id } = await queue.add(work('one'))
    await queue.take(runner)
    const other = randomUUID()
    expect(await queue.write(id, other, { entries: [{ key: 'a', data: 1 }] })).toBe(false)
    expect(await queue.end(id, other, 'done')).toBe(false)
    expect(await queue.heartbeat(id, other)).toBe('lost')
    expect(await queue.find(id)).toMatchObject({ state: 'running', seq: 0 })
  })

  test('a runner that is silent for too long loses its work, and the next goes on', async () => {
    const { queue, runner, world } = await open()
    const { id } = await queue.add(work('one'))
    await queue.take(runner)
    await queue.write(id, runner, { entries: [{ key: 'a', data: 1 }] })
    world.wait(20_000)
    expect(await queue.heartbeat(id, runner)).toBeUndefined()
    world.wait(20_000)
    const next = randomUUID()
    expect(await queue.take(next)).toBeUndefined()
    world.wait(40_000)
    expect((await queue.take(next))?.id).toBe(id)
    expect(await queue.heartbeat(id, runner)).toBe('lost')
    expect((await queue.entriesAfter(id, 0, 10)).entries).toHaveLength(1)
  })

  test('adopted work that is left alone is interrupted, and no other runner takes it', async () => {
    const { queue, runner, world } = await open()
    const { id } = await queue.adopt(work('one'), randomUUID())
    world.wait(LONG_MS)
    expect(await queue.take(runner)).toBeUndefined()
    expect(await queue.find(id)).toMatchObject({ state: 'interrupted' })
    expect(await queue.resume(id)).toMatchObject({ state: 'queued' })
    expect((await queue.take(runner))?.id).toBe(id)
  })

  test('work that loses its runner again and again without progress is given up', async () => {
    const { queue, runner, world } = await open()
    const { id } = await queue.add(work('one'))
    let tries = 0
    while (await queue.take(randomUUID())) {
      tries++
      world.wait(LONG_MS)
    }
    expect(tries).toBe(5)
    expect(await queue.find(id)).toMatchObject({
      state: 'failed',
      fault: { hint: expect.any(String) },
    })
    await queue.resume(id)
    expect((await queue.take(runner))?.fault).toBeUndefined()
  })

  test.each([
    ['pause', 'paused'],
    ['cancel', 'cancelled'],
  ] as const)('%s: what waits obeys at once, what runs gets a signal', async (signal, state) => {
    const { queue, runner } = await open()
    const running = await queue.add(work('one'))
    await queue.take(runner)
    const waiting = await queue.add(work('two'))
    expect(await queue.signal(waiting.id, signal)).toMatchObject({ state })
    expect(await queue.signal(running.id, signal)).toMatchObject({ state: 'running', signal })
    expect(await queue.heartbeat(running.id, runner)).toBe(signal)
    await queue.end(running.id, runner, state)
    expect(await queue.find(running.id)).toMatchObject({ state, endedAt: expect.any(String) })
    expect((await queue.find(running.id))?.signal).toBeUndefined()
    expect(await queue.resume(running.id)).toMatchObject({ state: 'queued' })
    expect(await queue.signal('none', signal)).toBeUndefined()
  })

  test('a signal to a runner that has gone meanwhile is obeyed at once', async () => {
    const { queue, runner, world } = await open()
    const { id } = await queue.add(work('one'))
    await queue.take(runner)
    world.wait(LONG_MS)
    expect(await queue.signal(id, 'cancel')).toMatchObject({ state: 'cancelled' })
  })

  test('a pause that its runner has not obeyed yet can be taken back', async () => {
    const { queue, runner } = await open()
    const { id } = await queue.add(work('one'))
    await queue.take(runner)
    await queue.signal(id, 'pause')
    expect(await queue.resume(id)).toMatchObject({ state: 'running' })
    expect(await queue.heartbeat(id, runner)).toBeUndefined()
  })

  test('what has ended is forgotten with its entries, what has not is not', async () => {
    const { queue, runner } = await open()
    const { id } = await queue.add(work('one'))
    expect(await queue.forget(id)).toBe(false)
    await queue.take(runner)
    await queue.write(id, runner, { entries: [{ key: 'a', data: 1 }] })
    expect(await queue.forget(id)).toBe(false)
    await queue.end(id, runner, 'failed', faultOf(textReason('It broke.')))
    expect(await queue.forget(id)).toBe(true)
    expect(await queue.find(id)).toBeUndefined()
    expect(await queue.findEntry(id, 'a')).toBeUndefined()
  })

  test('tidying keeps the latest, and whatever has not ended', async () => {
    const { queue, runner } = await open()
    const paused = await queue.add(work('paused'))
    await queue.signal(paused.id, 'pause')
    for (const title of ['one', 'two', 'three']) {
      const { id } = await queue.add(work(title))
      await queue.take(runner)
      await queue.end(id, runner, 'done')
    }
    await queue.tidy(2)
    expect((await queue.list()).map(({ title }) => title)).toEqual(['three', 'two', 'paused'])
  })

  test('of some owners, only theirs is listed and tidied', async () => {
    const { queue, runner } = await open()
    const owners = ['account:a', 'account:b', 'page', 'program']
    for (const owner of owners)
      for (const title of ['old', 'new', 'waits']) await queue.add({ ...work(title), owner })
    const tell = (works: readonly Work[]) => works.map(({ owner, title }) => `${owner} ${title}`)
    for (const { id, title } of await queue.takeMany(runner, 12))
      await (title === 'waits'
        ? queue.end(id, runner, 'queued')
        : queue.end(id, runner, 'cancelled'))
    const machine = { notBeginning: 'account:' }
    const listed = async (whose: Owners) => tell(await queue.list(whose))
    const ofA = ['account:a waits', 'account:a new', 'account:a old']
    expect(await listed({ owner: 'account:a' })).toEqual(ofA)
    expect(await listed({ owner: 'account:' })).toEqual([])
    expect(await listed(machine)).toHaveLength(6)
    await queue.tidy(1, machine)
    await queue.tidy(1, { owner: 'account:b' })
    expect(await listed({ owner: 'account:a' })).toEqual(ofA)
    expect(await listed({ owner: 'account:b' })).toEqual(['account:b waits', 'account:b new'])
    expect(await listed(machine)).toEqual(['program waits', 'program new', 'page waits'])
  })

  test('another process sees the same', async () => {
    const { queue, world, runner } = await open()
    const other = await world.open()
    onTestFinished(() => other[Symbol.asyncDispose]())
    const { id } = await queue.add(work('one'))
    expect((await other.take(runner))?.id).toBe(id)
    expect(await queue.find(id)).toMatchObject({ state: 'running' })
  })

  test('subscribers are called when something has changed, here and in another process', async () => {
    const { queue, world, runner } = await open()
    const other = await world.open()
    onTestFinished(() => other[Symbol.asyncDispose]())
    const [here, there, left] = [vi.fn(), vi.fn(), vi.fn()]
    await using _here = await queue.subscribe(here)
    await using _there = await other.subscribe(there)
    const leaving = await queue.subscribe(left)
    await leaving[Symbol.asyncDispose]()
    const { id } = await queue.add(work('one'))
    await vi.waitFor(() => expect(here).toHaveBeenCalled(), WAIT)
    await vi.waitFor(() => expect(there).toHaveBeenCalled(), WAIT)
    // What a subscriber reads when it is called is at least what it was called for.
    const seen = new Promise<number | undefined>((resolve) => {
      there.mockImplementation(async () => {
        const { seq = 0 } = (await other.find(id)) ?? {}
        if (seq > 0) resolve(seq)
      })
    })
    await queue.take(runner)
    await queue.write(id, runner, { entries: [{ key: 'a', data: 1 }] })
    expect(await seen).toBe(1)
    expect(left).not.toHaveBeenCalled()
  })

  test('what is asked for at once is done one after the other: each is taken by one', async () => {
    const { queue, world } = await open()
    const other = await world.open()
    onTestFinished(() => other[Symbol.asyncDispose]())
    await Promise.all(['one', 'two', 'three'].map((title) => queue.add(work(title))))
    const taken = await Promise.all(
      [queue, other, queue, other].map((each) => each.take(randomUUID())),
    )
    expect(taken.map((each) => each?.title ?? 'none').toSorted()).toEqual([
      'none',
      'one',
      'three',
      'two',
    ])
  })

  test('several are taken in the order in which they would be one after the other', async () => {
    const { queue, runner } = await open()
    for (const title of ['a1', 'a2', 'a3', 'a4']) await queue.add(work(title))
    for (const title of ['b1', 'b2']) await queue.add(work(title, { owner: 'bert' }))
    const titles = async (max: number) =>
      (await queue.takeMany(runner, max)).map(({ title }) => title)
    expect(await titles(3)).toEqual(['a1', 'b1', 'a2'])
    expect(await titles(1)).toEqual(['b2'])
    expect(await titles(10)).toEqual(['a3', 'a4'])
    expect(await titles(10)).toEqual([])
  })

  test('of one place only one is taken with others, and the next owner’s when it has ended', async () => {
    const { queue, runner } = await open()
    for (const title of ['a1', 'a2']) await queue.add(work(title, { exclusiveKey: 'keep' }))
    await queue.add(work('b1', { exclusiveKey: 'keep', owner: 'bert' }))
    await queue.add(work('a3'))
    const taken = await queue.takeMany(runner, 10)
    expect(taken.map(({ title }) => title)).toEqual(['a1', 'a3'])
    await queue.end(taken[0]!.id, runner, 'done')
    const [next, ...others] = await queue.takeMany(runner, 10)
    expect([next?.title, others]).toEqual(['b1', []])
    await queue.end(next!.id, runner, 'queued')
    await queue.end(taken[1]!.id, runner, 'done')
    expect((await queue.take(runner))?.title).toBe('a2')
  })

  test('what waits for its place comes after one that was paused or cancelled before it', async () => {
    const { queue, runner } = await open()
    const adopted = await queue.adopt(work('zero', { exclusiveKey: 'keep' }), runner)
    const ids: string[] = []
    for (const title of ['one', 'two', 'three'])
      ids.push((await queue.add(work(title, { exclusiveKey: 'keep' }))).id)
    expect(await queue.take(runner)).toBeUndefined()
    await queue.signal(ids[0]!, 'cancel')
    await queue.end(adopted.id, runner, 'done')
    await queue.signal(ids[1]!, 'pause')
    expect((await queue.take(runner))?.title).toBe('three')
    await queue.resume(ids[1]!)
    expect(await queue.take(runner)).toBeUndefined()
    await queue.end(ids[2]!, runner, 'done')
    expect((await queue.take(runner))?.title).toBe('two')
  })

  test('work is claimed by its id where it is in line and its place is free', async () => {
    const { queue, runner, world } = await open()
    await queue.add(work('one'))
    const { id } = await queue.add(work('two', { exclusiveKey: 'keep' }))
    const other = await queue.add(work('three', { exclusiveKey: 'keep' }))
    expect(await queue.claim(id, runner)).toMatchObject({ id, state: 'running', adopted: true })
    expect(await queue.claim(id, randomUUID())).toBeUndefined()
    expect(await queue.claim(other.id, runner)).toBeUndefined()
    expect(await queue.claim('none', runner)).toBeUndefined()
    expect(await queue.write(id, runner, { entries: [{ key: 'a', data: 1 }] })).toBe(true)
    world.wait(LONG_MS)
    expect((await queue.take(runner))?.title).toBe('one')
    expect(await queue.find(id)).toMatchObject({ state: 'interrupted' })
    expect((await queue.take(runner))?.title).toBe('three')
  })

  test('what its claimant puts back in line is anybody’s again', async () => {
    const { queue, runner, world } = await open()
    const { id } = await queue.add(work('one'))
    await queue.claim(id, runner)
    await queue.end(id, runner, 'queued')
    expect(await queue.take(runner)).toMatchObject({ id, adopted: false })
    world.wait(LONG_MS)
    expect(await queue.take(randomUUID())).toMatchObject({ id, adopted: false })
  })

  test('of two entries of one key in one report the latter counts, with the detail of both', async () => {
    const { queue, runner } = await open()
    const { id } = await queue.add(work('one'))
    await queue.take(runner)
    const entries = [
      { key: 'a', data: 1, detail: { why: 'x' } },
      { key: 'b', data: null },
      { key: 'a', data: 2 },
    ]
    await queue.write(id, runner, { entries })
    const page = await queue.entriesAfter(id, 0, 10)
    expect(page.entries).toEqual([
      { key: 'b', data: null },
      { key: 'a', data: 2 },
    ])
    expect(await queue.findEntry(id, 'a')).toEqual({ key: 'a', data: 2, detail: { why: 'x' } })
  })

  test('many who take, report and end at once: each is done once, never two of one place', async () => {
    const { queue, world } = await open()
    const queues = [queue, await world.open(), await world.open()]
    onTestFinished(async () => {
      for (const each of queues.slice(1)) await each[Symbol.asyncDispose]()
    })
    const count = 36
    for (let n = 0; n < count; n++) {
      const [owner, exclusiveKey] = [`owner ${n % 4}`, n % 3 ? `place ${n % 7}` : undefined]
      await queue.add(work(`work ${n}`, { owner, exclusiveKey }))
    }
    const [done, busy] = [[] as string[], new Set<string>()]
    const run = async (each: Queue) => {
      const runner = randomUUID()
      while (done.length < count) {
        for (const { id, title, exclusiveKey } of await each.takeMany(runner, 2)) {
          expect(exclusiveKey === undefined || !busy.has(exclusiveKey)).toBe(true)
          if (exclusiveKey) busy.add(exclusiveKey)
          await each.write(id, runner, { entries: [{ key: title, data: 1 }] })
          done.push(title)
          if (exclusiveKey) busy.delete(exclusiveKey)
          expect(await each.end(id, runner, 'done')).toBe(true)
        }
        await new Promise((resolve) => setTimeout(resolve, 1))
      }
    }
    await Promise.all([...queues, ...queues].map(run))
    expect(done).toHaveLength(count)
    expect(new Set(done).size).toBe(count)
    expect((await queue.count()).states).toMatchObject({ done: count })
  })
}
