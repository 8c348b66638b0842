import { expect, test } from 'vitest'
import { type PlaylistLink, readLink } from '../../../src/playlist/links/playlist-link.ts'

const ID = '4uLU6hMCjMI75M1A2tKUQC'
const list = { kind: 'playlist', id: ID }

test.each<[string, PlaylistLink]>([
  [`https://open.spotify.com/playlist/${ID}`, { kind: 'playlist', id: ID }],
  [`  https://open.spotify.com/playlist/${ID}?si=1f2&pi=a \n`, { kind: 'playlist', id: ID }],
  [`https://open.spotify.com/intl-de/album/${ID}?si=x`, { kind: 'album', id: ID }],
  [`https://open.spotify.com/intl-pt-br/track/${ID}`, { kind: 'track', id: ID }],
  [`https://open.spotify.com/user/spotify/playlist/${ID}`, { kind: 'playlist', id: ID }],
  [`https://open.spotify.com/embed/album/${ID}`, { kind: 'album', id: ID }],
  [`https://open.spotify.com/embed/user/x/playlist/${ID}`, { kind: 'playlist', id: ID }],
  [`https://embed.spotify.com/?uri=spotify:playlist:${ID}`, { kind: 'playlist', id: ID }],
  [`https://embed.spotify.com/?uri=spotify%3Atrack%3A${ID}`, { kind: 'track', id: ID }],
  [`http://play.spotify.com/album/${ID}`, { kind: 'album', id: ID }],
  [`spotify:playlist:${ID}`, { kind: 'playlist', id: ID }],
  [`spotify:user:somebody:playlist:${ID}`, { kind: 'playlist', id: ID }],
  [`spotify:track:${ID}`, { kind: 'track', id: ID }],
  ['spotify:liked', { kind: 'liked' }],
  ['spotify:collection', { kind: 'liked' }],
  ['spotify:user:somebody:collection', { kind: 'liked', user: 'somebody' }],
  ['https://open.spotify.com/collection/tracks', { kind: 'liked' }],
  ['spotify:local:A:B:C:84', { kind: 'local', uri: 'spotify:local:A:B:C:84' }],
  ['https://open.spotify.com/local/A/B/C/84', { kind: 'local', uri: 'spotify:local:A:B:C:84' }],
  ['https://spotify.link/hRkBrwub9xb', { kind: 'short', url: 'https://spotify.link/hRkBrwub9xb' }],
  ['http://spotify.app.link/Ab1?_p=x', { kind: 'short', url: 'https://spotify.app.link/Ab1' }],
  [
    'https://open.spotify.com/s/2czejYu',
    { kind: 'short', url: 'https://open.spotify.com/s/2czejYu' },
  ],
  [`spotify:artist:${ID}`, { kind: 'other', what: 'artist' }],
  [`https://open.spotify.com/episode/${ID}`, { kind: 'other', what: 'episode' }],
])('%s', (text, link) => {
  expect(readLink(text)).toEqual(link)
})

test.each([
  ['https://www.deezer.com/de/artist/27', 'Deezer'],
  ['https://music.apple.com/de/playlist/x/pl.u-1', 'Apple Music'],
  ['https://www.youtube.com/@somebody', 'YouTube'],
  ['https://tidal.com/browse/playlist/1b2c', 'TIDAL'],
  ['https://soundcloud.com/somebody/sets/mine', 'SoundCloud'],
])('%s is known, and no page of Spotify’s', (text, service) => {
  expect(readLink(text)).toMatchObject({ kind: 'elsewhere', service })
})

const MBID = '5b1ac0de-0000-4000-8000-000000000001'

test.each<[string, string, string, string]>([
  ['https://www.deezer.com/de/playlist/1479458365', 'deezer', 'playlist', '1479458365'],
  ['https://www.deezer.com/album/7/', 'deezer', 'album', '7'],
  ['https://deezer.page.link/Ab1', 'deezer', 'short', 'https://deezer.page.link/Ab1'],
  ['https://www.youtube.com/playlist?list=PL1', 'youtube', 'playlist', 'PL1'],
  [`https://listenbrainz.org/playlist/${MBID}`, 'listenbrainz', 'playlist', MBID],
])('%s is a list that %s gives', (text, service, what, id) => {
  expect(readLink(text)).toEqual({ kind: 'service', service, what, id })
})

test.each([
  'https://www.deezer.com.evil.example/playlist/1',
  'https://evil.example/www.deezer.com/playlist/1',
  'https://www.deezer.com@evil.example/playlist/1',
  'https://me:word@www.deezer.com/playlist/1',
  'https://www.deezer.com:8443/playlist/1',
  'https://evildeezer.com/playlist/1',
  'https://www.deezer.com/playlist/1/../../x',
  'https://www.deezer.com/playlist/1x',
  'https://link.deezer.com.evil.example/s/1',
  'https://www.youtube.com.evil.example/playlist?list=PL1',
  'https://www.youtube.com/playlist?list=PL1%26key=x',
  'https://www.youtube.com/embed/x?list=PL1',
  `https://listenbrainz.org/playlist/${MBID}0`,
  `https://listenbrainz.org.evil.example/playlist/${MBID}`,
])('%s is no list that a service gives', (text) => {
  expect(readLink(text)).toMatchObject({ kind: 'elsewhere' })
})

test.each([
  `https://open.spotify.com.evil.example/playlist/${ID}`,
  `https://evil.example/open.spotify.com/playlist/${ID}`,
  `https://open.spotify.com@evil.example/playlist/${ID}`,
  `https://evil.example#@open.spotify.com/playlist/${ID}`,
  `https://evilopen.spotify.com/playlist/${ID}`,
  `https://me:word@open.spotify.com/playlist/${ID}`,
  `https://open.spotify.com:8443/playlist/${ID}`,
  `https://open.spotify.com/playlist/${ID}x`,
  `https://open.spotify.com/playlist/${ID.slice(1)}`,
  `https://open.spotify.com/playlist/../../api/${ID}`,
  'https://spotify.link.evil.example/a',
  'https://evilspotify.link/a',
  `spotify:playlist:${ID}\nspotify:playlist:${ID}`,
  'spotify:playlist:',
  'spotify:',
  'https://',
])('%s is nothing of Spotify’s', (text) => {
  expect(readLink(text)).toMatchObject({ kind: 'elsewhere', service: '' })
})

test.each([
  'list.csv',
  '-',
  './spotify',
  'C:\\list.m3u',
  'file:///list.csv',
  `open.spotify.com/${ID}`,
])('%s is the name of a file', (text) => {
  expect(readLink(text)).toBeUndefined()
})

test('upper case in a host is no other host', () => {
  expect(readLink(`HTTPS://OPEN.Spotify.com/playlist/${ID}`)).toEqual(list)
})
