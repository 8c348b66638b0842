import { readFile, writeFile } from 'node:fs/promises'
import { Socket } from 'node:net'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { describe, expect, onTestFinished, test } from 'vitest'
import { RequestRefusedError, UnavailableError } from '../../../src/base/http/errors.ts'
import type { HostRule, HttpRequest } from '../../../src/base/http/http.ts'
import type { DialledSocket, Network } from '../../../src/base/http/network.ts'
import { type HttpConfig, openHttp } from '../../../src/base/http/open-http.ts'
import {
  makeClock,
  type Reply,
  replayNetwork,
  type Say,
  startReplay,
} from '../../support/hosts/replay.ts'
import { listFiles, makeTempDir } from '../../support/program.ts'

const rule = (host: string, more: Partial<HostRule> = {}): HostRule => ({
  host,
  pace: { requests: 1000, perMs: 1 },
  atOnce: 8,
  ...more,
})

async function open(say: Say, more: Partial<HttpConfig> = {}) {
  const replay = await startReplay(say)
  const clock = makeClock()
  const http = openHttp({
    rules: [rule('good.example'), rule('also.example')],
    userAgent: 'Songkeep/test (mailto:test@good.example)',
    network: replay.network,
    clock,
    ...more,
  })
  onTestFinished(async () => {
    await http[Symbol.asyncDispose]()
    await replay[Symbol.asyncDispose]()
  })
  const { signal } = new AbortController()
  const ask = (request: Partial<HttpRequest> = {}) =>
    http.ask({ url: 'https://good.example/a', ...request }, signal)
  return { http, ask, clock, ...replay, network: replay.network }
}

const text = (body: Uint8Array) => Buffer.from(body).toString()

test('says who asks, and answers with what was said, where and when', async () => {
  const { ask, asked, http } = await open(() => ({ body: '{"a":1}' }))
  const { status, body, answer } = await ask()
  expect(status).toBe(200)
  expect(text(body)).toBe('{"a":1}')
  expect(answer).toEqual({
    url: 'https://good.example/a',
    sha256: '015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862',
    at: '2026-11-21T00:00:00.000Z',
  })
  expect(asked[0]?.headers['user-agent']).toMatch(/^Songkeep\/test \(.*@.*\)$/)
  expect(http.contacted).toEqual(['good.example'])
})

