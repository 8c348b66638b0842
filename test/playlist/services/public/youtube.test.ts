import { expect, test } from 'vitest'
import type { Say } from '../../../support/hosts/replay.ts'
import { entriesOf, readFromService, sayJson } from '../../../support/hosts/visitor.ts'

const KEY = 'a-secret-key'
const LINK = 'https://www.youtube.com/playlist?list=PLtest_-1'
const idOf = (number: number) => `vid${String(number).padStart(8, '0')}`

/** As https://developers.google.com/youtube/v3/docs/playlistItems has it. */
const item = (number: number, snippet: object, privacyStatus = 'public') => ({
  snippet: { publishedAt: '2021-02-03T04:05:06Z', ...snippet },
  contentDetails: { videoId: idOf(number) },
  status: { privacyStatus },
})

const channel = { videoOwnerChannelTitle: 'Somebody’s Uploads' }
const items = [
  item(1, { title: 'Amber', videoOwnerChannelTitle: 'The Lanterns - Topic' }),
  item(2, { title: 'The Lanterns – Blue Harbour (Official Video)', ...channel }),
  item(3, { title: 'Shore', videoOwnerChannelTitle: 'LanternsVEVO' }),
  item(4, { title: 'Private video' }, 'private'),
  item(5, { title: 'Deleted video' }, 'privacyStatusUnspecified'),
]

const youtube =
  (all: readonly unknown[], size = 50): Say =>
  (url) => {
    const token = Number(url.searchParams.get('pageToken') ?? 0)
    switch (url.pathname) {
      case '/youtube/v3/playlists':
        return sayJson({ items: [{ snippet: { title: 'Evening', channelTitle: 'Mira' } }] })
      case '/youtube/v3/playlistItems':
        return sayJson({
          items: all.slice(token, token + size),
          pageInfo: { totalResults: all.length },
          nextPageToken: token + size < all.length ? String(token + size) : undefined,
        })
      case '/youtube/v3/videos': {
        const ids = (url.searchParams.get('id') ?? '').split(',').slice(0, 3)
        return sayJson({
          items: ids.map((id) => ({ id, contentDetails: { duration: 'PT1H3M7S' } })),
        })
      }
      default:
        return undefined
    }
  }

test('names come from titles and channels; the key is in nothing that is told', async () => {
  const { playlist, requests, asked } = await readFromService(LINK, youtube(items), KEY)
  const addedAt = '2021-02-03T04:05:06Z'
  const durationMs = 3_787_000
  const uri = (number: number) => `https://www.youtube.com/watch?v=${idOf(number)}`
  expect(entriesOf(playlist)).toEqual([
    { title: 'Amber', artists: ['The Lanterns'], durationMs, addedAt, uri: uri(1) },
    {
      title: 'Blue Harbour (Official Video)',
      artists: ['The Lanterns'],
      durationMs,
      addedAt,
      uri: uri(2),
    },
    { title: 'Shore', artists: ['Lanterns'], durationMs, addedAt, uri: uri(3) },
    { skipped: 'playlist.video-private', uri: uri(4) },
    { skipped: 'playlist.video-gone', uri: uri(5) },
  ])
  expect(playlist).toMatchObject({ name: 'Evening', creator: 'Mira', format: 'youtube', uri: LINK })
  expect(playlist?.entries[4]?.withdrawn).toBe(true)
  expect(JSON.stringify(playlist)).not.toContain(KEY)
  expect(asked).toHaveLength(3)
  for (const { url } of requests) expect(url.searchParams.get('key')).toBe(KEY)
})

test.each([
  'https://music.youtube.com/playlist?list=PLtest_-1&si=x',
  `https://www.youtube.com/watch?v=${idOf(1)}&list=PLtest_-1&index=3`,
  `https://youtu.be/${idOf(1)}?list=PLtest_-1`,
  'http://m.youtube.com/playlist?list=PLtest_-1',
])('%s names the same list', async (link) => {
  const { playlist } = await readFromService(link, youtube(items), KEY)
  expect(playlist?.uri).toBe(LINK)
})

test('all pages are read, and lengths asked for by fifty', async () => {
  const many = Array.from({ length: 130 }, (_, at) => item(at + 1, { title: 'A - B', ...channel }))
  const { playlist, asked, told } = await readFromService(LINK, youtube(many), KEY)
  expect(playlist?.entries).toHaveLength(130)
  expect(asked.filter((each) => each.includes('/playlistItems'))).toHaveLength(3)
  expect(asked.filter((each) => each.includes('/videos'))).toHaveLength(3)
  expect(told).toEqual(['50/130', '100/130', '130/130'])
})

test('a token that comes again ends it', async () => {
  const say: Say = (url, asked) =>
    url.pathname.endsWith('/playlistItems')
      ? sayJson({ items, nextPageToken: 'again', pageInfo: { totalResults: 1 } })
      : youtube(items)(url, asked)
  const { playlist } = await readFromService(LINK, say, KEY)
  expect(playlist?.entries).toHaveLength(10)
})

const refusal = (code: number, why: string) =>
  sayJson({ error: { code, errors: [{ reason: why }], details: [{ reason: why }] } }, code)

test.each([
  ['no such list', refusal(404, 'playlistNotFound'), 'playlist.list-not-there'],
  ['a private list', refusal(403, 'playlistItemsNotAccessible'), 'playlist.list-not-there'],
  ['a used-up quota', refusal(403, 'quotaExceeded'), 'playlist.service-busy'],
  ['an unknown key', refusal(400, 'API_KEY_INVALID'), 'playlist.key-refused'],
  ['an API that is off', refusal(403, 'SERVICE_DISABLED'), 'playlist.youtube-api-off'],
  ['something else', refusal(418, 'teapot'), 'playlist.service-refuses'],
])('%s', async (_, reply, code) => {
  const { error } = await readFromService(LINK, () => reply, KEY)
  expect(error?.reason.code).toBe(code)
  expect(JSON.stringify(error)).not.toContain(KEY)
})

test.each([
  ['without a key', LINK, undefined, 'playlist.service-needs-key'],
  ['a mix', 'https://www.youtube.com/watch?v=a&list=RDEMabc', KEY, 'playlist.youtube-mix'],
  ['liked videos', 'https://www.youtube.com/playlist?list=LL', KEY, 'playlist.list-not-there'],
])('%s: nothing is asked', async (_, link, key, code) => {
  const { error, asked } = await readFromService(link, youtube(items), key)
  expect(error?.reason.code).toBe(code)
  expect(asked).toEqual([])
})
