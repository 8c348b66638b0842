import { expect, test } from 'vitest'
import type { Say } from '../../../support/hosts/replay.ts'
import { entriesOf, readFromService, sayJson } from '../../../support/hosts/visitor.ts'

/** As https://developers.deezer.com/api/playlist/tracks has it. */
const track = (number: number, more: object = {}) => ({
  id: 4000 + number,
  readable: true,
  title: `Song ${number}`,
  title_short: `Song ${number}`,
  isrc: `QZTST14${String(number).padStart(5, '0')}`,
  link: `https://www.deezer.com/track/${4000 + number}`,
  duration: 200 + number,
  rank: 1,
  preview: 'https://cdnt-preview.dzcdn.net/api/1/1/x.mp3',
  time_add: 1_600_000_000 + number,
  artist: { id: 9, name: 'The Lanterns', type: 'artist' },
  album: { id: 7, title: 'Harbour Lights', type: 'album' },
  type: 'track',
  ...more,
})

const head = {
  id: 12,
  title: 'Evening',
  description: 'For the way home',
  nb_tracks: 3,
  creator: { id: 1, name: 'Mira', type: 'user' },
  type: 'playlist',
}

const listOf =
  (tracks: readonly unknown[], total = tracks.length): Say =>
  (url) => {
    if (url.pathname === '/playlist/12') return sayJson(head)
    if (url.pathname !== '/playlist/12/tracks') return undefined
    const [limit = 25, index = 0] = ['limit', 'index'].map((name) =>
      Number(url.searchParams.get(name)),
    )
    const next = 'https://elsewhere.example/playlist/12/tracks?index=25'
    return sayJson({ data: tracks.slice(index, index + limit), total, next })
  }

test.each([
  'https://www.deezer.com/playlist/12',
  'https://www.deezer.com/de/playlist/12?utm_source=x',
  'http://deezer.com/en-gb/playlist/12/',
])('%s is read whole, by pages that are counted here', async (link) => {
  const tracks = Array.from({ length: 230 }, (_, at) => track(at + 1))
  const { playlist, asked, told } = await readFromService(link, listOf(tracks))
  expect(playlist).toMatchObject({
    name: 'Evening',
    description: 'For the way home',
    creator: 'Mira',
    format: 'deezer',
    uri: 'https://www.deezer.com/playlist/12',
    notes: [],
  })
  expect(playlist?.entries).toHaveLength(230)
  expect(playlist?.partial).toBeUndefined()
  expect(entriesOf(playlist)?.at(-1)).toEqual({
    title: 'Song 230',
    artists: ['The Lanterns'],
    album: 'Harbour Lights',
    durationMs: 430_000,
    isrc: 'QZTST1400230',
    uri: 'https://www.deezer.com/track/4230',
    addedAt: '2020-09-13T12:30:30.000Z',
  })
  const pages = [0, 100, 200].map((index) => `/playlist/12/tracks?limit=100&index=${index}`)
  expect(asked).toEqual(['/playlist/12', ...pages])
  expect(told).toEqual(['100/230', '200/230', '230/230'])
})

test('what is no song, what somebody has uploaded and what is not played are told', async () => {
  const tracks = [
    track(1, { contributors: [{ name: 'The Lanterns' }, { name: 'Ann Lee' }] }),
    { id: 5, type: 'episode', title: 'News at six' },
    track(3, { id: -77, isrc: '', album: {} }),
    track(4, { readable: false }),
    null,
    track(6, { artist: null, duration: 'long', time_add: -1, isrc: 'no' }),
  ]
  const { playlist } = await readFromService('https://www.deezer.com/playlist/12', listOf(tracks))
  expect(entriesOf(playlist)).toMatchObject([
    { artists: ['The Lanterns', 'Ann Lee'] },
    { skipped: 'playlist.podcast-episode' },
    { title: 'Song 3' },
    { title: 'Song 4' },
    { skipped: 'playlist.no-title' },
    { title: 'Song 6', artists: [] },
  ])
  expect(entriesOf(playlist)?.[2]).not.toHaveProperty('uri')
  expect(playlist?.entries[3]).toMatchObject({ note: { code: 'playlist.not-played' } })
})

test('a list that gives fewer than it counts is told as cut', async () => {
  const { playlist } = await readFromService(
    'https://www.deezer.com/playlist/12',
    listOf([track(1)], 5),
  )
  expect(playlist?.partial).toBe(true)
  expect(playlist?.notes).toMatchObject([
    { code: 'playlist.service-gives-fewer', params: { total: 5, given: 1 } },
  ])
})

test('an album has its name from its head; a track is a list of one', async () => {
  const say: Say = (url) => {
    if (url.pathname === '/album/7')
      return sayJson({ id: 7, title: 'Harbour Lights', artist: { name: 'The Lanterns' } })
    if (url.pathname === '/album/7/tracks')
      return sayJson({ data: [track(1, { album: undefined, track_position: 4 })], total: 1 })
    return url.pathname === '/track/4001' ? sayJson(track(1)) : undefined
  }
  const album = await readFromService('https://www.deezer.com/album/7', say)
  expect(album.playlist).toMatchObject({ name: 'Harbour Lights', creator: 'The Lanterns' })
  expect(entriesOf(album.playlist)).toMatchObject([{ album: 'Harbour Lights', trackNumber: 4 }])
  const single = await readFromService('https://www.deezer.com/track/4001', say)
  expect(single.playlist).toMatchObject({
    name: 'Song 1',
    entries: [{ track: { title: 'Song 1' } }],
  })
})

test.each([
  ['no data', { type: 'DataException', message: 'no data', code: 800 }, 'playlist.list-not-there'],
  ['a private list', { type: 'OAuthException', code: 200 }, 'playlist.list-not-there'],
  [
    'the quota',
    { type: 'Exception', message: 'Quota limit exceeded', code: 4 },
    'playlist.service-busy',
  ],
  ['another error', { message: 'Wrong\u001b[31m parameter', code: 500 }, 'playlist.service-says'],
])('%s comes as status 200', async (_, error, code) => {
  const { error: told } = await readFromService('https://www.deezer.com/playlist/12', () =>
    sayJson({ error }),
  )
  expect(told?.reason.code).toBe(code)
  expect(JSON.stringify(told?.reason)).not.toContain('u001b')
})

test.each([
  ['no JSON', { body: '<html>' }, 'playlist.answer-damaged'],
  ['no list', { body: '{"title":"Evening"}' }, 'playlist.service-answer-unexpected'],
  ['a refusal', { status: 403, body: 'no' }, 'playlist.service-refuses'],
])('%s', async (_, reply, code) => {
  const { error } = await readFromService('https://www.deezer.com/playlist/12', () => reply)
  expect(error?.reason.code).toBe(code)
})

test('a short link leads to a list, at Deezer’s own hosts alone', async () => {
  const redirectTo =
    (location: string): Say =>
    (url, asked) =>
      url.host === 'link.deezer.com'
        ? { status: 302, headers: { location } }
        : listOf([track(1)])(url, asked)
  const link = 'https://link.deezer.com/s/30abc'
  const found = await readFromService(link, redirectTo('https://www.deezer.com/playlist/12?x=1'))
  expect(found.playlist?.uri).toBe('https://www.deezer.com/playlist/12')
  for (const away of ['https://evil.example/playlist/12', 'http://127.0.0.1/', '/s/30abc', '']) {
    const { error, requests } = await readFromService(link, redirectTo(away))
    expect(error?.reason.code).toBe('playlist.short-link-of-service')
    expect(new Set(requests.map(({ url }) => url.host))).toEqual(new Set(['link.deezer.com']))
  }
})
