import { expect, test } from 'vitest'
import type { Environment } from '../../../src/app/environment.ts'
import { askServices } from '../../../src/app/services/ask-services.ts'
import type { ReasonCode } from '../../../src/model/reason.ts'
import { providers } from '../../../src/source/all.ts'
import { sayToProbe } from '../../support/hosts/probe-answers.ts'
import { type Reply, type Say, startReplay } from '../../support/hosts/replay.ts'
import { environmentWithKeys, SERVICE_KEY } from '../../support/hosts/services.ts'
import { startStrictReplay } from '../../support/hosts/strict.ts'
import { makeTempDir } from '../../support/program.ts'
import { errorLike } from '../../support/words/reasons.ts'

const { signal } = new AbortController()

async function askOf(say: Say, more: Partial<Environment> = {}, limitMs?: number) {
  await using replay = await startReplay(say)
  const environment = { ...environmentWithKeys(await makeTempDir(), replay.network), ...more }
  return await askServices(environment, { limitMs }, signal)
}

const names = [
  ...providers.filter(({ hosts }) => hosts.length > 0).map(({ name }) => name),
  'spotify-pages',
]

test('each service that asks a host is asked what its real host takes, and works', async () => {
  await using replay = await startStrictReplay(sayToProbe)
  const environment = environmentWithKeys(await makeTempDir(), replay.network)
  const findings = await askServices(environment, {}, signal)
  const statuses = Object.fromEntries(findings.map(({ name, status }) => [name, status]))
  expect(statuses).toEqual(Object.fromEntries(names.map((name) => [name, 'works'])))
  for (const { exchanges, text, name } of findings) {
    expect(exchanges.length, name).toBeGreaterThan(0)
    expect(exchanges.length, name).toBeLessThanOrEqual(3)
    expect(text).toMatchObject({ params: { questions: exchanges.length } })
  }
  expect(JSON.stringify(findings)).not.toContain(encodeURIComponent(SERVICE_KEY))
  const toldWho = replay.asked.map(({ headers }) => headers['user-agent'])
  expect(new Set(toldWho)).toEqual(new Set([expect.stringContaining('me@songkeep.example')]))
})

type Expected = readonly [status: string, code: ReasonCode, advice?: ReasonCode]

/** What each service comes to where its host answers so, and which do not come to the same. */
const states: readonly (readonly [
  what: string,
  reply: Reply,
  all: Expected,
  others: Readonly<Record<string, Expected>>,
])[] = [
  [
    'forbids it',
    { status: 403, body: '{"error":{"message":"Not from this network."}}' },
    ['refused', 'app.service-refuses', 'app.ask-from-elsewhere'],
    {
      // By 403 iTunes says that it was asked too often.
      itunes: ['refused', 'app.service-refuses', 'app.ask-later'],
      'spotify-pages': ['refused', 'app.service-refuses', 'playlist.open-in-browser'],
    },
  ],
  [
    'asks for rest',
    { status: 429, headers: { 'retry-after': '18' } },
    ['refused', 'app.service-refuses', 'app.ask-later'],
    {},
  ],
  [
    'finds fault with the question',
    { status: 400, body: '{"error":"That is not a valid inc parameter."}' },
    ['refused', 'app.service-refuses'],
    {
      // Its 400 is for an id that is none, and means that there is nothing.
      'cover-art-archive': ['other-shape', 'app.service-found-nothing'],
      'spotify-pages': ['refused', 'app.service-refuses', 'playlist.open-in-browser'],
    },
  ],
  [
    'has nothing there',
    { status: 404, body: '{}' },
    ['other-shape', 'app.service-found-nothing'],
    {
      'spotify-pages': ['refused', 'app.service-refuses', 'playlist.open-in-browser'],
      // Its search always answers with a list.
      musicbrainz: ['refused', 'app.service-refuses'],
    },
  ],
  [
    'has changed',
    { body: '{"moved":true}' },
    ['other-shape', 'app.service-other-shape'],
    { 'cover-art-archive': ['other-shape', 'app.service-found-nothing'] },
  ],
  [
    'answers with a page',
    { body: '<!doctype html><title>Welcome</title>' },
    ['other-shape', 'app.service-other-shape'],
    { 'cover-art-archive': ['other-shape', 'app.service-found-nothing'] },
  ],
  [
    'leads to another host',
    { status: 302, headers: { location: 'https://login.example/' } },
    ['unreachable', 'app.service-unreachable', 'app.look-at-network'],
    {},
  ],
  [
    'never begins',
    { fault: 'silent' },
    ['unreachable', 'app.service-unreachable', 'app.look-at-network'],
    {},
  ],
  [
    'never ends',
    { body: '{}', fault: 'slow' },
    ['unreachable', 'app.service-unreachable', 'app.look-at-network'],
    {},
  ],
  [
    'hangs up',
    { fault: 'deaf' },
    ['unreachable', 'app.service-unreachable', 'app.look-at-network'],
    {},
  ],
]

test.each(states)('what is said of each whose host %s', async (_, reply, all, others) => {
  const isWaitedFor = reply.fault === 'silent' || reply.fault === 'slow'
  // A clock that does not wait would not tell a host's wish from its answer.
  const more = reply.status === 429 ? { clock: undefined } : {}
  const findings = await askOf(() => reply, more, isWaitedFor ? 500 : undefined)
  const states = findings.map(({ name, status, text, advice }) => [
    name,
    [status, text.code, ...(advice ? [advice.code] : [])],
  ])
  const expected = names.map((name) => [name, others[name] ?? all])
  expect(Object.fromEntries(states)).toEqual(Object.fromEntries(expected))
  for (const { exchanges } of findings) expect(exchanges.length).toBeLessThanOrEqual(4)
})

test('who needs a key and has none is not asked, and says where to get one', async () => {
  await using replay = await startReplay(sayToProbe)
  const { keys: _, ...bare } = environmentWithKeys(await makeTempDir(), replay.network)
  const findings = await askServices(bare, {}, signal)
  const without = findings.filter(({ status }) => status === 'needs-key')
  expect(without.map(({ name }) => name)).toEqual([
    'jamendo',
    'listenbrainz',
    'youtube',
    'acoustid',
  ])
  for (const { name, hasKey, advice, exchanges } of without) {
    const key = providers.find((each) => each.name === name)?.key
    expect(advice).toMatchObject({
      code: 'app.get-key',
      params: { url: key?.url, variable: key?.variable },
    })
    expect([hasKey, exchanges]).toEqual([true, []])
  }
  const hosts = replay.asked.map(({ url }) => url.hostname)
  expect(hosts.filter((host) => /jamendo|listenbrainz|youtube|acoustid/.test(host))).toEqual([])
  const others = findings.filter(({ hasKey }) => !hasKey)
  expect(new Set(others.map(({ status }) => status))).toEqual(new Set(['works']))
})

test('nothing is asked where the user wants nothing asked', async () => {
  await using replay = await startReplay(sayToProbe)
  const environment = environmentWithKeys(await makeTempDir(), replay.network)
  const asking = askServices({ ...environment, offline: true }, {}, signal)
  await expect(asking).rejects.toEqual(errorLike('app.services-offline'))
  expect(replay.asked).toEqual([])
})

test('stops when told to', async () => {
  const stop = new AbortController()
  const why = new Error('Stopped by the user.')
  await using replay = await startReplay(() => {
    stop.abort(why)
    return { fault: 'silent' }
  })
  const environment = environmentWithKeys(await makeTempDir(), replay.network)
  await expect(askServices(environment, {}, stop.signal)).rejects.toBe(why)
})