describe('where it goes', () => {
  test.each([
    ['a host of nobody’s list', 'https://elsewhere.example/'],
    ['this machine', 'https://127.0.0.1/'],
    ['plain http', 'http://good.example/'],
    ['a streaming service’s audio', 'https://audio-fa.scdn.co/audio/1'],
    ['round and round', '/a'],
  ])('a redirect to %s is refused and told', async (_, location) => {
    const { ask, asked, http } = await open(() => ({ status: 302, headers: { location } }))
    await expect(ask()).rejects.toBeInstanceOf(RequestRefusedError)
    expect(http.refused).toHaveLength(1)
    expect(new Set(asked.map(({ url }) => url.host))).toEqual(new Set(['good.example']))
  })

  test('credentials and secrets stay with the host they are for', async () => {
    const { ask, asked } = await open((url) =>
      url.host === 'good.example'
        ? { status: 302, headers: { location: 'https://also.example/b' } }
        : { body: 'there' },
    )
    const { finalUrl } = await ask({
      headers: { authorization: 'Bearer x' },
      secrets: { key: 'y' },
    })
    expect(finalUrl).toBe('https://also.example/b')
    expect(asked[0]?.headers.authorization).toBe('Bearer x')
    expect(asked[0]?.url.search).toBe('?key=y')
    expect(asked[1]?.headers.authorization).toBeUndefined()
    expect(asked[1]?.url.search).toBe('')
  })

  test('a key in a header of any name stays with its host', async () => {
    const { ask, asked } = await open((url) =>
      url.host === 'good.example'
        ? { status: 302, headers: { location: 'https://also.example/b' } }
        : { body: 'there' },
    )
    await ask({ headers: { 'x-some-token': 'hunter2', 'accept-language': 'de' } })
    expect(asked[1]?.headers['x-some-token']).toBeUndefined()
    expect(asked[1]?.headers['accept-language']).toBe('de')
  })

  test.each([
    ['one after another', 8, 'answered'],
    ['one too many', 9, 'refused'],
  ])('redirects, %s', async (_, times, end) => {
    const { ask } = await open((url) => {
      const hop = Number(url.searchParams.get('hop'))
      return hop < times ? { status: 302, headers: { location: `/a?hop=${hop + 1}` } } : {}
    })
    const asking = ask().then(
      () => 'answered',
      (error) => (error instanceof RequestRefusedError ? 'refused' : error),
    )
    expect(await asking).toBe(end)
  })

  test.each([
    [301, 'GET'],
    [302, 'GET'],
    [303, 'GET'],
    [307, 'POST'],
    [308, 'POST'],
  ])('after %i a POST goes on as a %s', async (status, method) => {
    const { ask, asked } = await open((url) =>
      url.pathname === '/a' ? { status, headers: { location: '/b' } } : {},
    )
    await ask({ method: 'POST', body: 'x' })
    expect(asked.map((each) => each.method)).toEqual(['POST', method])
    expect(asked[1]?.body).toBe(method === 'POST' ? 'x' : '')
  })

  test('what was posted to one host is not handed on to another', async () => {
    const { ask } = await open(() => ({
      status: 307,
      headers: { location: 'https://also.example/b' },
    }))
    await expect(ask({ method: 'POST', body: 'secret' })).rejects.toBeInstanceOf(
      RequestRefusedError,
    )
  })

  test.each([
    ['loopback', ['127.0.0.1']],
    ['the cloud’s own', ['169.254.169.254']],
    ['loopback in IPv6’s clothes', ['::ffff:127.0.0.1']],
    ['loopback through a translator', ['64:ff9b::7f00:1']],
    ['IPv6’s own loopback', ['::1']],
    ['a local network', ['fd12:3456::1']],
    ['one good and one bad', ['93.184.215.14', '10.0.0.1']],
  ])('a name that leads to %s is not dialled', async (_, addresses) => {
    const server = await startReplay(() => ({ body: 'never' }))
    onTestFinished(() => server[Symbol.asyncDispose]())
    const { ask, http } = await open(() => ({}), {
      network: replayNetwork(server.port, () => addresses),
    })
    await expect(ask()).rejects.toBeInstanceOf(RequestRefusedError)
    expect(http.refused[0]?.code).toBe('network.private-address')
    expect(http.contacted).toEqual([])
    expect(server.asked).toEqual([])
  })

  test('a public address through a translator is dialled as it stands', async () => {
    const server = await startReplay(() => ({ body: 'well' }))
    onTestFinished(() => server[Symbol.asyncDispose]())
    const dialled: string[] = []
    const network = replayNetwork(server.port, () => ['64:ff9b::5db8:d70e'])
    const { ask } = await open(() => ({}), {
      network: {
        ...network,
        connect(address, host) {
          dialled.push(address)
          return network.connect?.(address, host) as DialledSocket
        },
      },
    })
    expect(text((await ask()).body)).toBe('well')
    expect(dialled).toEqual(['64:ff9b::5db8:d70e'])
  })

  test('a name that changes its meaning between two requests is caught at the second', async () => {
    let times = 0
    const server = await startReplay(() => ({ headers: { connection: 'close' }, body: 'x' }))
    onTestFinished(() => server[Symbol.asyncDispose]())
    const network = replayNetwork(server.port, () => [
      times++ === 0 ? '93.184.215.14' : '127.0.0.1',
    ])
    const { ask } = await open(() => ({}), { network })
    await ask({ url: 'https://good.example/1' })
    await expect(ask({ url: 'https://good.example/2' })).rejects.toBeInstanceOf(RequestRefusedError)
    expect(server.asked).toHaveLength(1)
  })
})

