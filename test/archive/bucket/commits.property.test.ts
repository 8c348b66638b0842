import fc, { type Scheduler } from 'fast-check'
import { expect, test } from 'vitest'
import { CommitLog, type CommitStore } from '../../../src/archive/bucket/commits/commit-log.ts'
import type { Entry } from '../../../src/archive/bucket/commits/entries.ts'
import { BucketState } from '../../../src/archive/bucket/commits/state.ts'
import { NoSuchKeyError } from '../../../src/storage/errors.ts'
import { StorageError } from '../../../src/words/user-error.ts'
import { runs } from '../../support/runs.ts'

const { signal } = new AbortController()

/** Each request waits until it is its turn, and some replies are lost, the write done or not. */
class Unsteady implements CommitStore {
  readonly name = 'memory'
  readonly #objects = new Map<string, Uint8Array>()
  readonly #scheduler: Scheduler
  readonly #losses: Iterator<'before' | 'after' | undefined>

  constructor(scheduler: Scheduler, losses: Iterator<'before' | 'after' | undefined>) {
    this.#scheduler = scheduler
    this.#losses = losses
  }

  async putIfAbsent(key: string, data: Uint8Array) {
    await this.#scheduler.schedule(Promise.resolve(), `put ${key}`)
    const loss = this.#losses.next().value
    if (loss === 'before') throw new StorageError('lost')
    const isFree = !this.#objects.has(key)
    if (isFree) this.#objects.set(key, data)
    await this.#scheduler.schedule(Promise.resolve(), `answer ${key}`)
    if (loss === 'after') throw new StorageError('lost')
    return isFree ? 'stored' : 'taken'
  }

  async *get(key: string) {
    await this.#scheduler.schedule(Promise.resolve(), `get ${key}`)
    const data = this.#objects.get(key)
    if (!data) throw new NoSuchKeyError(key)
    yield data
  }
}

const line = (text: string): Entry => ({ kind: 'list', line: JSON.stringify({ id: text }) })

/** Takes the turn and stores lines one after the other, as long as it may; returns those that it was told are stored. */
async function write(by: string, lines: number, store: CommitStore): Promise<readonly Entry[]> {
  const told: Entry[] = []
  const log = new CommitLog(store, new BucketState(), signal)
  try {
    await log.readOn()
    await log.append([], { by, turn: 'taken' })
    for (let at = 0; at < lines; at++) {
      const entry = line(`${by} ${at}`)
      await log.append([entry], { by })
      told.push(entry)
    }
    await log.append([], { by, turn: 'given' })
  } catch (error) {
    if (!(error instanceof StorageError)) throw error
  }
  return told
}

/** Says one thing, whoever writes. */
async function decide(text: string, store: CommitStore): Promise<readonly Entry[]> {
  const log = new CommitLog(store, new BucketState(), signal)
  try {
    await log.append([line(text)])
    return [line(text)]
  } catch (error) {
    if (!(error instanceof StorageError)) throw error
    return []
  }
}

const loss = fc.oneof(
  { weight: 8, arbitrary: fc.constant(undefined) },
  { weight: 1, arbitrary: fc.constantFrom('before' as const, 'after' as const) },
)

test('whoever writes when, and whatever reply is lost: what was told is stored, once, in one order', async () => {
  const property = fc.asyncProperty(
    fc.scheduler(),
    fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 3 }),
    fc.nat({ max: 2 }),
    fc.infiniteStream(loss),
    async (scheduler, writers, deciders, losses) => {
      const store = new Unsteady(scheduler, losses)
      const work = [
        ...writers.map((lines, at) => write(`writer ${at}`, lines, store)),
        ...Array.from({ length: deciders }, (_, at) => decide(`decided ${at}`, store)),
      ]
      const told = (await scheduler.waitFor(Promise.all(work))).flat()
      const seen = await scheduler.waitFor(readAll(store))
      for (const entry of told) expect(seen).toContainEqual(entry)
      expect(new Set(seen.map((each) => JSON.stringify(each))).size).toBe(seen.length)
    },
  )
  await fc.assert(property, { numRuns: runs(1000) })
})

/** What somebody reads who comes later; no commit stands behind one that ended its writer's turn. */
async function readAll(store: CommitStore): Promise<readonly Entry[]> {
  const entries: Entry[] = []
  let turn: string | undefined
  class Watching extends BucketState {
    override apply(record: Parameters<BucketState['apply']>[0]) {
      const { by, turn: said } = record.head
      if (said === 'taken') turn = by
      else if (by !== undefined) expect(by).toBe(turn)
      entries.push(...record.entries)
      super.apply(record)
    }
  }
  await new CommitLog(store, new Watching(), signal).readOn()
  return entries
}
