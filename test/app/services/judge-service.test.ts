import { expect, test } from 'vitest'
import { type AskResult, judgeService } from '../../../src/app/services/judge-service.ts'
import type { Service } from '../../../src/app/services/service.ts'
import type { Exchange } from '../../../src/app/services/watch-http.ts'
import { UnavailableError } from '../../../src/base/http/errors.ts'
import { type Reason, reason } from '../../../src/model/reason.ts'

const place = 'A Service'
const service: Service = {
  name: 'a-service',
  title: place,
  hosts: [],
  ask: () => Promise.reject(new Error('Nobody is asked here.')),
}
const judge = (result: AskResult, exchanges: readonly Exchange[]) =>
  judgeService(service, result, exchanges, { ms: 12, limitMs: 10_000 })

const exchange = (status?: number, said?: string): Exchange => ({
  method: 'GET',
  url: 'https://service.example/api',
  answer: status === undefined ? undefined : { status, headers: {}, body: Buffer.from('{}') },
  said,
})
const failed = (why: Reason) => ({ error: new UnavailableError('service.example', why) })
const late = { error: new DOMException('Too late', 'TimeoutError') }

test.each<[string, AskResult, readonly Exchange[], object]>([
  ['all is well', { answer: { found: true } }, [exchange(200)], { status: 'works' }],
  [
    'nothing is found',
    { answer: { found: false } },
    [exchange(200), exchange(404)],
    { status: 'other-shape', text: { params: { status: 404 } }, worthReporting: true },
  ],
  [
    'a thing is not said of it any more',
    { answer: { found: true, missing: 'artist' } },
    [exchange(200)],
    { status: 'other-shape', missing: 'artist', worthReporting: true },
  ],
  [
    'a part is refused',
    {
      answer: {
        found: true,
        incomplete: reason('source.refused-saying', { place, status: 403, said: 'No.' }),
      },
    },
    [exchange(200), exchange(403, 'No.'), exchange(200)],
    {
      status: 'refused',
      text: { params: { why: { code: 'source.refused-saying' }, said: undefined } },
      advice: { code: 'app.ask-from-elsewhere' },
    },
  ],
  [
    'a part is not answered',
    { answer: { found: true, incomplete: reason('network.host-silent', { host: 'x' }) } },
    [exchange(200), exchange(), exchange(200)],
    { status: 'unreachable' },
  ],
  ['it is late, and nothing came', late, [exchange(200)], { status: 'unreachable' }],
  [
    'it is late, and was busy before',
    late,
    [exchange(503, 'Busy.')],
    { status: 'refused', text: { params: { said: 'Busy.' } }, advice: { code: 'app.ask-later' } },
  ],
  [
    'it wants a person to be there',
    failed(reason('source.challenged', { place })),
    [exchange(403)],
    { status: 'refused', advice: undefined },
  ],
  [
    'it has closed: a key is asked for where there was none',
    failed(reason('source.refused', { place, status: 401 })),
    [exchange(401)],
    { status: 'refused', worthReporting: true },
  ],
  [
    'it asks for a day of rest',
    failed(reason('network.asks-for-quiet', { host: 'x', until: '2026-11-29T00:00:00.000Z' })),
    [exchange()],
    { status: 'refused', advice: { code: 'app.ask-later' } },
  ],
])('%s', (_, result, exchanges, expected) => {
  expect({ advice: undefined, ...judge(result, exchanges) }).toMatchObject(expected)
})

test('what is nobody’s fault but ours is thrown', () => {
  const error = new TypeError('x is not a function')
  expect(() => judge({ error }, [])).toThrow(error)
})
