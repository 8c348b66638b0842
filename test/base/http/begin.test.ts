import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { InProcessLimiter } from '../../../src/base/http/limit/in-process.ts'
import type { OpenLimiter } from '../../../src/base/http/limit/rate-limiter.ts'
import { openHttp } from '../../../src/base/http/open-http.ts'
import { startReplay } from '../../support/hosts/replay.ts'

const rule = { host: 'slow.example', pace: { requests: 10, perMs: 10 }, atOnce: 1, keepForMs: 0 }
const clock = { now: () => performance.now(), sleep: async () => {} }
const never = new AbortController().signal
const request = { url: 'https://slow.example/' }

test('a request begins when it has its connection, and does not leave where its turn is over by then', async () => {
  await using replay = await startReplay(() => ({ body: '{}' }))
  const told: string[] = []
  const network = {
    ...replay.network,
    async resolve() {
      told.push('looked up')
      await sleep(20)
      return ['93.184.215.14']
    },
  }
  const openLimiter: OpenLimiter = (each) => {
    const limiter = new InProcessLimiter(each, clock)
    const turn: typeof limiter.turn = (call, signal) =>
      limiter.turn((held) => {
        told.push('called')
        const begin = () => {
          told.push(`begins, asked ${replay.asked.length}`)
          if (told.length === 3) throw new Error('It is over.')
        }
        return call(held, begin)
      }, signal)
    return { turn, hush: (host, ms) => limiter.hush(host, ms), pace: limiter.pace }
  }
  await using http = openHttp({ rules: [rule], userAgent: 'test', network, clock, openLimiter })
  // The first attempt is over before it leaves; the second finds the connection open.
  expect((await http.ask(request, never)).status).toBe(200)
  expect(told).toEqual(['called', 'looked up', 'begins, asked 0', 'called', 'begins, asked 0'])
})
