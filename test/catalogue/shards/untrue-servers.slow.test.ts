import { beforeAll, describe, expect, test } from 'vitest'
import { UnavailableError } from '../../../src/base/http/errors.ts'
import { Catalogue } from '../../../src/catalogue/catalogue.ts'
import { between, type Change, type Sent } from './between.ts'
import {
  failure,
  isAsk,
  lookUpAll,
  openWith,
  serveThree,
  type Three,
  tracks,
} from './three-shards.ts'

let three: Three & AsyncDisposable

beforeAll(async () => {
  three = await serveThree()
  return async () => {
    await three[Symbol.asyncDispose]()
  }
})

test('what stands between and changes nothing is not noticed', async () => {
  const { address } = await between(three.addresses[1]!, () => undefined)
  using catalogue = await openWith(three, address)
  using here = new Catalogue([three.whole])
  expect(await lookUpAll(catalogue)).toEqual(here.lookUpAll(tracks))
})

describe('a shard that answers what is no answer', () => {
  // biome-ignore lint/suspicious/noExplicitAny: what is changed is anything.
  type Json = any
  const edit =
    (change: (answer: Json) => void): Change =>
    (sent) => {
      if (!isAsk(sent)) return undefined
      const json = JSON.parse(sent.body)
      for (const answer of json.answers) change(answer)
      return { ...sent, body: JSON.stringify(json) }
    }
  const say =
    (body: string, more: Partial<Sent> = {}): Change =>
    (sent) =>
      isAsk(sent) ? { ...sent, body, ...more } : undefined
  const nonsense = 'catalogue.service-nonsense'

  test.each<readonly [what: string, change: Change, code: string]>([
    ['nothing', say(''), nonsense],
    ['garbage', say('\u0000\u0001{{{'), nonsense],
    ['a page', say('<html>Welcome</html>'), nonsense],
    ['null', say('null'), nonsense],
    ['no answers', say('{"answers":[]}'), nonsense],
    ['too many answers', say('{"answers":[{},{},{},{},{},{},{},{},{},{}]}'), nonsense],
    ['depth', say(`{"answers":${'['.repeat(100_000)}${']'.repeat(100_000)}}`), nonsense],
    ['another kind', edit((answer) => Object.assign(answer, { kind: 'other' })), nonsense],
    ['no parts', edit((answer) => delete answer.parts), nonsense],
    ['a part too few', edit((answer) => answer.parts?.pop()), nonsense],
    ['a part too many', edit((answer) => answer.parts?.push(answer.parts[0])), nonsense],
    ['an artist too few', edit((answer) => answer.parts?.[0]?.artists.pop()), nonsense],
    [
      'a track of another shard',
      edit((answer) => answer.parts?.[0]?.anywhere?.[0]?.push(0, 0, 0)),
      nonsense,
    ],
    ['half a pair', edit((answer) => answer.parts?.[0]?.anywhere?.[0]?.push(150)), nonsense],
    ['a code below all', edit((answer) => answer.coded?.push(-1)), nonsense],
    ['text for a number', edit((answer) => answer.coded?.push('1')), nonsense],
    [
      'a record without a title',
      edit((answer) => answer.records?.push([150, { id: '1' }])),
      nonsense,
    ],
    [
      'a redirect',
      say('', { status: 302, headers: { location: 'http://127.0.0.1:1/' } }),
      nonsense,
    ],
    ['no content', say('', { status: 204 }), nonsense],
    ['a failure in words of its own', say('\u001b[2Jgone', { status: 500 }), nonsense],
    [
      'a failure with a reason of its own',
      say('{"reason":{"code":"text","params":{"text":"\\u001b[2Jgone"}}}', { status: 500 }),
      nonsense,
    ],
    [
      'a failure for a reason that there is',
      say('{"reason":{"code":"catalogue.records-damaged","params":{"more":1}}}', { status: 500 }),
      'catalogue.service-failed',
    ],
    ['what is packed', say('{}', { headers: { 'content-encoding': 'gzip' } }), nonsense],
  ])('%s', async (_, change, code) => {
    const { state, address } = await between(three.addresses[1]!, () => undefined)
    using catalogue = await openWith(three, address)
    state.change = change
    const error = await failure(lookUpAll(catalogue))
    expect(error).toBeInstanceOf(UnavailableError)
    expect(error).toMatchObject({ host: new URL(address).host, reason: { code } })
    expect((error as Error).message).not.toContain('\u001b')
  })

  test('a choice of what was not asked', async () => {
    const { state, address } = await between(three.addresses[1]!, () => undefined)
    using catalogue = await openWith(three, address)
    let chosen = 0
    state.change = edit((answer) => {
      for (const each of answer.chosen ?? []) {
        chosen++
        each[0] = 0
      }
    })
    const error = await failure(lookUpAll(catalogue))
    expect(error).toMatchObject({ reason: { code: nonsense } })
    expect(chosen).toBeGreaterThan(0)
  })

  test('more than anybody can hold', async () => {
    const { state, address } = await between(three.addresses[1]!, () => undefined)
    using catalogue = await openWith(three, address)
    state.change = say(' '.repeat(65 * 2 ** 20))
    const error = await failure(catalogue.lookUp(tracks[0]!))
    expect(error).toMatchObject({
      reason: {
        code: 'network.no-answer',
        params: { why: { code: 'network.answer-too-long' } },
      },
    })
  })
})

describe('a shard that is away', () => {
  test('too slow: asked once, and the whole question fails', async () => {
    const { state, address } = await between(three.addresses[1]!, () => undefined)
    using catalogue = await openWith(three, address, { timeoutMs: 3000 })
    state.change = (sent) => (isAsk(sent) ? 'hang' : undefined)
    state.requests = 0
    const error = await failure(catalogue.lookUp(tracks[0]!))
    expect(error).toMatchObject({
      reason: { code: 'network.no-answer', params: { why: { code: 'network.too-slow' } } },
    })
    expect(state.requests).toBe(1)
    // It is asked anew later: nothing of it is remembered.
    state.change = () => undefined
    expect(await catalogue.lookUp(tracks[0]!)).not.toHaveLength(0)
  })

  test.each(['cut', 'half'] as const)('its line is %s: asked twice', async (how) => {
    const { state, address } = await between(three.addresses[1]!, () => undefined)
    using catalogue = await openWith(three, address)
    state.change = (sent) => (isAsk(sent) ? how : undefined)
    state.requests = 0
    const error = await failure(catalogue.lookUp(tracks[0]!))
    expect(error).toMatchObject({ reason: { code: 'network.no-answer' } })
    expect(error).toBeInstanceOf(UnavailableError)
    expect(state.requests).toBe(2)
    let first = true
    state.change = (sent) => {
      if (!isAsk(sent) || !first) return undefined
      first = false
      return how
    }
    using here = new Catalogue([three.whole])
    expect(await catalogue.lookUp(tracks[0]!)).toEqual(here.lookUp(tracks[0]!))
  })

  test('nobody listens there', async () => {
    const error = await failure(openWith(three, 'http://127.0.0.1:9'))
    expect(error).toMatchObject({ host: '127.0.0.1:9', reason: { code: 'network.no-answer' } })
  })

  test('whoever asks may stop: what is under way ends', async () => {
    const { state, address } = await between(three.addresses[1]!, () => undefined)
    using catalogue = await openWith(three, address)
    state.change = (sent) => (isAsk(sent) ? 'hang' : undefined)
    const stop = new AbortController()
    const asking = failure(catalogue.lookUp(tracks[0]!, stop.signal))
    stop.abort(new Error('no more'))
    expect(await asking).toMatchObject({ message: 'no more' })
  })
})
