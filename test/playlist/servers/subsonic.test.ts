import { describe, expect, test } from 'vitest'
import { readServerLists } from '../../../src/playlist/servers/read-lists.ts'
import type { Credentials } from '../../../src/playlist/servers/server.ts'
import { openOwnServer, refusalOf } from '../../support/hosts/own-server.ts'
import {
  ANN,
  API_KEY,
  type MadeSubsonic,
  makeSubsonic,
  SUBSONIC,
} from '../../support/hosts/subsonic.ts'
import { entriesOf } from '../../support/hosts/visitor.ts'

const { signal } = new AbortController()

const songs = [
  {
    id: 's1',
    title: 'Amber',
    artist: 'The Lanterns feat. Ann Lee',
    artists: [{ name: 'The Lanterns' }, { name: 'Ann Lee' }],
    album: 'Harbour Lights',
    duration: 221,
    year: 2014,
    track: 2,
    discNumber: 1,
    isrc: ['QZTST1400001'],
    musicBrainzId: '5B1AC0DE-0000-4000-8000-000000000001',
    path: 'Lanterns/Harbour Lights/02 Amber.flac',
    isVideo: false,
  },
  { id: 's2', title: 'Shore', artist: 'Mira', year: 0 },
  { id: 's3', title: 'A film', isVideo: true },
]
const lists = [
  { id: 'p1', name: 'Evening', owner: 'ann', songs: ['s1', 's2', 's3', 's1'], comment: 'Home' },
  { id: 'p2', name: 'Of Bob', owner: 'bob', songs: ['s2'] },
]

async function open(
  more: Partial<MadeSubsonic> = {},
  credentials: Credentials = ANN,
  base = SUBSONIC,
) {
  const double = makeSubsonic({ songs, lists, ...more })
  const opened = await openOwnServer({ kind: 'subsonic', base, credentials }, double.say)
  return { ...opened, double }
}

test('every list is read, and each names where it lies', async () => {
  const { server, requests } = await open()
  const told: string[] = []
  const onRead = (done: number, total: number) => void told.push(`${done}/${total}`)
  const playlists = await readServerLists(server, { onRead }, signal)
  expect(playlists).toMatchObject([
    {
      name: 'Evening',
      description: 'Home',
      creator: 'ann',
      format: 'subsonic',
      uri: `subsonic:${SUBSONIC}/?list=p1`,
    },
    { name: 'Of Bob', creator: 'bob' },
  ])
  const amber = {
    title: 'Amber',
    artists: ['The Lanterns', 'Ann Lee'],
    album: 'Harbour Lights',
    durationMs: 221_000,
    year: 2014,
    isrc: 'QZTST1400001',
    trackNumber: 2,
    discNumber: 1,
    path: 'Lanterns/Harbour Lights/02 Amber.flac',
    uri: `subsonic:${SUBSONIC}/?song=s1`,
  }
  expect(entriesOf(playlists[0])).toEqual([
    amber,
    { title: 'Shore', artists: ['Mira'], uri: `subsonic:${SUBSONIC}/?song=s2` },
    { skipped: 'playlist.no-music', uri: undefined },
    amber,
  ])
  expect(told).toEqual(['1/2', '2/2'])
  for (const { url, body } of requests)
    for (const text of [url.href, body]) expect(text).not.toContain(ANN.password)
})

test('one list is read by its id, or of all those by their names', async () => {
  const { server } = await open()
  const read = async (reading: { list?: string; only?: string[] }) =>
    (await readServerLists(server, reading, signal)).map(({ name }) => name)
  expect(await read({ list: 'p2' })).toEqual(['Of Bob'])
  expect(await read({ only: ['evening '] })).toEqual(['Evening'])
  expect(await read({ only: ['Nothing'] })).toEqual(['Evening', 'Of Bob'])
  const gone = await refusalOf(readServerLists(server, { list: 'p9' }, signal))
  expect(gone.reason.code).toBe('playlist.list-not-there')
})

test('a server without lists says so', async () => {
  const { server } = await open({ lists: [] })
  const { reason } = await refusalOf(readServerLists(server, {}, signal))
  expect(reason.code).toBe('playlist.server-without-lists')
})

describe('logging in', () => {
  test('by an API key, without a user beside it', async () => {
    const { server, requests } = await open({}, { user: 'ann', apiKey: API_KEY })
    expect(await server.lists(signal)).toHaveLength(2)
    expect(requests[0]?.url.searchParams.has('u')).toBe(false)
  })

  test.each(['misses-p', 'no-tokens'] as const)(
    'to a server that %s: the password goes where nobody can listen, and stands in no address',
    async (mode) => {
      const { server, requests } = await open({ mode })
      expect(await server.lists(signal)).toHaveLength(2)
      await server.entries('p1', signal)
      expect(requests.map(({ method }) => method)).toEqual(['GET', 'POST', 'POST'])
      for (const { url } of requests) expect(url.searchParams.has('p')).toBe(false)
    },
  )

  test.each(['http://music.example', 'http://music.example:4533'])(
    'over %s the password itself is never told',
    async (base) => {
      const { server, requests } = await open({ mode: 'misses-p' }, ANN, base)
      const { reason, advice } = await refusalOf(server.lists(signal))
      expect(reason.code).toBe('playlist.server-wants-password')
      expect(advice?.code).toBe('playlist.use-https-or-key')
      expect(requests).toHaveLength(1)
    },
  )

  test.each([
    ['a wrong password', { user: 'ann', password: 'x' }],
    ['a wrong user', { ...ANN, user: 'x' }],
    ['a wrong key', { apiKey: 'x' }],
  ])('with %s', async (_, credentials) => {
    const { server } = await open({}, credentials)
    const { reason } = await refusalOf(server.lists(signal))
    expect(reason.code).toBe('playlist.server-login-refused')
  })
})

test.each([
  ['a page', { body: '<!doctype html>' }, 'playlist.no-such-server'],
  ['other JSON', { body: '{"a":1}' }, 'playlist.no-such-server'],
  ['no page', { status: 404, body: '<p>' }, 'playlist.no-such-server'],
  ['half an answer', { body: '{"subsonic' }, 'playlist.answer-damaged'],
  ['a fault', { status: 500, body: 'no' }, 'playlist.service-refuses'],
])('%s instead of an answer', async (_, reply, code) => {
  const { server } = await open({ instead: () => reply })
  expect((await refusalOf(server.lists(signal))).reason.code).toBe(code)
})

test.each([
  ['https://other.example/rest/', 'https://other.example'],
  ['http://127.0.0.1/', 'http://127.0.0.1'],
  ['/login', SUBSONIC],
])('where it leads to %s, the user is told, and nobody is asked', async (location, to) => {
  const { server, requests } = await open({
    instead: () => ({ status: 302, headers: { location } }),
  })
  const { reason } = await refusalOf(server.lists(signal))
  expect(reason).toMatchObject({ code: 'playlist.server-moved', params: { to } })
  expect(requests).toHaveLength(1)
})

test('all songs are read by pages; a server that gives the same page again ends it', async () => {
  const many = Array.from({ length: 1203 }, (_, at) => ({ id: `m${at}`, title: `Song ${at}` }))
  const { server, double } = await open({ songs: many })
  expect(await server.songs(signal, () => {})).toHaveLength(1203)
  expect(double.methods).toHaveLength(3)
  const again = await open({
    songs: many,
    instead: () => ({
      body: JSON.stringify({
        'subsonic-response': { status: 'ok', searchResult3: { song: many.slice(0, 500) } },
      }),
    }),
  })
  expect(await again.server.songs(signal, () => {})).toHaveLength(500)
})
