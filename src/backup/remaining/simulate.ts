/** What one entry still takes of what all share; milliseconds each, 0 where it needs none of it. */
export interface Load {
  /** Of the search in the user's own folders. */
  readonly own: number
  /** Of the hosts' turns. */
  readonly ask: number
  /** Of the line. */
  readonly fetch: number
  /** Of one encoder. */
  readonly make: number
  /** After that, of nobody else's time. */
  readonly store: number
  /** An encoder has begun on it. */
  readonly isMaking?: boolean
}

export interface Workshop {
  readonly encoders: number
  /** So many entries are under way at once. */
  readonly lookAhead: number
}

interface Ready {
  readonly load: Load
  readonly at: number
}

/**
 * When the last of the entries is done, in milliseconds from now, by the rules of the scheduler: in the order of the
 * list and no more than `lookAhead` at once they are searched for, named in that order and fetched; of those that are
 * ready the longest is made first.
 */
export function simulate(loads: readonly Load[], { encoders, lookAhead }: Workshop): number {
  const free: number[] = Array.from({ length: encoders }, () => 0)
  const ended: number[] = []
  const ready: Ready[] = []
  const until = { own: 0, ask: 0, fetch: 0 }
  let namedAt = 0
  let last = 0

  const end = (at: number) => {
    ended.push(at)
    last = Math.max(last, at)
  }
  const makeOne = () => {
    const encoder = placeOfLeast(free)
    const freeAt = free[encoder] ?? 0
    const at = Math.max(freeAt, Math.min(...ready.map((each) => each.at)))
    const { load } = takeLongest(ready, at)
    free[encoder] = at + load.make
    end(at + load.make + load.store)
  }
  /** When the next entry may be begun: once one of those under way has ended. */
  const whenOneEnds = () => {
    while (ready.length > 0 && !(Math.min(...ended) <= Math.min(...free))) makeOne()
    const first = placeOfLeast(ended)
    return ended.splice(first, 1)[0] ?? 0
  }

  // What is being made has its encoder already.
  for (const load of loads) {
    if (!load.isMaking) continue
    const encoder = placeOfLeast(free)
    const at = (free[encoder] ?? 0) + load.make
    free[encoder] = at
    end(at + load.store)
  }
  let underway = ended.length
  for (const load of loads) {
    if (load.isMaking) continue
    const from = underway >= lookAhead ? whenOneEnds() : 0
    underway++
    let at = Math.max(from, until.own) + load.own
    until.own = at
    if (load.ask > 0) {
      at = Math.max(at, until.ask) + load.ask
      until.ask = at
    }
    if (load.make + load.fetch + load.store === 0) {
      end(at)
      continue
    }
    namedAt = Math.max(namedAt, at)
    at = namedAt
    if (load.fetch > 0) {
      at = Math.max(at, until.fetch) + load.fetch
      until.fetch = at
    }
    ready.push({ load, at })
  }
  while (ready.length > 0) makeOne()
  return last
}

function placeOfLeast(values: readonly number[]): number {
  let place = 0
  for (const [at, value] of values.entries()) if (value < (values[place] ?? 0)) place = at
  return place
}

/** Of what is ready by then, or of what is ready first. */
function takeLongest(ready: Ready[], by: number): Ready {
  let place = 0
  let longest = -1
  for (const [at, each] of ready.entries())
    if (each.at <= by && each.load.make > longest) {
      longest = each.load.make
      place = at
    }
  return ready.splice(place, 1)[0] as Ready
}
