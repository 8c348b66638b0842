import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Playlist } from '../../../src/model/playlist.ts'
import { readPublicPage } from '../../../src/playlist/links/public-page.ts'
import { readOembedTitle, readTrackPage } from '../../../src/playlist/links/track-page.ts'
import { UserError } from '../../../src/words/user-error.ts'
import { describeShared, shared } from '../../support/shared.ts'
import { codesOf, errorLike } from '../../support/words/reasons.ts'
import { LIST, page } from './list-page.ts'

const NBSP = '\u00a0'

const track = (number: number, more: object = {}) => ({
  uri: `spotify:track:${String(number).padStart(22, '0')}`,
  title: `Song ${number}`,
  subtitle: `Mira,${NBSP}Tyler, The Second`,
  duration: 61_000,
  isPlayable: true,
  entityType: 'track',
  ...more,
})

const list = (trackList: unknown, more: object = {}) =>
  readPublicPage(page({ title: 'Evening', subtitle: 'Somebody', trackList, ...more }), LIST)

const titles = ({ entries }: Playlist) =>
  entries.map((entry) => (entry.kind === 'track' ? entry.track.title : entry.reason.code))

describe('the list on a public page', () => {
  test('names titles, artists and lengths, and warns of what it leaves out', () => {
    const { entries, ...head } = list([track(1), track(2, { duration: '201500' })])
    expect(head).toMatchObject({ name: 'Evening', creator: 'Somebody', uri: LIST })
    expect(codesOf(head.notes)).toEqual(['playlist.from-public-page'])
    expect(entries[0]).toMatchObject({
      track: { title: 'Song 1', artists: ['Mira', 'Tyler, The Second'], durationMs: 61_000 },
    })
    expect(entries[1]).toMatchObject({ track: { durationMs: 201_500 } })
  })

  test.each([
    [99, false],
    [100, true],
  ])('%i entries: possibly cut is %s', (count, isCut) => {
    const { notes, entries, partial } = list(Array.from({ length: count }, (_, at) => track(at)))
    expect(entries).toHaveLength(count)
    expect(codesOf(notes).includes('playlist.page-possibly-cut')).toBe(isCut)
    expect(partial === true).toBe(isCut)
  })

  test('episodes and empty items are rows with a reason', () => {
    const odd = [
      null,
      track(1, { entityType: 'episode' }),
      { uri: 'spotify:episode:x', title: 'E' },
    ]
    expect(titles(list([...odd, track(2, { isPlayable: false })]))).toEqual([
      'playlist.no-title',
      'playlist.podcast-episode',
      'playlist.podcast-episode',
      'Song 2',
    ])
  })

  test('an album’s page names the album', () => {
    const entity = { title: 'Shore', subtitle: 'Mira', trackList: [track(1)] }
    const { entries } = readPublicPage(page(entity), 'spotify:album:37i9dQZF1DXcBWIGoYBM5M')
    expect(entries[0]).toMatchObject({ track: { album: 'Shore' } })
  })

  test('the older shape, in base64', () => {
    const state = { data: { entity: { name: 'Old', trackList: [track(1)] } } }
    const text = Buffer.from(JSON.stringify(state)).toString('base64')
    const html = `<script id="initial-state" type="text/plain">${text}</script>`
    expect(titles(readPublicPage(html, LIST))).toEqual(['Song 1'])
  })

  test('what stands in a comment or another script is not read', () => {
    const hidden = page({ title: 'Decoy', trackList: [track(9)] })
    const html = `<!-- ${hidden} --><script>"${hidden.replaceAll('</', '<\\/')}"</script>${page({ title: 'Real', trackList: [track(1)] })}`
    expect(readPublicPage(html, LIST).name).toBe('Real')
  })

  test('nothing but the entity comes out: no token, no account', () => {
    const settings = { session: { accessToken: 'BQ-anonymous-secret', clientId: 'client-secret' } }
    const html = page({ title: 'Evening', trackList: [track(1)] }, { settings })
    expect(JSON.stringify(readPublicPage(html, LIST))).not.toMatch(/secret/)
  })

  test.each([
    ['no page at all', ''],
    ['no list', page({ title: 'Evening' })],
    ['a list that is none', page({ title: 'Evening', trackList: 'many' })],
    ['no data', '<script id="__NEXT_DATA__"></script>'],
    ['JSON cut off', '<script id="__NEXT_DATA__">{"props":</script>'],
    ['nested without end', `<script id="__NEXT_DATA__">${'['.repeat(100_000)}</script>`],
  ])('%s is an error for the user', (_, html) => {
    expect(() => readPublicPage(html, LIST)).toThrow(UserError)
  })
})