describe('a host that is not well', () => {
  test.each([408, 425, 429, 500, 502, 503, 504])('%i is tried again', async (status) => {
    let times = 0
    const { ask, clock } = await open(() => (times++ < 2 ? { status } : { body: 'well' }))
    expect(text((await ask()).body)).toBe('well')
    expect(times).toBe(3)
    expect(clock.slept).toHaveLength(2)
  })

  test.each([400, 401, 403, 404, 410, 422, 501])('%i is an answer', async (status) => {
    const { ask, asked } = await open(() => ({ status, body: 'no' }))
    expect((await ask()).status).toBe(status)
    expect(asked).toHaveLength(1)
  })

  test('a host that stays down is given up after four attempts; its last word is the answer', async () => {
    const { ask, asked } = await open(() => ({ status: 503 }))
    expect((await ask()).status).toBe(503)
    expect(asked).toHaveLength(4)
  })

  test('a POST is sent once, unless asking twice does no harm', async () => {
    const { ask, asked } = await open(() => ({ status: 503 }))
    await ask({ method: 'POST', body: 'x' })
    expect(asked).toHaveLength(1)
    await ask({ method: 'POST', body: 'x', repeatable: true })
    expect(asked).toHaveLength(5)
  })

  test.each([
    ['seconds', '7'],
    ['a date', new Date(Date.UTC(2026, 10, 21) + 7000).toUTCString()],
  ])('Retry-After in %s is waited for, by all who ask there', async (_, retryAfter) => {
    let times = 0
    const { ask, clock } = await open(() =>
      times++ === 0 ? { status: 429, headers: { 'retry-after': retryAfter } } : { body: 'x' },
    )
    await ask()
    expect(clock.slept.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThanOrEqual(7000)
  })

  test('a long Retry-After ends the asking there, with a word, and nowhere else', async () => {
    const { ask, asked } = await open((url) =>
      url.host === 'good.example'
        ? { status: 429, headers: { 'retry-after': '86400' } }
        : { body: 'x' },
    )
    await expect(ask()).rejects.toMatchObject({ until: '2026-11-22T00:00:00.000Z' })
    await expect(ask({ url: 'https://good.example/b' })).rejects.toBeInstanceOf(UnavailableError)
    expect(asked).toHaveLength(1)
    expect((await ask({ url: 'https://also.example/' })).status).toBe(200)
  })

  test.each(['ENOTFOUND', 'EAI_AGAIN'])(
    'a name that nobody knows is asked for once: %s',
    async (code) => {
      let times = 0
      const { ask } = await open(() => ({}), {
        network: {
          resolve: async () => {
            times++
            throw Object.assign(new Error('getaddrinfo'), { code })
          },
        },
      })
      await expect(ask()).rejects.toThrow(/there is no network/)
      expect(times).toBe(1)
    },
  )

  test('a redirected request blames the host that asked for quiet, not the one that led there', async () => {
    const { ask, asked } = await open((url): Reply => {
      if (url.pathname === '/well') return { body: 'well' }
      return url.host === 'good.example'
        ? { status: 302, headers: { location: 'https://also.example/b' } }
        : { status: 503, headers: { 'retry-after': '3600' } }
    })
    await expect(ask()).rejects.toMatchObject({ host: 'also.example' })
    expect((await ask({ url: 'https://good.example/well' })).status).toBe(200)
    await expect(ask({ url: 'https://also.example/c' })).rejects.toBeInstanceOf(UnavailableError)
    expect(asked.filter(({ url }) => url.host === 'also.example')).toHaveLength(1)
  })

  test('an answer that is too long is not asked for four times', async () => {
    const { ask, asked } = await open(() => ({ body: 'x'.repeat(2000) }))
    await expect(ask({ maxBytes: 1000 })).rejects.toBeInstanceOf(UnavailableError)
    expect(asked).toHaveLength(1)
  })

  test.each([
    ['truncated', 'network.no-answer', 4],
    ['deaf', 'network.no-answer', 4],
    ['slow', 'network.host-silent', 2],
    ['drip', 'network.host-silent', 2],
    ['silent', 'network.host-silent', 2],
  ] as const)('%s: %s after %i requests', async (fault, code, times) => {
    const { ask, asked } = await open(() => ({ body: '{"a":1}', fault }))
    const error = await ask({ timeoutMs: 150 }).catch((thrown) => thrown)
    expect(error).toBeInstanceOf(UnavailableError)
    expect(error.reason).toMatchObject({ code, params: { host: 'good.example' } })
    expect(asked).toHaveLength(times)
  })
})

describe('bodies', () => {
  test.each([
    ['gzip', gzipSync('{"a":1}')],
    ['br', brotliCompressSync('{"a":1}')],
  ])('%s is unpacked', async (encoding, body) => {
    const { ask } = await open(() => ({ headers: { 'content-encoding': encoding }, body }))
    expect(text((await ask()).body)).toBe('{"a":1}')
  })

  test('a bomb is stopped by what it unpacks to', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000))
    const { ask } = await open(() => ({ headers: { 'content-encoding': 'gzip' }, body: bomb }))
    await expect(ask()).rejects.toThrow(/longer than 8,192 KB/)
  })

  test.each([
    ['cut short', gzipSync('x'.repeat(1000)).subarray(0, 15)],
    ['no gzip at all', Buffer.from('{"a":1}')],
  ])('packed, but %s', async (_, body) => {
    const { ask } = await open(() => ({ headers: { 'content-encoding': 'gzip' }, body }))
    await expect(ask()).rejects.toBeInstanceOf(UnavailableError)
  })

  test('headers of 200 KB are read, of a megabyte not', async () => {
    const { ask } = await open((url) => ({
      headers: { 'x-json': 'x'.repeat(url.pathname === '/long' ? 1_000_000 : 200_000) },
    }))
    expect((await ask()).status).toBe(200)
    await expect(ask({ url: 'https://good.example/long' })).rejects.toBeInstanceOf(UnavailableError)
  })
})

