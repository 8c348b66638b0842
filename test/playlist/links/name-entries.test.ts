import { describe, expect, test } from 'vitest'
import type { Entry, Playlist } from '../../../src/model/playlist.ts'
import { reason } from '../../../src/model/reason.ts'
import { countUnnamed, nameEntries } from '../../../src/playlist/links/name-entries.ts'
import { services as others } from '../../../src/playlist/services/all.ts'
import { LoginExpiredError } from '../../../src/playlist/services/spotify/authorise.ts'
import { english } from '../../../src/words/english.ts'
import type { Say } from '../../support/hosts/replay.ts'
import { idOf } from '../../support/hosts/spotify.ts'
import { openSpotifyReplay } from '../../support/hosts/spotify-visitor.ts'
import { sayJson } from '../../support/hosts/visitor.ts'

const uriOf = (number: number) => `spotify:track:${idOf(number)}`
const row = (uri: string): Entry => ({
  kind: 'skipped',
  position: 1,
  text: uri,
  reason: reason('playlist.link-only', { service: 'Spotify' }),
  uri,
})
const listOf = (...entries: readonly Entry[]): Playlist => ({
  name: 'Pasted',
  format: 'uri-list',
  entries: entries.map((entry, at) => ({ ...entry, position: at + 1 })),
  notes: [],
})

/** Pages of tracks: every number has a song but 404. */
const pages: Say = ({ pathname }) => {
  const number = Number(/A(\d{21})$/.exec(pathname)?.[1])
  if (pathname.startsWith('/short'))
    return { status: 302, headers: { location: `https://open.spotify.com/track/${idOf(7)}` } }
  if (pathname.startsWith('/list'))
    return { status: 302, headers: { location: `https://open.spotify.com/album/${idOf(7)}` } }
  if (Number.isNaN(number) || number === 404) return { status: 404 }
  const metas = { title: `Song ${number}`, description: 'Mira · Shore · Song · 1999' }
  const head = Object.entries(metas).map(
    ([name, text]) => `<meta property="og:${name}" content="${text}">`,
  )
  return { body: `<head>${head.join('')}</head>` }
}

/** Deezer's and YouTube's own answers about a track. */
const services: Say = ({ hostname, pathname, searchParams }) => {
  if (hostname === 'api.deezer.com')
    return sayJson(
      pathname === '/track/7'
        ? { id: 7, title: 'Salt', artist: { name: 'Mira' }, isrc: 'DEAAA1900001', duration: 199 }
        : { error: { code: 800, message: 'no data' } },
    )
  const videos = [
    { snippet: { title: 'Amber', channelTitle: 'The Lanterns - Topic' }, contentDetails: {} },
  ]
  return sayJson({ items: searchParams.get('id') === 'vid00000001' ? videos : [] })
}

async function name(
  playlist: Playlist,
  say: Say = pages,
  api?: { get(): Promise<unknown> },
  keys?: Readonly<Record<string, string>>,
) {
  const { http, replay } = await openSpotifyReplay(
    say,
    others.flatMap(({ hosts }) => hosts),
  )
  const store = { open: () => Promise.reject(new Error('No pages here.')) }
  const told: string[] = []
  const reading = {
    http,
    keys,
    store,
    publicPage: false,
    onRead: (done: number, total: number) => void told.push(`${done}/${total}`),
    api,
  }
  const named = await nameEntries(playlist, reading, new AbortController().signal)
  return { named, told, asked: replay.asked.map(({ url }) => url.host + url.pathname) }
}

const show = ({ entries }: Playlist) =>
  entries.map((entry) => (entry.kind === 'track' ? entry.track.title : entry.reason.code))

