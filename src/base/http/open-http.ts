import { setTimeout } from 'node:timers/promises'
import type { Reason } from '../../model/reason.ts'
import { mergeAllowLists } from './allow/allow-list.ts'
import type { AnswerStore } from './cache/answer-store.ts'
import { AnswerCache } from './cache/cache.ts'
import { openSqliteStore } from './cache/sqlite-store.ts'
import { downloadFile } from './download/download.ts'
import { RequestRefusedError } from './errors.ts'
import type { HostRule, Http } from './http.ts'
import { InProcessLimiter } from './limit/in-process.ts'
import type { Clock, OpenLimiter, RateLimiter } from './limit/rate-limiter.ts'
import { type Network, systemNetwork } from './network.ts'
import { askOnce } from './send/ask-once.ts'
import { openDialler } from './send/dialler.ts'
import { Line } from './send/line.ts'
import { SilentHosts } from './send/silent-hosts.ts'

export interface HttpConfig {
  readonly rules: readonly HostRule[]
  /** Says who asks and how to reach them: `Songkeep/1.0 (https://…)`. */
  readonly userAgent: string
  /** Where answers are remembered between runs; without it, for the run alone. */
  readonly cacheFile?: string
  /** Where all workers remember what is nobody's in particular; closed by whoever opened it. */
  readonly sharedAnswers?: AnswerStore
  readonly network?: Network
  readonly clock?: Clock
  /** Who gives turns; this run by itself unless said otherwise. */
  readonly openLimiter?: OpenLimiter
}

const systemClock: Clock = {
  now: () => Date.now(),
  async sleep(ms, signal) {
    await setTimeout(ms, undefined, { signal }).catch(() => {})
    signal.throwIfAborted()
  },
}

/** Refusals told in the report; a hostile playlist can make more. */
const MAX_REFUSED = 1000

/** Opens the one way to the network, for one run. */
export function openHttp(config: HttpConfig): Http {
  const { userAgent, network = systemNetwork, clock = systemClock } = config
  const own = openSqliteStore(config.cacheFile ?? ':memory:', clock.now())
  const cache = new AnswerCache(own, config.sharedAnswers)
  const contacted = new Set<string>()
  const agent = openDialler(network, (host) => contacted.add(host), findOwn(config.rules))
  const refused = new Map<string, Reason>()
  const closing = new AbortController()
  const context = {
    agent,
    cache,
    clock,
    rules: mergeAllowLists(config.rules),
    userAgent,
    silentHosts: new SilentHosts(clock),
    line: new Line(),
    underway: new Map(),
    limiterOf: limitEachHost(config.openLimiter ?? ((rule) => new InProcessLimiter(rule, clock))),
  }
  const run = async <Value>(
    signal: AbortSignal,
    call: (signal: AbortSignal) => Promise<Value>,
  ): Promise<Value> => {
    signal.throwIfAborted()
    if (closing.signal.aborted) throw new Error(CLOSED)
    try {
      return await call(AbortSignal.any([signal, closing.signal]))
    } catch (error) {
      if (error instanceof RequestRefusedError && refused.size < MAX_REFUSED)
        refused.set(error.message, error.reason)
      throw error
    }
  }
  return {
    ask: (request, signal) => run(signal, (either) => askOnce(request, context, either)),
    download: (request, signal) => run(signal, (either) => downloadFile(request, context, either)),
    get contacted() {
      return [...contacted].toSorted()
    },
    get refused() {
      return [...refused.values()]
    },
    get line() {
      return context.line.state
    },
    get paces() {
      return context.rules.map((rule) => context.limiterOf(rule).pace)
    },
    async [Symbol.asyncDispose]() {
      closing.abort(new Error(CLOSED))
      await agent.destroy()
      await cache[Symbol.asyncDispose]()
    },
  }
}

/**
 * The server of the user's own, where this way leads to one: then it leads nowhere else, so that no host can lead a
 * request there, and none there can lead away.
 */
function findOwn(rules: readonly HostRule[]): HostRule | undefined {
  const own = rules.find((rule) => rule.own)
  if (own && rules.length > 1) throw new Error('A way to a server of the user’s own has one rule.')
  return own
}

const CLOSED = 'The connection to the network is closed.'

/** One rate limiter a host. */
function limitEachHost(open: OpenLimiter): OpenLimiter {
  const limiters = new Map<string, RateLimiter>()
  return (rule) => {
    const limiter = limiters.get(rule.host) ?? open(rule)
    limiters.set(rule.host, limiter)
    return limiter
  }
}