describe('what is remembered', () => {
  const day = 24 * 3600_000

  test.each([
    ['nothing said: a week', {}, 6 * day, 1],
    ['nothing said: no longer', {}, 8 * day, 2],
    ['an hour, within it', { 'cache-control': 'max-age=3600' }, 3000_000, 1],
    ['an hour, after it', { 'cache-control': 'max-age=3600' }, 4000_000, 2],
    ['not to be kept', { 'cache-control': 'no-store' }, 0, 2],
    ['not to be used unasked', { 'cache-control': 'no-cache' }, 0, 2],
    ['the same in the old way', { pragma: 'no-cache' }, 0, 2],
    ['over already', { expires: '0' }, 0, 2],
    ['for nobody again', { vary: '*' }, 0, 2],
    ['an hour, and an hour on its way', { 'cache-control': 'max-age=3600', age: '3600' }, 0, 2],
  ])('%s', async (_, headers, wait, times) => {
    const { ask, asked, clock } = await open(() => ({ headers, body: 'x' }))
    await ask()
    clock.pass(wait)
    await ask()
    expect(asked).toHaveLength(times)
  })

  test('a 404 is remembered, a 503 is not', async () => {
    const { ask, asked } = await open((url) => ({ status: url.pathname === '/no' ? 404 : 503 }))
    for (let time = 0; time < 2; time++) await ask({ url: 'https://good.example/no' })
    expect(asked).toHaveLength(1)
    for (let time = 0; time < 2; time++) await ask({ url: 'https://good.example/down' })
    expect(asked).toHaveLength(9)
  })

  test('what is stale is asked for by its tag, and used again where it still holds', async () => {
    const { ask, asked } = await open(
      (_, { headers }): Reply =>
        headers['if-none-match'] === '"1"'
          ? { status: 304, headers: { etag: '"1"' } }
          : { headers: { etag: '"1"', 'cache-control': 'no-cache' }, body: 'same' },
    )
    await ask()
    expect(text((await ask()).body)).toBe('same')
    expect(asked.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, '"1"'])
  })

  test('one user’s answer is never another’s, and no secret is written down', async () => {
    const dir = await makeTempDir()
    const { ask, asked, http } = await open(
      (_, { headers }) => ({
        headers: { vary: 'authorization' },
        body: `for ${headers.authorization}`,
      }),
      { cacheFile: join(dir, 'cache', 'http.sqlite') },
    )
    const one = { headers: { authorization: 'Bearer hunter2' }, secrets: { key: 'hunter3' } }
    const other = { headers: { authorization: 'Bearer other' }, secrets: { key: 'hunter3' } }
    expect(text((await ask(one)).body)).toContain('hunter2')
    expect(text((await ask(other)).body)).toContain('other')
    expect((await ask({ ...one, secrets: { key: 'third' } })).answer.url).not.toContain('third')
    expect(asked).toHaveLength(3)
    await ask(one)
    expect(asked).toHaveLength(3)
    await http[Symbol.asyncDispose]()
    const plain = await open(() => ({ body: 'nothing of it' }), {
      cacheFile: join(dir, 'other.sqlite'),
    })
    await plain.ask(one)
    await plain.http[Symbol.asyncDispose]()
    for (const file of await listFiles(dir)) {
      const bytes = await readFile(join(dir, file), 'latin1')
      expect(bytes).not.toContain('hunter3')
      if (file === 'other.sqlite') expect(bytes).not.toContain('hunter2')
    }
  })

  test('a key that the host repeats in its answer is not written down', async () => {
    const dir = await makeTempDir()
    const cacheFile = join(dir, 'http.sqlite')
    const say: Say = (url) => ({
      headers: { link: `<${url.href}>; rel=self` },
      body: JSON.stringify({ next: url.href }),
    })
    const asking = { secrets: { client_id: 'hunter2' } }
    const first = await open(say, { cacheFile })
    await first.ask(asking)
    await first.http[Symbol.asyncDispose]()
    for (const file of await listFiles(dir))
      expect(await readFile(join(dir, file), 'latin1')).not.toContain('hunter2')
    const second = await open(say, { cacheFile })
    expect(text((await second.ask(asking)).body)).toContain('client_id=hunter2')
    expect(second.asked).toEqual([])
  })

  test.each([
    ['no database', 'nonsense'.repeat(1000)],
    ['half of one', `SQLite format 3\0${'\xff'.repeat(5000)}`],
  ])('a cache file that is %s is begun anew', async (_, nonsense) => {
    const cacheFile = join(await makeTempDir(), 'http.sqlite')
    await writeFile(cacheFile, nonsense, 'latin1')
    const { ask, asked } = await open(() => ({ body: 'x' }), { cacheFile })
    await ask()
    await ask()
    expect(asked).toHaveLength(1)
  })

  test('what one run was answered the next does not ask', async () => {
    const dir = await makeTempDir()
    const cacheFile = join(dir, 'http.sqlite')
    const first = await open(() => ({ body: 'once' }), { cacheFile })
    await first.ask()
    await first.http[Symbol.asyncDispose]()
    const second = await open(() => ({ body: 'twice' }), { cacheFile })
    expect(text((await second.ask()).body)).toBe('once')
    expect(second.asked).toEqual([])
  })
})