describe('rows that are nothing but a link', () => {
  test('are named in their places, each link asked about once; other rows are left as they are', async () => {
    const song: Entry = { kind: 'track', position: 1, track: { title: 'Amber', artists: [] } }
    const episode: Entry = {
      kind: 'skipped',
      position: 1,
      text: 'News',
      reason: reason('playlist.podcast-episode'),
    }
    const list = listOf(
      row(uriOf(1)),
      song,
      row(uriOf(2)),
      episode,
      row(uriOf(1)),
      row('https://www.youtube.com/watch?v=dQw4w9WgXcQ'),
      { ...row(uriOf(3)), withdrawn: true } as const,
    )
    expect(countUnnamed(list)).toBe(4)
    const { named, asked, told } = await name(list)
    expect(show(named).slice(0, 5)).toEqual([
      'Song 1',
      'Amber',
      'Song 2',
      'playlist.podcast-episode',
      'Song 1',
    ])
    // Without a key YouTube is not asked: the row says so, and keeps its address.
    expect(named.entries[5]).toEqual({
      ...list.entries[5],
      reason: reason('playlist.service-needs-key', {
        service: 'YouTube',
        variable: 'SONGKEEP_YOUTUBE_API_KEY',
      }),
    })
    expect(named.entries.slice(6)).toEqual(list.entries.slice(6))
    expect(named.entries.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6, 7])
    expect(asked).toEqual([1, 2].map((each) => `open.spotify.com/track/${idOf(each)}`))
    expect(told).toEqual(['1/4', '2/4', '3/4', '4/4'])
  })

  test('of Deezer and of YouTube are named by these', async () => {
    const list = listOf(
      row('https://www.deezer.com/track/7'),
      row('https://www.youtube.com/watch?v=vid00000001'),
      row('https://www.deezer.com/track/8'),
      row('https://www.youtube.com/watch?v=vid00000002'),
      row('https://music.apple.com/de/song/1'),
    )
    const keys = { SONGKEEP_YOUTUBE_API_KEY: 'key' }
    const { named, asked } = await name(list, services, undefined, keys)
    expect(named.entries).toMatchObject([
      { track: { title: 'Salt', artists: ['Mira'], isrc: 'DEAAA1900001' } },
      { track: { title: 'Amber', artists: ['The Lanterns'] } },
      { kind: 'skipped', reason: { code: 'playlist.list-not-there' } },
      { kind: 'skipped', reason: { code: 'playlist.video-gone' } },
      { kind: 'skipped', reason: { code: 'playlist.link-only' } },
    ])
    expect(asked).toHaveLength(4)
  })

  test('by a short link are resolved first; what is no track is told', async () => {
    const { named } = await name(
      listOf(row('https://spotify.link/short'), row('https://spotify.link/list')),
    )
    expect(show(named)).toEqual(['Song 7', 'playlist.link-to-no-track'])
  })

  test('to what is gone keep their row, with the reason', async () => {
    const { named } = await name(listOf(row(uriOf(404)), row(uriOf(2))))
    expect(show(named)).toEqual(['playlist.not-shown', 'Song 2'])
    expect(named.entries[0]).toMatchObject({
      uri: uriOf(404),
      reason: { params: { what: 'track', status: 404 } },
    })
  })

  test('are left where Spotify asks for quiet, and a note says how many', async () => {
    const say: Say = (url, asked) =>
      url.pathname.endsWith('2')
        ? { status: 429, headers: { 'retry-after': '86400' } }
        : pages(url, asked)
    const list = listOf(...[1, 2, 3, 1].map((each) => row(uriOf(each))))
    const { named, asked } = await name(list, say)
    expect(show(named)).toEqual(['Song 1', 'playlist.link-only', 'playlist.link-only', 'Song 1'])
    expect(named.notes).toMatchObject([{ code: 'playlist.rows-unnamed', params: { rows: 2 } }])
    expect(named.notes.map(english)).toEqual([
      expect.stringMatching(/before 2026-11-22.* 2 rows stay without/),
    ])
    expect(asked).toHaveLength(2)
  })

  test('are asked of the Web API where there is a login; one that has ended stops the run', async () => {
    const track = {
      type: 'track',
      name: 'Song 1',
      uri: uriOf(1),
      external_ids: { isrc: 'GBAAA7100001' },
    }
    const { named, asked } = await name(listOf(row(uriOf(1))), pages, { get: async () => track })
    expect(named.entries[0]).toMatchObject({ position: 1, track: { isrc: 'GBAAA7100001' } })
    expect(asked).toEqual([])
    const ended = { get: () => Promise.reject(new LoginExpiredError()) }
    await expect(name(listOf(row(uriOf(1))), pages, ended)).rejects.toBeInstanceOf(
      LoginExpiredError,
    )
  })
})
