import { setTimeout } from 'node:timers/promises'
import { mergeAllowLists } from './allow/allow-list.ts'
import { AnswerCache } from './cache/cache.ts'
import { downloadFile } from './download/download.ts'
import { RequestRefusedError } from './errors.ts'
import type { HostRule, Http } from './http.ts'
import { type Network, systemNetwork } from './network.ts'
import { askOnce } from './send/ask-once.ts'
import { openDialler } from './send/dialler.ts'
import { type Clock, RateLimiter } from './send/rate-limiter.ts'

export interface HttpConfig {
  readonly rules: readonly HostRule[]
  /** Says who asks and how to reach them: `Songkeep/1.0 (https://…)`. */
  readonly userAgent: string
  /** Where answers are remembered between runs; without it, for the run alone. */
  readonly cacheFile?: string
  readonly network?: Network
  readonly clock?: Clock
}

const systemClock: Clock = {
  now: () => Date.now(),
  async sleep(ms, signal) {
    await setTimeout(ms, undefined, { signal }).catch(() => {})
    signal.throwIfAborted()
  },
}

/** Refusals told in the report; a hostile playlist can make more. */
const MOST_REFUSED = 1000

/** Opens the way out for one run. */
export function openHttp(config: HttpConfig): Http {
  const { userAgent, network = systemNetwork, clock = systemClock } = config
  const rules = mergeAllowLists(config.rules)
  const cache = new AnswerCache(config.cacheFile ?? ':memory:', clock.now())
  const paces = new Map<string, RateLimiter>()
  const contacted = new Set<string>()
  const agent = openDialler(network, (host) => contacted.add(host))
  const refused = new Set<string>()
  const closing = new AbortController()
  const way = {
    agent,
    cache,
    clock,
    rules,
    userAgent,
    /** One pace a host, whoever asks. */
    paceOf(rule: HostRule) {
      const pace = paces.get(rule.host) ?? new RateLimiter(rule, clock)
      paces.set(rule.host, pace)
      return pace
    },
  }
  const run = async <Value>(
    signal: AbortSignal,
    call: (signal: AbortSignal) => Promise<Value>,
  ): Promise<Value> => {
    signal.throwIfAborted()
    if (closing.signal.aborted) throw new Error('The way out is closed.')
    try {
      return await call(AbortSignal.any([signal, closing.signal]))
    } catch (error) {
      if (error instanceof RequestRefusedError && refused.size < MOST_REFUSED)
        refused.add(error.message)
      throw error
    }
  }
  return {
    ask: (request, signal) => run(signal, (either) => askOnce(request, way, either)),
    download: (request, signal) => run(signal, (either) => downloadFile(request, way, either)),
    get contacted() {
      return [...contacted].toSorted()
    },
    get refused() {
      return [...refused]
    },
    async [Symbol.asyncDispose]() {
      closing.abort(new Error('The way out is closed.'))
      await agent.destroy()
      cache[Symbol.dispose]()
    },
  }
}
