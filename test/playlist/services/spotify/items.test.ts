import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { buildPlaylist } from '../../../../src/playlist/reading/entries.ts'
import { readItem, readTrack } from '../../../../src/playlist/services/spotify/items.ts'
import { idOf, makeTrack } from '../../../support/hosts/spotify.ts'
import { describeShared, shared } from '../../../support/shared.ts'

const build = (rows: Parameters<typeof buildPlaylist>[1]) =>
  buildPlaylist({ format: 'spotify-api', name: 'List', fallbackName: '' }, rows).entries
const entryOf = (element: unknown) => build([readItem(element)])[0]

const whole = {
  title: 'Song 4',
  artists: ['The Testers'],
  album: 'Sketches',
  albumArtists: ['The Testers'],
  durationMs: 1000,
  year: 1971,
  isrc: 'GBAAA7100004',
  trackNumber: 3,
  discNumber: 1,
  uri: `spotify:track:${idOf(4)}`,
}
const added_at = '2020-02-14T17:31:47Z'

describe('an element of a list', () => {
  test.each([
    ['since February 2026', { item: makeTrack(4) }],
    ['before', { track: makeTrack(4) }],
    ['both at once', { item: makeTrack(4), track: true }],
    ['with its flags of before', { track: { ...makeTrack(4), track: true, episode: false } }],
  ])('%s', (_, element) => {
    const track = { ...whole, addedAt: added_at }
    expect(entryOf({ added_at, ...element })).toEqual({ kind: 'track', position: 1, track })
  })

  test.each([
    ['nothing', null, 'playlist.empty-item'],
    ['an empty track', { added_at, added_by: { id: '' }, track: null }, 'playlist.empty-item'],
    ['an empty item', { item: null }, 'playlist.empty-item'],
    [
      'an episode',
      {
        item: { type: 'episode', name: 'News', show: { name: 'Daily' }, uri: 'spotify:episode:x' },
      },
      'playlist.podcast-episode',
    ],
    [
      'an episode that says so by its address alone',
      { track: { uri: 'spotify:episode:x' } },
      'playlist.podcast-episode',
    ],
    ['a chapter', { item: { type: 'chapter', name: 'One' } }, 'playlist.audiobook'],
    ['a track that was withdrawn', { item: { ...makeTrack(1), name: '' } }, 'playlist.withdrawn'],
    ['a track without title or address', { item: { name: '', uri: '' } }, 'playlist.no-title'],
  ])('%s is a row with a reason', (_, element, code) => {
    expect(entryOf(element)).toMatchObject({ kind: 'skipped', reason: { code } })
  })

  test('a file of the user’s own', () => {
    const item = {
      type: 'track',
      id: null,
      is_local: true,
      name: 'Amber',
      artists: [{ name: 'Mira', id: null }],
      album: { name: 'Shore', artists: [], release_date: null, id: null },
      duration_ms: 128_000,
      track_number: 0,
      disc_number: 0,
      external_ids: {},
      uri: 'spotify:local:Mira:Shore:Amber:128',
    }
    const track = {
      title: 'Amber',
      artists: ['Mira'],
      album: 'Shore',
      durationMs: 128_000,
      uri: item.uri,
    }
    expect(entryOf({ is_local: true, item })).toEqual({ kind: 'track', position: 1, track })
    const bare = entryOf({ track: { uri: item.uri, name: '' } })
    expect(bare).toMatchObject({ track: { title: 'Amber', artists: ['Mira'] } })
  })

  test.each([
    [{ is_playable: false, restrictions: { reason: 'market' } }, 'playlist.not-in-your-country'],
    [{ is_playable: false }, 'playlist.no-longer-played'],
  ])('what Spotify does not play any more is told: %j', (more, code) => {
    const entry = entryOf({ item: { ...makeTrack(1), ...more } })
    const told = { note: { code }, withdrawn: true }
    expect(entry).toMatchObject({ kind: 'track', ...told })
  })

  test('a number written as a float, a date that means nothing', () => {
    const item = { ...makeTrack(1), duration_ms: 1000.0004, track_number: 2.0 }
    const entry = entryOf({ added_at: '1970-01-01T00:00:00Z', item })
    expect(entry).toMatchObject({ track: { durationMs: 1000, trackNumber: 2 } })
    expect(entry).not.toHaveProperty('track.addedAt')
  })

  test('an album’s own list takes the album’s name from its head', () => {
    const album = { name: 'Shore', artists: [{ name: 'Mira' }], release_date: '1999' }
    const row = readTrack({ ...makeTrack(1), album: undefined, external_ids: undefined }, { album })
    expect(build([row])[0]).toMatchObject({
      track: { album: 'Shore', albumArtists: ['Mira'], year: 1999 },
    })
  })
})

describeShared('answers that were recorded', 'data/playlists/spotify-api', () => {
  const folder = 'data/playlists/spotify-api'
  const read = (name: string) => JSON.parse(readFileSync(shared(folder, name), 'utf8'))

  test.each([
    ['SYNTHETIC-2026-items-page.json', 2, []],
    ['zmb3-playlist-items-tracks.json', 2, []],
    ['zmb3-playlist-items-episodes.json', 0, Array(4).fill('playlist.podcast-episode')],
    ['zmb3-playlist-items-mixed.json', 2, Array(2).fill('playlist.podcast-episode')],
    ['exportify-items-null-track.json', 0, ['playlist.empty-item']],
    ['exportify-items-local-files.json', 2, []],
    ['exportify-items-duplicate.json', 2, []],
    ['zmb3-playlist-tracks-page40.json', 40, []],
    ['java-me-tracks.json', 1, []],
    ['zmb3-me-tracks.json', 3, []],
  ])('%s: %i tracks', (name, tracks, reasons) => {
    const entries = build(read(name).items.map(readItem))
    expect(entries.filter(({ kind }) => kind === 'track')).toHaveLength(tracks)
    const told = entries.flatMap((entry) => (entry.kind === 'skipped' ? [entry.reason.code] : []))
    expect(told).toEqual(reasons)
  })

  test('no page holds anything that an entry does not come of', () => {
    const pages = readdirSync(shared(folder)).filter((name) => /items|tracks/.test(name))
    for (const name of pages.filter((each) => each.endsWith('.json'))) {
      const { items } = read(name)
      if (Array.isArray(items)) expect(build(items.map(readItem))).toHaveLength(items.length)
    }
  })

  test('the new shape says the same as the old', () => {
    const [old, now] = ['zmb3-playlist-items-tracks.json', 'SYNTHETIC-2026-items-page.json'].map(
      (name) => build(read(name).items.map(readItem)),
    )
    expect(now).toEqual(old)
  })
})
