import type { Work } from './queue.ts'

type Waiting = Pick<Work, 'id' | 'owner' | 'state' | 'startedAt' | 'exclusiveKey'>

/**
 * The work that is in line, in the order in which a runner takes it as things are now: owners take turns, and what waits
 * for its exclusive key comes after what need not wait. `all`: every work of the queue, the latest first, as it lists them.
 */
export function orderWaiting<One extends Waiting>(all: readonly One[]): readonly One[] {
  const waiting = all.filter(({ state }) => state === 'queued').toReversed()
  const running = all.filter(({ state }) => state === 'running')
  const busy = new Set(running.flatMap(({ exclusiveKey }) => exclusiveKey ?? []))
  const isFree = ({ exclusiveKey }: One) => exclusiveKey === undefined || !busy.has(exclusiveKey)
  const turns = new Turns(all, running)
  return [waiting.filter(isFree), waiting.filter((one) => !isFree(one))].flatMap((group) =>
    takeTurns(group, turns),
  )
}

/** `group`: the earliest first. Of each owner only the first in line is looked at, however much they have. */
function takeTurns<One extends Waiting>(group: readonly One[], turns: Turns): readonly One[] {
  // Owners in the order of their first: it decides between those who were never served.
  const lines = Map.groupBy(group, ({ owner }) => owner)
  for (const line of lines.values()) line.reverse()
  return group.map(() => {
    const next = turns.next([...lines.values()].flatMap((line) => line.at(-1) ?? []))
    lines.get(next.owner)?.pop()
    return next
  })
}

/** Whose turn it is: of the owner who has least running, then of the one served longest ago, then the earliest. */
class Turns {
  readonly #running = new Map<string, number>()
  readonly #served = new Map<string, string>()
  #turn = 0

  constructor(all: readonly Waiting[], running: readonly Waiting[]) {
    for (const { owner } of running) this.#running.set(owner, this.#runningOf(owner) + 1)
    for (const { owner, startedAt = '' } of all)
      if (startedAt > this.#servedAt(owner)) this.#served.set(owner, startedAt)
  }

  /** `heads`: what each owner has first in line. */
  next<One extends Waiting>(heads: readonly One[]): One {
    const next = heads.reduce((best, one) => (this.#isBefore(one.owner, best.owner) ? one : best))
    this.#running.set(next.owner, this.#runningOf(next.owner) + 1)
    // After every time that is told: `~` sorts behind digits.
    this.#served.set(next.owner, `~${String(this.#turn++).padStart(9, '0')}`)
    return next
  }

  #isBefore(one: string, other: string): boolean {
    const difference = this.#runningOf(one) - this.#runningOf(other)
    return difference !== 0 ? difference < 0 : this.#servedAt(one) < this.#servedAt(other)
  }

  #runningOf = (owner: string) => this.#running.get(owner) ?? 0
  #servedAt = (owner: string) => this.#served.get(owner) ?? ''
}
