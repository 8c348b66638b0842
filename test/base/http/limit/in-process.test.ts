import { setTimeout } from 'node:timers/promises'
import { InProcessLimiter } from '../../../../src/base/http/limit/in-process.ts'
import type { Clock, RateLimiter } from '../../../../src/base/http/limit/rate-limiter.ts'
import { testRateLimiter } from '../../../contract/rate-limiter.ts'

const clock: Clock = {
  now: () => performance.now(),
  async sleep(ms, signal) {
    await setTimeout(ms, undefined, { signal }).catch(() => {})
    signal.throwIfAborted()
  },
}

/** One a host for everybody in this process. */
const limiters = new Map<string, RateLimiter>()

testRateLimiter(() => (rule) => {
  const limiter = limiters.get(rule.host) ?? new InProcessLimiter(rule, clock)
  limiters.set(rule.host, limiter)
  return limiter
})
