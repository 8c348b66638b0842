import type { Recording } from '../../model/recording.ts'
import type { Round } from '../shards/round.ts'
import type { ShardAnswer, ShardAsk } from '../shards/shard.ts'

/** Whoever can be asked for a shard. */
export interface AskedShard {
  answer(asks: readonly ShardAsk[], signal: AbortSignal): Promise<readonly ShardAnswer[]>
}

/** A search under way over the shards of one catalogue. */
export interface Search {
  readonly shards: readonly AskedShard[]
  readonly steps: Generator<Round, Recording[], readonly (ShardAnswer | undefined)[]>
}

interface Waiting {
  readonly search: number
  readonly shard: number
  readonly ask: ShardAsk
}

/**
 * Goes on with all searches at once: what they ask of a shard in the same round goes out together. The first failure is
 * the failure of all, and what is still under way is stopped: of a part nothing is told.
 */
export async function runTogether(
  searches: readonly Search[],
  signal: AbortSignal,
): Promise<readonly Recording[][]> {
  const found: Recording[][] = searches.map(() => [])
  signal.throwIfAborted()
  const stop = new AbortController()
  // By hand: signals that are made of others cost more than all that is asked here.
  const stopToo = () => stop.abort(signal.reason)
  signal.addEventListener('abort', stopToo)
  let steps = searches.map(({ steps }, search) => ({ search, step: steps.next() }))
  try {
    for (;;) {
      const rounds = new Map<number, Round>()
      for (const { search, step } of steps)
        if (step.done) found[search] = step.value
        else rounds.set(search, step.value)
      if (rounds.size === 0) return found
      const answers = await askAll(searches, rounds, stop.signal)
      steps = Array.from(rounds.keys(), (search) => ({
        search,
        step: advance(searches, search, answers.get(search) ?? []),
      }))
    }
  } catch (error) {
    stop.abort(error)
    throw error
  } finally {
    signal.removeEventListener('abort', stopToo)
  }
}

function advance(
  searches: readonly Search[],
  search: number,
  answers: readonly (ShardAnswer | undefined)[],
): IteratorResult<Round, Recording[]> {
  const { steps } = searches[search] as Search
  return steps.next(answers)
}

/** The answers to one round of each search, by its number; within it by shard. */
async function askAll(
  searches: readonly Search[],
  rounds: ReadonlyMap<number, Round>,
  signal: AbortSignal,
): Promise<ReadonlyMap<number, readonly (ShardAnswer | undefined)[]>> {
  const waiting = new Map<AskedShard, Waiting[]>()
  for (const [search, round] of rounds)
    for (const [shard, ask] of round.entries()) {
      const asked = searches[search]?.shards[shard]
      if (!asked || !ask) continue
      const list = waiting.get(asked)
      if (list) list.push({ search, shard, ask })
      else waiting.set(asked, [{ search, shard, ask }])
    }
  const answers = new Map<number, (ShardAnswer | undefined)[]>()
  for (const [search, round] of rounds) answers.set(search, new Array(round.length).fill(undefined))
  await Promise.all(
    Array.from(waiting, async ([asked, list]) => {
      const given = await asked.answer(
        list.map(({ ask }) => ask),
        signal,
      )
      for (const [at, { search, shard }] of list.entries()) {
        const own = answers.get(search)
        if (own) own[shard] = given[at]
      }
    }),
  )
  return answers
}
