/**
 * One worker of a fleet, for tests: asks its host again and again by the real way out, four at a time, and writes a
 * line about each request that begins and each that ends, until its standard input ends.
 */
import type { HostRule } from '../../../../src/base/http/http.ts'
import { openFleetLimits } from '../../../../src/base/http/limit/postgres/fleet.ts'
import type { OpenLimiter } from '../../../../src/base/http/limit/rate-limiter.ts'
import { openHttp } from '../../../../src/base/http/open-http.ts'
import { UserError } from '../../../../src/words/user-error.ts'
import { replayNetwork } from '../../../support/hosts/replay.ts'

export interface WorkerTask {
  readonly url: string
  readonly port: number
  readonly rule: HostRule
  readonly leaseMs: number
  readonly egress?: string
}

export type WorkerLine =
  | { readonly kind: 'ready' }
  /** Milliseconds since 1970. */
  | { readonly kind: 'begun'; readonly at: number }
  | { readonly kind: 'ended'; readonly status: number }
  | { readonly kind: 'failed'; readonly code: string }

const task = JSON.parse(process.argv[2] ?? '') as WorkerTask
const say = (line: WorkerLine) => process.stdout.write(`${JSON.stringify(line)}\n`)
const now = () => performance.timeOrigin + performance.now()

const { leaseMs, egress, rule, port } = task
const fleet = await openFleetLimits(task.url, { leaseMs, egress })
const openLimiter: OpenLimiter = (each) => {
  const limiter = fleet.open(each)
  const turn: typeof limiter.turn = (call, signal) =>
    limiter.turn((held, begin) => {
      const beginAndSay = () => {
        begin()
        say({ kind: 'begun', at: now() })
      }
      return call(held, beginAndSay)
    }, signal)
  return { turn, hush: (host, ms) => limiter.hush(host, ms), pace: limiter.pace }
}
const network = replayNetwork(port)
const http = openHttp({ rules: [rule], userAgent: 'Songkeep/test', network, openLimiter })
const stop = new AbortController()
process.stdin.on('end', () => stop.abort()).resume()
say({ kind: 'ready' })

async function keepAsking(lane: number) {
  for (let number = 0; !stop.signal.aborted; number++)
    try {
      const url = `https://${rule.host}/${process.pid}/${lane}/${number}`
      const { status } = await http.ask({ url, fresh: true, timeoutMs: 120_000 }, stop.signal)
      say({ kind: 'ended', status })
    } catch (error) {
      if (stop.signal.aborted) return
      say({ kind: 'failed', code: error instanceof UserError ? error.reason.code : String(error) })
    }
}

await Promise.all([0, 1, 2, 3].map(keepAsking))
await http[Symbol.asyncDispose]()
await fleet[Symbol.asyncDispose]()
