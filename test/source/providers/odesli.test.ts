import { describe, expect, test } from 'vitest'
import { songPage } from '../../../src/source/providers/odesli/song-page.ts'

const SPOTIFY = 'https://open.spotify.com/track/0000000000000000000001'

describe('songPage', () => {
  test.each([
    ['spotify:track:0000000000000000000001', SPOTIFY],
    [`${SPOTIFY}?si=x`, SPOTIFY],
    ['https://open.spotify.com/intl-de/track/0000000000000000000001', undefined],
    ['https://music.apple.com/us/album/a/1?i=2&l=en', 'https://music.apple.com/us/album/a/1?i=2'],
    ['https://www.deezer.com/en/track/1', 'https://www.deezer.com/en/track/1'],
    ['https://tidal.com/browse/track/1', 'https://tidal.com/browse/track/1'],
    ['https://youtu.be/bluehrbr001?t=3', 'https://youtu.be/bluehrbr001'],
    ['https://a.bandcamp.com/track/b', 'https://a.bandcamp.com/track/b'],
    ['https://soundcloud.com/a/b', 'https://soundcloud.com/a/b'],
  ])('%s names a song', (uri, page = uri) => {
    expect(songPage(uri)).toBe(page)
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
  ])('%j names none that anybody is asked about', (uri) => {
    expect(songPage(uri)).toBeUndefined()
  })
})
