import { setTimeout } from 'node:timers/promises'
import type { Queue, QueueFigures, Work } from '../../jobs/queue.ts'

/** What no work is called: asked for it, a queue answers as for anything that is not there. */
const NOTHING = '00000000-0000-0000-0000-000000000000'

/**
 * The same queue as one owner sees it: the work of others is not in it. Whatever names another's work is answered as
 * if it named nothing, and changes of another's work are not told.
 */
export function viewOwnQueue(queue: Queue, owner: string): Queue {
  const list = () => queue.list({ owner })
  const own = async (id: string) => ((await queue.find(id))?.owner === owner ? id : NOTHING)
  return {
    list,
    add: (work) => queue.add({ ...work, owner }),
    adopt: (work, runner) => queue.adopt({ ...work, owner }, runner),
    hasRunners: queue.hasRunners && (async () => (await queue.hasRunners?.()) === true),
    find: async (id) => await queue.find(await own(id)),
    signal: async (id, signal) => await queue.signal(await own(id), signal),
    resume: async (id) => await queue.resume(await own(id)),
    forget: async (id) => await queue.forget(await own(id)),
    entriesAfter: async (id, seq, max) => await queue.entriesAfter(await own(id), seq, max),
    findEntry: async (id, key) => await queue.findEntry(await own(id), key),
    tidy: (keep) => queue.tidy(keep, { owner }),
    patch: async (id, key, data) => await queue.patch(await own(id), key, data),
    count: async () => countStates(await list()),
    subscribe: (listener) => subscribe(queue, list, listener),
    // What runners do is done for all owners alike, by the queue itself.
    take: refuse,
    takeMany: refuse,
    claim: refuse,
    heartbeat: refuse,
    write: refuse,
    end: refuse,
    // Whoever opened the queue closes it.
    async [Symbol.asyncDispose]() {},
  }
}

const refuse = () => Promise.reject(new Error('One owner runs nothing.'))

/** Silent while only others' work changes: the beat of a stream of events would tell of it. */
async function subscribe(
  queue: Queue,
  list: () => Promise<readonly Work[]>,
  listener: () => void,
): Promise<AsyncDisposable> {
  const describe = async () =>
    JSON.stringify(
      (await list()).map(({ id, state, seq, signal, facts, title }) => [
        id,
        state,
        seq,
        signal,
        facts,
        title,
      ]),
    )
  let known = await describe()
  let isDue = false
  let isLooking = false
  const look = async () => {
    isLooking = true
    while (isDue) {
      isDue = false
      const now = await describe().catch(() => undefined)
      if (now === undefined || now !== known) listener()
      known = now ?? known
      await setTimeout(LOOK_MS, undefined, { ref: false })
    }
    isLooking = false
  }
  return await queue.subscribe(() => {
    isDue = true
    if (!isLooking) void look()
  })
}

/** After one look at what an owner has, the next comes so much later: many may have a page open while one's runs. */
const LOOK_MS = 250

function countStates(works: readonly Work[]): QueueFigures {
  const states: Record<string, number> = {}
  for (const { state } of works) states[state] = (states[state] ?? 0) + 1
  const waiting = works.filter(({ state }) => state === 'queued').map(({ createdAt }) => createdAt)
  return { states, waitingSince: waiting.toSorted()[0] }
}
