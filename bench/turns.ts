/**
 * What a turn at a host costs: counted in this process, and by PostgreSQL for a whole fleet.
 *
 *     node bench/turns.ts [--turns N] [--url postgres://…]
 *
 * The rule is so wide that nobody waits for it. Without `--url` a server is started on loopback, with its files in a
 * temporary folder; it writes to the disk as in earnest. Both are asked in turn, several times, and the median is told.
 */
import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import type { HostRule } from '../src/base/http/http.ts'
import { InProcessLimiter } from '../src/base/http/limit/in-process.ts'
import { openFleetLimits } from '../src/base/http/limit/postgres/fleet.ts'
import type { OpenLimiter, RateLimiter } from '../src/base/http/limit/rate-limiter.ts'
import { startPostgres } from '../test/support/servers/postgres.ts'

const { values } = parseArgs({
  options: { turns: { type: 'string', default: '300' }, url: { type: 'string' } },
})
const turns = Number(values.turns)
const ROUNDS = 5
const { signal } = new AbortController()
const clock = { now: () => performance.now(), sleep: (ms: number) => setTimeout(ms) }

let hosts = 0
/** A host of its own each time; what is over is forgotten after a second. */
const wide = (): HostRule => ({
  host: `host${hosts++}.example`,
  pace: { requests: 1_000_000, perMs: 1_000 },
  atOnce: 64,
})

/** Microseconds a turn, one after the other and so many beside one another. */
async function measure(limiter: RateLimiter, width: number): Promise<number> {
  const start = performance.now()
  const lane = async () => {
    for (let at = 0; at < turns / width; at++) await limiter.turn(async () => {}, signal)
  }
  await Promise.all(Array.from({ length: width }, lane))
  return ((performance.now() - start) * 1000) / turns
}

const median = (all: readonly number[]) =>
  all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)]!

async function compare(width: number, inProcess: OpenLimiter, shared: OpenLimiter) {
  const [own, fleet] = [[] as number[], [] as number[]]
  for (let round = 0; round < ROUNDS; round++) {
    own.push(await measure(inProcess(wide()), width))
    fleet.push(await measure(shared(wide()), width))
  }
  const [a, b] = [median(own), median(fleet)]
  const ratio = Math.round(b / a).toLocaleString('en')
  return `${width} beside one another: in the process ${a.toFixed(1)} µs, by PostgreSQL ${b.toFixed(0)} µs, ${ratio} times`
}

await using server = values.url === undefined ? await startPostgres({ isDurable: true }) : undefined
await using fleet = await openFleetLimits(values.url ?? server!.url())
const inProcess: OpenLimiter = (rule) => new InProcessLimiter(rule, clock)
for (const width of [1, 8, 32])
  process.stdout.write(`${await compare(width, inProcess, fleet.open)}\n`)
