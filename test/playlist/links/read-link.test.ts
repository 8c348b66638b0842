import { expect, onTestFinished, test } from 'vitest'
import { openHttp } from '../../../src/base/http/open-http.ts'
import { type PlaylistLink, readLink } from '../../../src/playlist/links/link.ts'
import { readLinkedPlaylist } from '../../../src/playlist/links/read-link.ts'
import { spotifyHosts } from '../../../src/playlist/services/spotify/hosts.ts'
import { UserError } from '../../../src/words/user-error.ts'
import { makeClock, type Say, startReplay } from '../../support/replay.ts'
import { idOf } from '../../support/spotify.ts'

/** Nobody is logged in. */
async function read(link: PlaylistLink, say: Say, publicPage = false) {
  const replay = await startReplay(say)
  onTestFinished(() => replay[Symbol.asyncDispose]())
  await using http = openHttp({
    rules: spotifyHosts,
    userAgent: 'Songkeep/test',
    network: replay.network,
    clock: makeClock(),
  })
  const store = { open: () => Promise.reject(new Error('Nothing is kept of a page.')) }
  const { signal } = new AbortController()
  const result = await readLinkedPlaylist(link, { http, store, publicPage }, signal).catch(
    (error: unknown) => error,
  )
  return { result, asked: replay.asked }
}

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
    const { result, asked } = await read({ kind, id: idOf(1) }, () => ({ body: listPage(3) }))
    expect(result).toBeInstanceOf(UserError)
    expect((result as UserError).hint).toMatch(/data export.*songkeep login spotify.*--public-page/)
    expect(asked).toEqual([])
  },
)

test('where it is allowed, the public page is read, and its token goes nowhere', async () => {
  const { result, asked } = await read(
    { kind: 'playlist', id: idOf(1) },
    () => ({ body: listPage(100) }),
    true,
  )
  expect(result).toMatchObject({ name: 'Evening', format: 'spotify-page' })
  expect(result).toMatchObject({
    notes: [/no ISRCs/, /possibly cut/].map((each) => expect.stringMatching(each)),
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
  const { result, asked } = await read({ kind: 'track', id: idOf(1) }, () => ({ body: html }))
  const track = { title: 'Amber', artists: ['Mira'], album: 'Shore', year: 1999 }
  expect(result).toMatchObject({ name: 'Amber', entries: [{ kind: 'track', track }] })
  expect(asked).toHaveLength(1)
})

test('where the page says nothing, oEmbed names the title, and the entry says what is missing', async () => {
  const { result, asked } = await read({ kind: 'track', id: idOf(1) }, ({ pathname }) =>
    pathname === '/oembed' ? { body: '{"title":"Amber"}' } : { body: '<html></html>' },
  )
  expect(result).toMatchObject({
    entries: [{ track: { title: 'Amber', artists: [] }, note: expect.stringMatching(/no artist/) }],
  })
  expect(asked[1]?.url.searchParams.get('url')).toBe(`https://open.spotify.com/track/${idOf(1)}`)
})

test.each<[string, PlaylistLink]>([
  ['a track that is gone', { kind: 'track', id: idOf(1) }],
  ['a list that is private', { kind: 'playlist', id: idOf(1) }],
])('%s is an error with advice', async (_, link) => {
  const { result } = await read(link, () => ({ status: 404, body: '' }), true)
  expect(result).toBeInstanceOf(UserError)
  expect((result as UserError).message).toMatch(
    /shows no such (?:track|playlist) \(HTTP status 404\)/,
  )
})

test('a file of the user’s own is named by its address', async () => {
  const link = { kind: 'local', uri: 'spotify:local:Mira:Shore:Amber+Light:84' } as const
  const { result, asked } = await read(link, () => undefined)
  const track = { title: 'Amber Light', artists: ['Mira'], album: 'Shore', durationMs: 84_000 }
  expect(result).toMatchObject({ entries: [{ track }] })
  expect(asked).toEqual([])
})

test.each([
  ['https://www.deezer.com/playlist/1', /Deezer/, /TuneMyMusic/],
  ['https://music.apple.com/de/playlist/x/pl.1', /Apple Music/, /Export Playlist/],
  ['https://music.youtube.com/playlist?list=PL1', /YouTube/, /Takeout/],
  ['https://tidal.com/browse/playlist/1b2c', /TIDAL/, /CSV/],
  ['https://mira.bandcamp.com/album/shore', /Bandcamp/, /--library/],
  ['https://open.spotify.com.evil.example/playlist/x', /no music service/, /songkeep backup -/],
  [`spotify:artist:${idOf(1)}`, /an artist/, /playlist, an album or a track/],
  [`spotify:episode:${idOf(1)}`, /podcast/, /undefined/],
  ['spotify:liked', /Only you/, /login spotify/],
])('%s: nothing is asked, and the advice fits', async (text, message, hint) => {
  const link = readLink(text)
  if (!link) throw new Error('It is a link.')
  const { result, asked } = await read(link, () => undefined, true)
  expect(result).toBeInstanceOf(UserError)
  const { message: said, hint: advice } = result as UserError
  expect(said).toMatch(message)
  expect(String(advice)).toMatch(hint)
  expect(asked).toEqual([])
})
