import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { ownRule } from '../../../src/base/http/allow/own-rule.ts'
import { RequestRefusedError, UnavailableError } from '../../../src/base/http/errors.ts'
import type { Network } from '../../../src/base/http/network.ts'
import { type HttpConfig, openHttp } from '../../../src/base/http/open-http.ts'
import { makeClock, replayNetwork, type Say, startReplay } from '../../support/hosts/replay.ts'
import { makeTempDir } from '../../support/program.ts'

const { signal } = new AbortController()

function open(rules: HttpConfig['rules'], network?: Network) {
  const http = openHttp({ rules, userAgent: 'Songkeep/test', network, clock: makeClock() })
  onTestFinished(() => http[Symbol.asyncDispose]())
  return http
}

/** A server on this machine's loopback, and how often it was reached. */
async function listen(answer: (path: string) => { status: number; location?: string }) {
  const reached: string[] = []
  const server = createServer((request, response) => {
    reached.push(request.url ?? '')
    const { status, location } = answer(request.url ?? '')
    response.writeHead(status, location === undefined ? {} : { location }).end('{}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  return { port, reached }
}

const said = () => ({ status: 200 })

/** Why a request never left. */
async function refusalOf(asking: Promise<unknown>): Promise<string> {
  const error = await asking.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(RequestRefusedError)
  return (error as RequestRefusedError).reason.code
}

describe('a server of the user’s own is asked', () => {
  test.each(['127.0.0.1', 'localhost'])('at %s, by plain HTTP and a port', async (host) => {
    const { port, reached } = await listen(said)
    const base = `http://${host}:${port}`
    const http = open([ownRule(new URL(base))])
    expect((await http.ask({ url: `${base}/rest/ping` }, signal)).status).toBe(200)
    expect(reached).toEqual(['/rest/ping'])
    expect(http.contacted).toHaveLength(1)
  })

  test.each([
    ['10.1.2.3'],
    ['192.168.1.5'],
    ['172.16.0.9'],
    ['100.64.0.7'],
    ['fd00::5'],
    ['127.0.0.1'],
    ['93.184.215.14'],
    // As names at home are told: a link's own address beside the one that is meant.
    ['fe80::1', '192.168.1.5'],
  ])('by a name that leads to %s', async (...addresses) => {
    const replay = await startReplay(() => ({ body: '{}' }))
    onTestFinished(() => replay[Symbol.asyncDispose]())
    const dialled: string[] = []
    const network: Network = {
      resolve: async () => addresses,
      connect(address) {
        dialled.push(address)
        return replayNetwork(replay.port).connect?.(address, '') as never
      },
    }
    const http = open([ownRule(new URL('http://nas.home:4533'))], network)
    expect((await http.ask({ url: 'http://nas.home:4533/' }, signal)).status).toBe(200)
    expect(dialled).toEqual([addresses.at(-1)])
  })

  test('every time: what it answers is not remembered', async () => {
    const { port, reached } = await listen(said)
    const base = `http://127.0.0.1:${port}`
    const http = open([ownRule(new URL(base))])
    for (let time = 0; time < 3; time++) await http.ask({ url: `${base}/list` }, signal)
    expect(reached).toHaveLength(3)
  })
})

describe('nothing else is asked by the way to it', () => {
  const rules = [ownRule(new URL('http://nas.home:4533/music'))]

  test.each([
    ['another port', 'http://nas.home:22/'],
    ['the protocol’s own port', 'http://nas.home/'],
    ['another protocol', 'https://nas.home:4533/'],
    ['another host', 'http://router.home:4533/'],
    ['a host below it', 'http://a.nas.home:4533/'],
    ['its number', 'http://192.168.1.5:4533/'],
    ['loopback', 'http://127.0.0.1:4533/'],
    ['a public host', 'https://archive.org/'],
    ['a user in it', 'http://ann:word@nas.home:4533/'],
    ['no HTTP', 'file:///etc/passwd'],
  ])('%s', async (_, url) => {
    const network: Network = {
      resolve: () => Promise.reject(new Error('nothing is looked up')),
    }
    const http = open(rules, network)
    await refusalOf(http.ask({ url }, signal))
    expect(http.contacted).toEqual([])
  })

  test.each([
    ['another port', 'http://nas.home:22/'],
    ['another host', 'http://router.home:4533/'],
    ['a number', 'http://169.254.169.254/latest/meta-data/'],
    ['loopback', 'http://localhost:4533/'],
    ['a public host', 'https://evil.example/'],
    ['Spotify’s sound', 'https://p.scdn.co/mp3-preview/1'],
  ])('after a redirect to %s', async (_, location) => {
    const say: Say = () => ({ status: 302, headers: { location } })
    const replay = await startReplay(say)
    onTestFinished(() => replay[Symbol.asyncDispose]())
    const http = open(rules, replayNetwork(replay.port))
    await refusalOf(http.ask({ url: 'http://nas.home:4533/a' }, signal))
    expect(replay.asked).toHaveLength(1)
    expect(http.contacted).toEqual(['nas.home'])
    const to = join(await makeTempDir(), 'file')
    await refusalOf(http.download({ url: 'http://nas.home:4533/a', to }, signal))
    expect(replay.asked).toHaveLength(2)
  })

  test.each(['169.254.169.254', '0.0.0.0', '224.0.0.1', '255.255.255.255', 'fe80::1', '::'])(
    'where its name leads to %s',
    async (address) => {
      const network: Network = {
        resolve: async () => [address],
        connect: () => {
          throw new Error('dialled')
        },
      }
      const http = open(rules, network)
      expect(await refusalOf(http.ask({ url: 'http://nas.home:4533/' }, signal))).toBe(
        'network.no-home-address',
      )
    },
  )

  test('where it is named as a streaming service’s host of sound', async () => {
    const http = open([ownRule(new URL('http://p.scdn.co:8080'))], replayNetwork(1))
    expect(await refusalOf(http.ask({ url: 'http://p.scdn.co:8080/' }, signal))).toBe(
      'network.forbidden',
    )
  })
})

describe('no other way leads to it', () => {
  const rule = (host: string) => ({ host, pace: { requests: 99, perMs: 1 }, atOnce: 9 })

  test('a way has its rule alone', () => {
    expect(() => open([ownRule(new URL('http://127.0.0.1:1')), rule('archive.org')])).toThrow()
  })

  test('neither by a redirect of a public host, nor by a name that leads there', async () => {
    const own = await listen(said)
    const locations = [`http://127.0.0.1:${own.port}/`, `http://localhost:${own.port}/`]
    for (const location of locations) {
      const replay = await startReplay(() => ({ status: 302, headers: { location } }))
      onTestFinished(() => replay[Symbol.asyncDispose]())
      const http = open([rule('archive.org')], replay.network)
      await refusalOf(http.ask({ url: 'https://archive.org/a' }, signal))
    }
    const rebound = open(
      [rule('localhost')],
      replayNetwork(own.port, () => ['127.0.0.1']),
    )
    expect(await refusalOf(rebound.ask({ url: 'https://localhost/' }, signal))).toBe(
      'network.private-address',
    )
    expect(own.reached).toEqual([])
  })
})

test('credentials stay in no message', async () => {
  const http = open([ownRule(new URL('http://127.0.0.1:1'))])
  const request = { url: 'http://127.0.0.1:1/rest/ping', secrets: { p: 'hunter2' } }
  const error = await http.ask(request, signal).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(UnavailableError)
  expect(JSON.stringify(error) + String(error)).not.toContain('hunter2')
})