test('a host’s pace is kept on the way, by the real clock', async () => {
  const pace = { requests: 2, perMs: 120 }
  const clock = { now: () => performance.now(), sleep: (ms: number) => setTimeout(ms) }
  const { ask, asked } = await open(() => ({ body: 'x' }), {
    rules: [rule('good.example', { pace })],
    clock,
  })
  const start = clock.now()
  await Promise.all(
    Array.from({ length: 7 }, (_, at) => ask({ url: `https://good.example/${at}` })),
  )
  // A request may come late, but never before it was begun.
  for (const [at, { at: time }] of asked.entries())
    expect(time - start).toBeGreaterThanOrEqual(Math.floor(at / pace.requests) * pace.perMs)
})

test('no more are under way at once than its host allows', async () => {
  let now = 0
  let most = 0
  const { ask } = await open(
    async () => {
      most = Math.max(most, ++now)
      await setTimeout(20)
      now--
      return { body: 'x' }
    },
    { rules: [rule('good.example', { atOnce: 3 })] },
  )
  await Promise.all(
    Array.from({ length: 12 }, (_, at) => ask({ url: `https://good.example/${at}` })),
  )
  expect(most).toBe(3)
})

describe('a stop is heard', () => {
  const reason = new Error('Stopped by the user.')

  test.each<[string, Say]>([
    ['before the headers', () => ({ fault: 'silent' })],
    ['in the middle of a body', () => ({ body: 'x', fault: 'slow' })],
    ['while it drips', () => ({ fault: 'drip' })],
  ])('%s, and by whoever waits behind', async (_, say) => {
    const { http, asked } = await open(say, { rules: [rule('good.example', { atOnce: 1 })] })
    const stop = new AbortController()
    const request = { url: 'https://good.example/a' }
    const both = [http.ask(request, stop.signal), http.ask(request, stop.signal)]
    const settled = Promise.allSettled(both)
    while (asked.length === 0) await setTimeout(5)
    stop.abort(reason)
    const stopped = { status: 'rejected', reason }
    expect(await settled).toEqual([stopped, stopped])
    expect(asked).toHaveLength(1)
  })

  test('before anything', async () => {
    const { http, asked } = await open(() => ({}))
    const request = { url: 'https://good.example/a' }
    await expect(http.ask(request, AbortSignal.abort(reason))).rejects.toBe(reason)
    expect(asked).toEqual([])
  })

  test.each<[string, Partial<Network>]>([
    ['while a name is looked up', { resolve: () => new Promise(() => {}) }],
    ['while it is dialled', { connect: () => new Socket() }],
  ])('%s', async (_, broken) => {
    const stop = new AbortController()
    let reached = () => {}
    const there = new Promise<void>((resolve) => {
      reached = resolve
    })
    const told = <Of extends unknown[], Value>(call: (...args: Of) => Value) => {
      return (...args: Of) => {
        reached()
        return call(...args)
      }
    }
    const network: Network = {
      resolve: broken.resolve ? told(broken.resolve) : async () => ['93.184.215.14'],
      connect: broken.connect ? told(broken.connect) : undefined,
    }
    const { http } = await open(() => ({}), { network })
    const asking = http.ask({ url: 'https://good.example/a' }, stop.signal)
    const settled = Promise.allSettled([asking])
    await there
    stop.abort(reason)
    expect(await settled).toEqual([{ status: 'rejected', reason }])
  })

  test('while waiting for the next attempt', async () => {
    const stop = new AbortController()
    const clock = {
      now: () => Date.now(),
      sleep: (_: number, signal: AbortSignal) =>
        new Promise<void>((_, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason))
          stop.abort(reason)
        }),
    }
    const { http, asked } = await open(() => ({ status: 503 }), { clock })
    await expect(http.ask({ url: 'https://good.example/a' }, stop.signal)).rejects.toBe(reason)
    expect(asked).toHaveLength(1)
  })

  test('when the way out is closed', async () => {
    const { http, ask } = await open(() => ({ fault: 'silent' }))
    const settled = Promise.allSettled([ask()])
    await http[Symbol.asyncDispose]()
    expect(await settled).toMatchObject([
      { reason: { message: 'The connection to the network is closed.' } },
    ])
    await expect(ask()).rejects.toThrow('The connection to the network is closed.')
  })
})

