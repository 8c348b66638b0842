import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isPublicAddress } from '../../../src/base/http/allow/address.ts'
import { checkUrl } from '../../../src/base/http/allow/check-url.ts'
import { findForbidden } from '../../../src/base/http/allow/forbidden.ts'
import { RequestRefusedError } from '../../../src/base/http/errors.ts'

const rule = (host: string) => ({ host, pace: { requests: 1, perMs: 1 }, atOnce: 1 })
const rules = [
  rule('archive.org'),
  rule('*.archive.org'),
  rule('api.spotify.com'),
  rule('open.spotify.com'),
  rule('www.googleapis.com'),
  rule('api.deezer.com'),
  rule('itunes.apple.com'),
  rule('*.scdn.co'),
  rule('*.googlevideo.com'),
  rule('www.youtube.com'),
]

test.each([
  'https://archive.org/metadata/x?y=1#z',
  'https://ia800.us.archive.org/1/a%20b.flac',
  'https://archive.org./metadata/x',
  'https://api.spotify.com/v1/playlists/1',
  'https://open.spotify.com/track/1',
  'https://www.googleapis.com/youtube/v3/videos',
  'https://api.deezer.com/search',
  'https://itunes.apple.com/search',
])('%s may be asked', (url) => {
  expect(checkUrl(url, rules).url.protocol).toBe('https:')
})

test.each([
  ['not declared', 'https://example.org/'],
  ['a name that only ends alike', 'https://evilarchive.org/'],
  ['a name that only begins alike', 'https://archive.org.evil.example/'],
  ['plain http', 'http://archive.org/'],
  ['a file', 'file:///etc/passwd'],
  ['data', 'data:text/plain,x'],
  ['a script', 'javascript:alert(1)'],
  ['a user', 'https://user:word@archive.org/'],
  ['a port', 'https://archive.org:8443/'],
  ['an IPv4 address', 'https://93.184.215.14/'],
  ['an IPv4 address written as a number', 'https://1572395022/'],
  ['an IPv6 address', 'https://[2606:2800:21f:cb07::1]/'],
  ['loopback', 'https://127.0.0.1/'],
  ['no address', 'archive.org'],
  ['Spotify’s audio, though declared', 'https://audio-ak.spotify.com.scdn.co/x'],
  ['Spotify’s previews, though declared', 'https://p.scdn.co/mp3-preview/1'],
  ['YouTube’s media, though declared', 'https://rr1---sn.googlevideo.com/videoplayback'],
  ['YouTube’s pages, though declared', 'https://www.youtube.com/watch?v=1'],
])('refused: %s', (_, url) => {
  expect(() => checkUrl(url, rules)).toThrow(RequestRefusedError)
})

test('a refusal tells neither user nor query', () => {
  const url = 'https://user:hunter2@archive.org/a?client_secret=hunter3'
  expect(() => checkUrl(url, rules)).toThrow(/^https:\/\/archive\.org\/a names a user\.$/)
})

test.each([
  'p.scdn.co',
  'i.scdn.co',
  'audio-fa.spotifycdn.com',
  'audio-sp-ams.pscdn.co',
  'audio-ak-spotify-com.akamaized.net',
  'audio4-ak.spotify.com.edgesuite.net',
  'gew1-spclient.spotify.com',
  'ap-gew4.spotify.com',
  'rr3---sn-4g5e6nze.googlevideo.com',
  'redirector.googlevideo.com',
  'youtubei.googleapis.com',
  'music.youtube.com',
  'youtu.be',
  'cdnt-preview.dzcdn.net',
  'e-cdns-proxy-a.dzcdn.net',
  'media.deezer.com',
  'audio-ssl.itunes.apple.com',
  'aod-ssl.itunes.apple.com',
  'aod.itunes.apple.com',
  'a1.mzstatic.com',
  'sp-ad-fa.audio.tidal.com',
  'cf-media.sndcdn.com',
  'playback.media-streaming.soundcloud.cloud',
  'music.amazon.co.uk',
  'streaming-qobuz-std.akamaized.net',
  't4.bcbits.com',
])('%s holds a service’s sound: nobody may declare it', (host) => {
  expect(findForbidden(host)).toBeDefined()
  expect(() => checkUrl(`https://${host}/x`, [rule(host)])).toThrow(/Songkeep never asks for it/)
})

test.each([
  'api.spotify.com',
  'accounts.spotify.com',
  'open.spotify.com',
  'www.googleapis.com',
  'api.deezer.com',
  'itunes.apple.com',
  'api.song.link',
  'openapi.tidal.com',
  'api.soundcloud.com',
  'musicbrainz.org',
  'coverartarchive.org',
  'ia800300.us.archive.org',
  'upload.wikimedia.org',
  'prod-1.storage.jamendo.com',
  'notscdn.co',
  'scdn.co.example.org',
])('%s may be declared', (host) => {
  expect(findForbidden(host)).toBeUndefined()
  expect(checkUrl(`https://${host}/x`, [rule(host)]).url.hostname).toBe(host)
})

describe('addresses', () => {
  test.each(['93.184.215.14', '1.1.1.1', '2606:4700:4700::1111', '::ffff:93.184.215.14'])(
    '%s is public',
    (address) => {
      expect(isPublicAddress(address)).toBe(true)
    },
  )

  test.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '127.255.255.254',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.0.0.1',
    '192.0.2.1',
    '192.168.1.1',
    '198.18.0.1',
    '198.51.100.1',
    '203.0.113.1',
    '224.0.0.1',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '::127.0.0.1',
    '64:ff9b::7f00:1',
    '64:ff9b:1::1',
    '2002:7f00:1::',
    '2001::1',
    '2001:db8::1',
    'fc00::1',
    'fd12:3456::1',
    'fe80::1',
    'fec0::1',
    'ff02::1',
    '4000::1',
    '3fff::1',
    '100::1',
    '::ffff:0:127.0.0.1',
    'fe80::1%eth0',
    'localhost',
    '',
    '127.1',
  ])('%s is not', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })

  test('no address of a private network is public, however it is written', () => {
    const low = fc.integer({ min: 0, max: 255 })
    const privateV4 = fc.oneof(
      fc.tuple(fc.constantFrom(10, 127, 0), low, low, low),
      fc.tuple(fc.constant(192), fc.constant(168), low, low),
      fc.tuple(fc.constant(172), fc.integer({ min: 16, max: 31 }), low, low),
      fc.tuple(fc.integer({ min: 224, max: 255 }), low, low, low),
    )
    fc.assert(
      fc.property(privateV4, (bytes) => {
        const dotted = bytes.join('.')
        expect(isPublicAddress(dotted)).toBe(false)
        expect(isPublicAddress(`::ffff:${dotted}`)).toBe(false)
        expect(isPublicAddress(`64:ff9b::${dotted}`)).toBe(false)
      }),
    )
  })
})
