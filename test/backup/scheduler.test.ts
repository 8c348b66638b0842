import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Scheduler } from '../../src/backup/scheduler.ts'
import { inParallel } from '../../src/base/parallel.ts'
import { runs } from '../support/runs.ts'

/** One entry: how long its search and its making take, in turns of the event loop; `made` is its recording's length. */
interface Entry {
  readonly search: number
  readonly made?: number
  readonly making: number
}

async function pause(turns: number): Promise<void> {
  for (let at = 0; at < turns; at++) await new Promise((resolve) => setImmediate(resolve))
}

/** A run of these entries, and what was seen of it. */
async function walk(entries: Iterable<Entry>, width: number) {
  const scheduler = new Scheduler(width)
  const named: number[] = []
  const made: number[] = []
  const most = { underway: 0, searching: 0, making: 0, overtaken: 0 }
  const now = { underway: 0, searching: 0, making: 0 }
  const count = (what: keyof typeof now, change: number) => {
    now[what] += change
    most[what] = Math.max(most[what], now[what])
  }
  const work = async ({ search, made: durationMs, making }: Entry, index: number) => {
    count('underway', 1)
    {
      using turn = await scheduler.begin(index)
      count('searching', 1)
      await pause(search)
      count('searching', -1)
      if (durationMs !== undefined) {
        await turn.awaitName()
        named.push(index)
        const before = made.length
        const permit = turn.awaitMaking(durationMs)
        turn.pass()
        using _ = await permit
        most.overtaken = Math.max(most.overtaken, made.length - before)
        made.push(index)
        count('making', 1)
        await pause(making)
        count('making', -1)
      }
    }
    count('underway', -1)
  }
  for await (const _ of inParallel(entries, scheduler.lookAhead, work));
  return { named, made, most, lookAhead: scheduler.lookAhead }
}

test('the longest are made first, and all are named in the order of the list', async () => {
  const lengths = [3, 9, 1, 7, 7, 2, 8, 5]
  const entries = lengths.map((made) => ({ search: 1, made, making: made }))
  const { named, made } = await walk(entries, 2)
  expect(named).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
  expect(made.map((index) => lengths[index])).toEqual([9, 8, 7, 7, 5, 3, 2, 1])
})

test('whatever takes how long: names in order, no more at once than allowed, none left behind', async () => {
  const entry = fc.record({
    search: fc.nat(5),
    made: fc.option(fc.nat(9), { nil: undefined }),
    making: fc.nat(5),
  })
  const property = fc.asyncProperty(
    fc.array(entry, { maxLength: 100 }),
    fc.integer({ min: 1, max: 20 }),
    async (entries, width) => {
      const { named, made, most, lookAhead } = await walk(entries, width)
      const expected = entries.flatMap((each, at) => (each.made === undefined ? [] : [at]))
      expect(named).toEqual(expected)
      expect(made.toSorted((a, b) => a - b)).toEqual(expected)
      expect(most.searching).toBeLessThanOrEqual(width)
      expect(most.making).toBeLessThanOrEqual(width)
      expect(most.underway).toBeLessThanOrEqual(lookAhead)
    },
  )
  await fc.assert(property, { numRuns: runs(100) })
})

test('of 20,000 entries no more than the window are under way, and a short one is not left to the end', async () => {
  function* list() {
    for (let at = 0; at < 20_000; at++) yield { search: 0, made: at === 0 ? 1 : 1 + at, making: 0 }
  }
  const { made, most, lookAhead } = await walk(list(), 2)
  expect(made).toHaveLength(20_000)
  expect(most.underway).toBeLessThanOrEqual(lookAhead)
  // Those that wait as long go in the order in which they came.
  expect(most.overtaken).toBeLessThanOrEqual(2 * lookAhead)
})

test('where nothing more can be stored, what waits to be made fails, and so does what comes', async () => {
  const scheduler = new Scheduler(1)
  using first = await scheduler.begin(0)
  await first.awaitName()
  using second = await scheduler.begin(1)
  const making = first.awaitMaking(5)
  scheduler.stop(new Error('full'))
  await expect(making).rejects.toThrow('full')
  first.pass()
  await second.awaitName()
  await expect(second.awaitMaking(5)).rejects.toThrow('full')
})

test('a search that waits for a host keeps the others waiting for a moment only', async () => {
  const scheduler = new Scheduler(2)
  using slow = await scheduler.begin(1)
  using quick = await scheduler.begin(0)
  await quick.awaitName()
  quick.pass()
  using permit = await quick.awaitMaking(5)
  expect(permit).toBeDefined()
  expect(slow).toBeDefined()
})
