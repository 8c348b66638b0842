import { describe, expect, test } from 'vitest'
import {
  chooseAddresses,
  readRecordingId,
} from '../../../../src/source/providers/musicbrainz/service-pages.ts'

const SPOTIFY = 'https://open.spotify.com/track/0000000000000000000001'
const YOUTUBE = 'https://www.youtube.com/watch?v=bluehrbr001'
const YOUTUBE_MUSIC = 'https://music.youtube.com/watch?v=bluehrbr001'

describe('chooseAddresses', () => {
  test.each<[string, ...string[]]>([
    ['spotify:track:0000000000000000000001', SPOTIFY],
    [`${SPOTIFY}?si=x`, SPOTIFY],
    ['https://open.spotify.com/intl-de/track/0000000000000000000001', SPOTIFY],
    ['https://www.deezer.com/en/track/1', 'https://www.deezer.com/track/1'],
    ['http://deezer.com/track/1', 'https://www.deezer.com/track/1'],
    ['https://listen.tidal.com/track/1', 'https://tidal.com/track/1'],
    ['https://tidal.com/browse/track/1?u', 'https://tidal.com/track/1'],
    ['https://youtu.be/bluehrbr001?t=3', YOUTUBE, YOUTUBE_MUSIC],
    ['https://www.youtube.com/watch?v=bluehrbr001&list=abc', YOUTUBE, YOUTUBE_MUSIC],
    ['https://music.youtube.com/watch?v=bluehrbr001', YOUTUBE_MUSIC, YOUTUBE],
    [
      'https://music.apple.com/de/album/harbour-lights/1?i=2&l=en',
      'https://music.apple.com/de/song/2',
      'https://music.apple.com/us/song/2',
    ],
    ['https://music.apple.com/us/song/blue-harbour/2', 'https://music.apple.com/us/song/2'],
    ['https://itunes.apple.com/us/album/id1?i=2', 'https://music.apple.com/us/song/2'],
    ['https://music.amazon.de/tracks/B000000001', 'https://music.amazon.de/tracks/B000000001'],
    [
      'https://music.amazon.com/albums/B000000002?trackAsin=B000000001&ref=x',
      'https://music.amazon.com/tracks/B000000001',
    ],
    ['https://m.soundcloud.com/a/b', 'https://soundcloud.com/a/b'],
    ['https://a.bandcamp.com/track/b?from=x', 'https://a.bandcamp.com/track/b'],
  ])('%s', (uri, ...addresses) => {
    expect(chooseAddresses(uri)).toEqual(addresses)
  })

  test.each([
    undefined,
    '',
    'spotify:local:a:b:c:1',
    'spotify:track:../../x',
    'spotify:album:0000000000000000000001',
    'https://open.spotify.com/album/0000000000000000000001',
    'https://music.apple.com/us/album/a/1',
    'https://www.youtube.com/playlist?list=abc',
    'https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv',
    'https://a.bandcamp.com/album/b',
    'https://a.bandcamp.com/',
    'https://soundcloud.com/a/sets/b',
    'https://open.spotify.com.elsewhere.example/track/0000000000000000000001',
    'file:///home/me/secret.mp3',
    'http://127.0.0.1/track/1',
  ])('%j names no single song', (uri) => {
    expect(chooseAddresses(uri)).toEqual([])
  })
})

const ID = '00000050-0000-4000-8000-000000000050'

test.each([
  [`https://musicbrainz.org/recording/${ID}`, ID],
  [`https://musicbrainz.org/release/${ID}`, undefined],
  [`https://musicbrainz.org/recording/${ID}/../x`, undefined],
  [`https://elsewhere.example/recording/${ID}`, undefined],
  [undefined, undefined],
])('the recording in %s', (uri, id) => {
  expect(readRecordingId(uri)).toBe(id)
})