describe('the head of a track’s page', () => {
  const head = (metas: Readonly<Record<string, string>>, rest = '') =>
    `<html><head>${Object.entries(metas)
      .map(([name, content]) => `<meta property="${name}" content="${content}">`)
      .join('')}</head><body>${rest}</body></html>`
  const read = (metas: Readonly<Record<string, string>>, rest?: string) =>
    readTrackPage(head(metas, rest), 'spotify:track:x')

  test.each([
    ['all', 'Mira · Shore · Song · 2020', '', ['Mira'], 'Shore', '2020'],
    ['an album with the sign in it', 'Mira · A · B · Song · 2020', '', ['Mira'], 'A · B', '2020'],
    ['an artist with it', 'A · B · Shore · Song · 2020', 'A · B', ['A · B'], 'Shore', '2020'],
    ['no year', 'Mira · Shore · Song', '', ['Mira'], 'Shore', undefined],
    ['another language', 'Mira · Shore · Titel · 2020', '', ['Mira'], 'Shore', '2020'],
  ])('%s', (_, description, told, artists, album, date) => {
    const row = read({
      'og:title': 'Tide &amp; Time',
      'og:description': description,
      ...(told === '' ? {} : { 'music:musician_description': told }),
      'music:duration': '200',
    })
    expect(row).toMatchObject({ title: 'Tide & Time', artists, album, durationMs: 200_000 })
    expect(row?.date).toBe(date)
  })

  test('what the body says is a decoy', () => {
    expect(read({ 'og:title': 'Real' }, '<meta property="og:title" content="Decoy">')?.title).toBe(
      'Real',
    )
    expect(read({}, '<meta property="og:title" content="Decoy">')).toBeUndefined()
    expect(readTrackPage('<!-- <meta property="og:title" content="x"> -->', '')).toBeUndefined()
  })

  test('nesting without end is read at once', () => {
    expect(read({ 'og:title': 'Real' }, '<div><p>'.repeat(400_000))?.title).toBe('Real')
  })
})

test.each([
  [{ title: ' Amber ' }, 'Amber'],
  [{ title: '' }, undefined],
  [{ title: 5 }, undefined],
  [null, undefined],
])('oEmbed: %j', (json, title) => {
  expect(readOembedTitle(json)).toBe(title)
})

describeShared('pages that were served', 'data/playlists/spotify-web', () => {
  const sample = (name: string) => readFileSync(shared('data/playlists/spotify-web', name), 'utf8')
  const inPage = (name: string) => `<script id="__NEXT_DATA__">${sample(name)}</script>`

  test('a playlist of June 2026', () => {
    const playlist = readPublicPage(inPage('embed-playlist-2026-06.next-data.json'), LIST)
    expect(playlist).toMatchObject({ name: 'Today’s Top Hits', creator: 'Spotify' })
    expect(playlist.entries).toHaveLength(50)
    for (const entry of playlist.entries)
      expect(entry).toMatchObject({
        kind: 'track',
        track: {
          artists: expect.arrayContaining([expect.any(String)]),
          durationMs: expect.any(Number),
        },
      })
  })

  test('a playlist with an episode, and a length written as text', () => {
    const playlist = readPublicPage(sample('embed-playlist-episode-stringduration.html'), LIST)
    expect(titles(playlist)).toEqual(['Self Aware', 'playlist.podcast-episode', 'Second'])
    expect(playlist.name).toBe('Somewhere peaceful')
    expect(playlist.entries[2]).toMatchObject({ track: { durationMs: 201_500 } })
  })

  test('a track’s page has no list', () => {
    const html = sample('embed-track-2023-initial-state-base64.html')
    expect(() => readPublicPage(html, LIST)).toThrow(
      errorLike('playlist.page-without-list', {}, 'playlist.export-or-log-in'),
    )
  })

  test('the head of a track’s page of October 2026', () => {
    expect(readTrackPage(sample('track-page-og-2026-10-01.html'), 'u')).toMatchObject({
      title: 'Blinding Lights',
      artists: ['The Weeknd'],
      album: 'After Hours',
      durationMs: 200_000,
      date: '2020-03-20',
      trackNumber: '9',
    })
  })

  test('oEmbed of an album', () => {
    const json = JSON.parse(sample('oembed-album.json'))
    expect(readOembedTitle(json)).toBe('A Cantar con Xabarin (Vol. I e II)')
  })
})