test('a redirect is told instead of followed where the asker wants to read it', async () => {
  const { ask, asked } = await open(() => ({
    status: 302,
    headers: { location: 'https://elsewhere.example/' },
  }))
  const { status, headers } = await ask({ redirects: 'tell' })
  expect([status, headers.location]).toEqual([302, 'https://elsewhere.example/'])
  expect(asked).toHaveLength(1)
})

describe('one question asked at once by several', () => {
  test('is sent once, and each has the answer', async () => {
    const { ask, asked } = await open(() => ({ body: 'one' }))
    const answers = await Promise.all([ask(), ask(), ask({ url: 'https://good.example/b' }), ask()])
    expect(answers.map(({ body }) => text(body))).toEqual(['one', 'one', 'one', 'one'])
    expect(asked.map(({ url }) => url.pathname).toSorted()).toEqual(['/a', '/b'])
  })

  test('is sent anew for the others where the first is stopped', async () => {
    let times = 0
    const { http, asked } = await open(() =>
      times++ === 0 ? { fault: 'silent' } : { body: 'two' },
    )
    const first = new AbortController()
    const request = { url: 'https://good.example/a' }
    const stopped = http.ask(request, first.signal)
    const other = http.ask(request, new AbortController().signal)
    while (asked.length === 0) await setTimeout(10)
    first.abort(new Error('enough'))
    await expect(stopped).rejects.toThrow('enough')
    expect(text((await other).body)).toBe('two')
  })

  test('is no question where it may not be repeated', async () => {
    const { ask, asked } = await open(() => ({ body: '{}' }))
    await Promise.all([ask({ method: 'POST', body: 'x' }), ask({ method: 'POST', body: 'x' })])
    expect(asked).toHaveLength(2)
  })
})

test('a host that says nothing is dialled twice, and whoever waits for it learns so at once', async () => {
  const { ask, asked, clock } = await open((url) =>
    url.host === 'good.example' ? { fault: 'silent' } : {},
  )
  const questions = ['/a', '/b', '/c', '/d'].map((path) =>
    ask({ url: `https://good.example${path}`, timeoutMs: 200 }),
  )
  const ended = await Promise.allSettled(questions)
  for (const each of ended) expect(each).toMatchObject({ reason: expect.any(UnavailableError) })
  // Those that were under way when it was found out are no dials more.
  expect(asked.length).toBeLessThanOrEqual(5)
  const before = asked.length
  await expect(ask({ url: 'https://good.example/e' })).rejects.toMatchObject({
    reason: { code: 'network.host-silent' },
  })
  expect(asked.length).toBe(before)
  expect((await ask({ url: 'https://also.example/a' })).status).toBe(200)
  clock.pass(61_000)
  await expect(ask({ url: 'https://good.example/f', timeoutMs: 200 })).rejects.toThrow()
  expect(asked.length).toBeGreaterThan(before)
})
