import { expect, onTestFinished, test } from 'vitest'
import { openHttp } from '../../../src/base/http/open-http.ts'
import { USER_AGENT } from '../../support/hosts/direct-http.ts'
import { makeClock, startReplay } from '../../support/hosts/replay.ts'

const { signal } = new AbortController()
const pace = { requests: 9, perMs: 1000 }

/** A way out to hosts of which some cannot be reached, for this reason. */
async function open(code: string) {
  const unknown = new Set<string>()
  const replay = await startReplay(() => ({ body: '{}' }))
  const http = openHttp({
    rules: ['a', 'b', 'c'].map((name) => ({ host: `${name}.example`, pace, atOnce: 2 })),
    userAgent: USER_AGENT,
    clock: makeClock(Date.now()),
    network: {
      ...replay.network,
      resolve: async (host) => {
        if (!unknown.has(host)) return replay.network.resolve(host)
        throw Object.assign(new Error(code), { code })
      },
    },
  })
  onTestFinished(async () => {
    await http[Symbol.asyncDispose]()
    await replay[Symbol.asyncDispose]()
  })
  const ask = async (name: string) => {
    const request = { url: `https://${name}.example/`, fresh: true }
    await http.ask(request, signal).catch(() => {})
    return http.line
  }
  return { unknown, ask, http }
}

test('two hosts that cannot be reached, and none that can, are no network', async () => {
  const { unknown, ask, http } = await open('ENOTFOUND')
  expect(http.line).toBe('up')
  for (const name of ['a', 'b', 'c']) unknown.add(`${name}.example`)
  expect(await ask('a')).toBe('unsure')
  expect(await ask('a')).toBe('unsure')
  expect(await ask('b')).toBe('none')
  unknown.clear()
  expect(await ask('c')).toBe('up')
  for (const name of ['a', 'b']) unknown.add(`${name}.example`)
  await ask('a')
  expect(await ask('b')).toBe('lost')
})

test('one host that is gone is no reason to think so, nor one that refuses', async () => {
  const { unknown, ask } = await open('EAI_AGAIN')
  unknown.add('a.example')
  expect(await ask('a')).toBe('unsure')
  expect(await ask('b')).toBe('up')
  const refusing = await open('ECONNREFUSED')
  for (const name of ['a', 'b']) refusing.unknown.add(`${name}.example`)
  await refusing.ask('a')
  expect(await refusing.ask('b')).toBe('up')
})
