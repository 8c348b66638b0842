import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Track } from '../../../src/model/track.ts'
import { nothingKnown } from '../../../src/source/knowledge.ts'
import type { Provider } from '../../../src/source/provider.ts'
import { deezer } from '../../../src/source/providers/deezer/deezer.ts'
import { itunes } from '../../../src/source/providers/itunes/itunes.ts'
import { listenBrainz } from '../../../src/source/providers/listenbrainz/listenbrainz.ts'
import { musicBrainz } from '../../../src/source/providers/musicbrainz/musicbrainz.ts'
import { answerDirectly } from '../../support/hosts/direct-http.ts'
import { makeContext, tablesOf } from '../../support/hosts/online.ts'
import { describeShared, shared } from '../../support/shared.ts'

const { signal } = new AbortController()

function find(asked: Provider<'lookUp'>, track: Track, say: (url: URL) => unknown) {
  const http = answerDirectly((url) => ({ body: JSON.stringify(say(url)) }), tablesOf(asked))
  return asked.open(makeContext(asked, http)).lookUp(track, nothingKnown, signal)
}

const reader = (place: string) => (file: string) =>
  JSON.parse(readFileSync(shared('data/replies', place, file), 'utf8'))

describeShared('what MusicBrainz answered', 'data/replies/musicbrainz', () => {
  const read = reader('musicbrainz')
  /** One recording is all that it knows. */
  const only = (file: string) => (url: URL) =>
    url.pathname.endsWith('/recording') ? { recordings: [read(file)] } : {}

  test('a recording with its ISRC, length and first release', async () => {
    const track = { title: 'Thinking Out Loud', artists: ['Ed Sheeran'], durationMs: 281_560 }
    const { recordings, assertions } = await find(musicBrainz, track, only('picard_recording.json'))
    expect(recordings).toMatchObject([
      {
        id: 'cb2cc207-8125-445c-9ef9-6ea44eee959a',
        durationMs: 281_000,
        isrc: 'GBAHS1400099',
        year: 2014,
      },
    ])
    expect(assertions).toMatchObject([{ artists: ['Ed Sheeran'], licences: [] }])
  })

  test('an artist credited by another name than their own is known by all of them', async () => {
    const file = 'picard_ws_data/recording_artist_aliases.json'
    const { title } = read(file)
    const track = { title, artists: ['クー子'], durationMs: 289_840 }
    const { assertions } = await find(musicBrainz, track, only(file))
    expect(assertions[0]?.artists).toEqual(['後ろから這いより隊C', 'クー子'])
  })

  test.each(['picard_ws_data/recording_video.json', 'picard_ws_data/recording_null.json'])(
    '%s is a video, or says too little of itself, and claims no more than it says',
    async (file) => {
      const { title } = read(file)
      const track = { title: title ?? 'Nothing', artists: [] }
      const { recordings, assertions } = await find(musicBrainz, track, only(file))
      expect(assertions.length).toBeLessThanOrEqual(recordings.length)
      for (const recording of recordings) expect(recording.title).not.toBe('')
    },
  )
})

describeShared('what Deezer answered', 'data/replies/deezer', () => {
  const read = reader('deezer')

  test('a track by its ISRC', async () => {
    const track = { title: 'Die With A Smile', artists: ['Lady Gaga'], isrc: 'USUM72409273' }
    const found = await find(deezer, track, () => read('track_2947516331_2025.json'))
    expect(found.recordings).toMatchObject([
      { isrc: 'USUM72409273', durationMs: 250_000, album: 'Die With A Smile' },
    ])
    expect(found.links).toEqual([
      {
        kind: 'listen',
        service: 'Deezer',
        url: 'https://www.deezer.com/track/2947516331',
        by: 'deezer',
      },
    ])
    expect(JSON.stringify(found)).not.toMatch(/preview|dzcdn/)
  })

  test('an error under HTTP status 200 is nothing', async () => {
    const track = { title: 'Soliloquy', artists: ['Dave Brubeck'] }
    const found = await find(deezer, track, () => read('error_no_data.json').body)
    expect(found).toEqual(nothingKnown)
  })

  test('a search', async () => {
    const track = { title: 'Soliloquy', artists: ['Dave Brubeck'] }
    const found = await find(deezer, track, ({ pathname }) =>
      pathname === '/search'
        ? read('search_simple_2021.json').body
        : read('error_no_data.json').body,
    )
    expect(found.recordings).toMatchObject([{ id: '1495381112', album: 'Nightclub' }])
  })
})

describeShared('what iTunes answered', 'data/replies/itunes', () => {
  const read = reader('itunes')

  test('a song among others, with its page and without what may not be kept', async () => {
    const track = { title: "Sweet Child O' Mine", artists: ["Guns N' Roses"] }
    const found = await find(itunes, track, () => read('tracks_3_mixed.json'))
    expect(found.recordings).toMatchObject([
      { id: '1377813701', durationMs: 356_067, year: 1987, trackNumber: 9 },
    ])
    expect(found.links.map(({ kind, service, url }) => [kind, service, url])).toEqual([
      [
        'listen',
        'Apple Music',
        'https://music.apple.com/us/album/sweet-child-o-mine/1377813284?i=1377813701',
      ],
      [
        'buy',
        'iTunes',
        'https://music.apple.com/us/album/sweet-child-o-mine/1377813284?i=1377813701&app=itunes',
      ],
    ])
    expect(JSON.stringify(found)).not.toMatch(/preview|mzstatic|itunes-assets/i)
  })

  test('releases are no songs', async () => {
    const answer = read('lookup_album_1728639278_us.json')
    const { collectionName, artistName } = answer.results[0]
    const track = { title: collectionName, artists: [artistName] }
    const found = await find(itunes, track, () => ({ results: answer.results.slice(0, 1) }))
    expect(found).toEqual(nothingKnown)
  })
})

describeShared('what ListenBrainz answered', 'data/replies/listenbrainz', () => {
  const read = reader('listenbrainz')

  test('a look-up, and nothing where nobody has counted', async () => {
    const track = { title: 'Never Gonna Give You Up', artists: ['Rick Astley'] }
    const found = await find(listenBrainz, track, ({ pathname }) =>
      pathname.includes('lookup')
        ? read('mb_lookup_metadata_example.json')
        : read('navidrome_listenbrainz.popularity.json'),
    )
    expect(found.recordings).toMatchObject([
      {
        id: '8f3471b5-7e6a-48da-86a9-c1c07a0f47ae',
        title: 'Never Gonna Give You Up',
        artists: ['Rick Astley'],
        album: 'Red Hot',
      },
    ])
    expect(found.recordings[0]?.popularity).toBeUndefined()
  })
})
