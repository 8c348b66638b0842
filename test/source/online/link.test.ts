import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Link } from '../../../src/model/link.ts'
import { type Reason, reason } from '../../../src/model/reason.ts'
import { chooseLinks, makeLink, readPage } from '../../../src/source/online/link.ts'

describe('readPage', () => {
  test.each([
    [
      'https://the-lanterns.bandcamp.com/track/a?from=search',
      'Bandcamp',
      'https://the-lanterns.bandcamp.com/track/a',
    ],
    [
      'http://www.youtube.com/watch?v=abc&feature=share',
      'YouTube',
      'https://www.youtube.com/watch?v=abc',
    ],
    [
      'https://music.youtube.com/watch?v=abc&si=x',
      'YouTube Music',
      'https://music.youtube.com/watch?v=abc',
    ],
    ['https://open.spotify.com/track/1?si=x#t', 'Spotify', 'https://open.spotify.com/track/1'],
    ['//www.deezer.com/track/1?utm_source=deezer', 'Deezer', 'https://www.deezer.com/track/1'],
    [
      'https://geo.music.apple.com/us/album/_/1?i=2&mt=1&at=x',
      'Apple Music',
      'https://geo.music.apple.com/us/album/_/1?i=2',
    ],
    ['https://www.amazon.co.uk/dp/B1?tag=x', 'Amazon', 'https://www.amazon.co.uk/dp/B1'],
    [
      'http://the-lanterns.example/?utm_medium=web&song=1',
      'the-lanterns.example',
      'http://the-lanterns.example/?song=1',
    ],
    ['https://www.label.example/a', 'label.example', 'https://www.label.example/a'],
    ['https://notbandcamp.com/', 'notbandcamp.com', 'https://notbandcamp.com/'],
    [
      'https://bandcamp.com.label.example/',
      'bandcamp.com.label.example',
      'https://bandcamp.com.label.example/',
    ],
  ])('%s is a page at %s', (given, service, url) => {
    expect(readPage(given)).toEqual({ service, url })
  })

  test.each([
    'javascript:alert(1)',
    'file:///etc/passwd',
    'spotify:track:1',
    'http://localhost/',
    'http://router.local/',
    'http://router.local./',
    'http://intranet/',
    'http://10.0.0.1/',
    'http://[::1]/',
    'http://2130706433/',
    'https://user:secret@label.example/',
    'https://label.example:8443/',
    'label.example',
    '',
    undefined,
    { url: 'https://label.example/' },
  ])('%j is no page to send a person to', (given) => {
    expect(readPage(given)).toBeUndefined()
  })

  test('what comes out goes in again unchanged', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        const place = readPage(url)
        if (place) expect(readPage(place.url)).toEqual(place)
      }),
    )
  })
})

describe('chooseLinks', () => {
  const link = (kind: Link['kind'], url: string, note?: Reason) => {
    const made = makeLink({ kind, by: 'a-provider', note }, url)
    if (!made) throw new Error(`${url} makes no link.`)
    return made
  }
  const song = link('buy', 'https://a.bandcamp.com/track/1')
  const album = link('buy', 'https://a.bandcamp.com/album/1', reason('source.for-the-release'))
  const heard = link('listen', 'https://www.deezer.com/track/1')

  test.each<[string, Link[], Link[], Link[]]>([
    ['the first of a service is kept', [song, link('buy', 'https://b.bandcamp.com/')], [], [song]],
    ['other kinds and services stay', [song, heard], [], [song, heard]],
    ['a release gives way to its song', [song, album], [], [song]],
    ['a song is told, though its release is known', [song], [album], [song]],
    ['a release is not told where its song is known', [album], [song], []],
    ['what is known is not told again', [song, heard], [song], [heard]],
    ['one page is one link', [heard, { ...heard, kind: 'buy' }], [], [heard]],
  ])('%s', (_, links, known, chosen) => {
    expect(chooseLinks(links, known)).toEqual(chosen)
  })
})
