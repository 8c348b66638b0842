import { expect, test } from 'vitest'
import { reason } from '../../../src/model/reason.ts'
import { type PlaylistLink, readLink } from '../../../src/playlist/links/playlist-link.ts'
import { UserError } from '../../../src/words/user-error.ts'
import { idOf } from '../../support/hosts/spotify.ts'
import { readAsAnybody } from '../../support/hosts/spotify-visitor.ts'

const listPage = (count: number) => {
  const trackList = Array.from({ length: count }, (_, at) => ({
    title: `S${at}`,
    subtitle: 'Mira',
  }))
  const settings = { session: { accessToken: 'BQ-anonymous', isAnonymous: true } }
  const state = { data: { entity: { title: 'Evening', trackList } }, settings }
  return `<script id="__NEXT_DATA__">${JSON.stringify({ props: { pageProps: { state } } })}</script>`
}

test.each(['playlist', 'album'] as const)(
  'a link to a %s is not read unless the user allows it',
  async (kind) => {
    const { result, asked } = await readAsAnybody({ kind, id: idOf(1) }, () => ({
      body: listPage(3),
    }))
    expect(result).toBeInstanceOf(UserError)
    expect((result as UserError).reason).toEqual(reason('playlist.login-needed', { what: kind }))
    expect((result as UserError).advice).toEqual(
      reason('playlist.ways-without-login', { what: kind }),
    )
    expect(asked).toEqual([])
  },
)

test('where it is allowed, the public page is read, and its token goes nowhere', async () => {
  const { result, asked } = await readAsAnybody(
    { kind: 'playlist', id: idOf(1) },
    () => ({ body: listPage(100) }),
    true,
  )
  expect(result).toMatchObject({ name: 'Evening', format: 'spotify-page' })
  expect(result).toMatchObject({
    notes: [
      reason('playlist.from-public-page'),
      reason('playlist.page-possibly-cut', { entries: 100 }),
    ],
  })
  expect(asked.map(({ url }) => url.href)).toEqual([
    `https://open.spotify.com/embed/playlist/${idOf(1)}`,
  ])
  expect(JSON.stringify([result, asked])).not.toContain('anonymous')
  for (const { headers, method } of asked) {
    expect(method).toBe('GET')
    expect(headers).not.toHaveProperty('authorization')
    expect(headers).not.toHaveProperty('cookie')
  }
})

test('a track is read from the head of its page', async () => {
  const html =
    '<head><meta property="og:title" content="Amber"><meta property="og:description" content="Mira · Shore · Song · 1999"></head>'
  const { result, asked } = await readAsAnybody({ kind: 'track', id: idOf(1) }, () => ({
    body: html,
  }))
  const track = { title: 'Amber', artists: ['Mira'], album: 'Shore', year: 1999 }
  expect(result).toMatchObject({ name: 'Amber', entries: [{ kind: 'track', track }] })
  expect(asked).toHaveLength(1)
})

test('where no page says anything, oEmbed names the title, and the entry says what is missing', async () => {
  const { result, asked } = await readAsAnybody({ kind: 'track', id: idOf(1) }, ({ pathname }) =>
    pathname === '/oembed' ? { body: '{"title":"Amber"}' } : { body: '<html></html>' },
  )
  expect(result).toMatchObject({
    entries: [{ track: { title: 'Amber', artists: [] }, note: reason('playlist.title-alone') }],
  })
  const pages = asked.map(({ url }) => url.pathname)
  expect(pages).toEqual([`/track/${idOf(1)}`, `/embed/track/${idOf(1)}`, '/oembed'])
  expect(asked[2]?.url.searchParams.get('url')).toBe(`https://open.spotify.com/track/${idOf(1)}`)
})

test.each<[string, PlaylistLink]>([
  ['a track that is gone', { kind: 'track', id: idOf(1) }],
  ['a list that is private', { kind: 'playlist', id: idOf(1) }],
])('%s is an error with advice', async (_, link) => {
  const { result } = await readAsAnybody(link, () => ({ status: 404, body: '' }), true)
  expect(result).toBeInstanceOf(UserError)
  expect((result as UserError).reason).toEqual(
    reason('playlist.not-shown', { what: link.kind as 'track' | 'playlist', status: 404 }),
  )
})

test('a file of the user’s own is named by its address', async () => {
  const link = { kind: 'local', uri: 'spotify:local:Mira:Shore:Amber+Light:84' } as const
  const { result, asked } = await readAsAnybody(link, () => undefined)
  const track = { title: 'Amber Light', artists: ['Mira'], album: 'Shore', durationMs: 84_000 }
  expect(result).toMatchObject({ entries: [{ track }] })
  expect(asked).toEqual([])
})

test.each([
  ['https://music.apple.com/de/playlist/x/pl.1', 'Apple Music', 'playlist.export-apple-music'],
  ['https://tidal.com/browse/playlist/1b2c', 'TIDAL', 'playlist.export-with-table'],
  ['https://mira.bandcamp.com/album/shore', 'Bandcamp', 'playlist.download-from-bandcamp'],
])('%s: nothing is asked, and the advice fits', async (text, service, advice) => {
  const { error, asked } = await refuse(text)
  expect(error.reason).toEqual(reason('playlist.service-not-read', { service }))
  expect(error.advice?.code).toBe(advice)
  expect(asked).toEqual([])
})

test.each([
  ['https://www.deezer.com/artist/1', 'Deezer'],
  ['https://music.youtube.com/@somebody', 'YouTube'],
])('%s names no list of a service that gives its lists', async (text, service) => {
  const { error, asked } = await refuse(text)
  expect(error.reason).toEqual(reason('playlist.no-list-of-service', { service }))
  expect(asked).toEqual([])
})

test.each([
  [
    'https://open.spotify.com.evil.example/playlist/x',
    reason('playlist.service-unknown'),
    'playlist.give-file-or-titles',
  ],
  [
    `spotify:artist:${idOf(1)}`,
    reason('playlist.link-to-no-playlist', { what: 'artist' }),
    'playlist.give-list-link',
  ],
  [`spotify:episode:${idOf(1)}`, reason('playlist.link-to-podcast'), undefined],
  ['spotify:liked', reason('playlist.liked-songs-are-private'), 'playlist.give-export-or-log-in'],
] as const)('%s: nothing is asked, and the advice fits', async (text, why, advice) => {
  const { error, asked } = await refuse(text)
  expect(error.reason).toEqual(why)
  expect(error.advice?.code).toBe(advice)
  expect(asked).toEqual([])
})

async function refuse(text: string) {
  const link = readLink(text)
  if (!link) throw new Error('It is a link.')
  const { result, asked } = await readAsAnybody(link, () => undefined, true)
  if (!(result instanceof UserError)) throw new Error('It was read.')
  return { error: result, asked }
}
