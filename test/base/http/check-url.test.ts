import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isPublicAddress } from '../../../src/base/http/allow/address.ts'
import { checkUrl } from '../../../src/base/http/allow/check-url.ts'
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

/** By service: addresses that nobody may declare, and neighbours of public text that may be. */
const served: Readonly<Record<string, { never: readonly string[]; may: readonly string[] }>> = {
  Spotify: {
    never: [
      'p.scdn.co',
      'i.scdn.co',
      'audio4-fa.scdn.co',
      'audio-fa.spotifycdn.com',
      'audio-sp-ams.pscdn.co',
      'audio-ak-spotify-com.akamaized.net',
      'audio4-ak.spotify.com.edgesuite.net',
      'audio-ec.spotify.com',
      'audio-ak.cdn.spotify.com',
      'heads-fa.spotify.com',
      'heads4.spotify.com',
      'gew1-spclient.spotify.com',
      'ap-gew4.spotify.com',
      'apresolve.spotify.com',
    ],
    may: ['api.spotify.com', 'accounts.spotify.com', 'open.spotify.com', 'notscdn.co'],
  },
  YouTube: {
    never: [
      'rr3---sn-4g5e6nze.googlevideo.com',
      'redirector.googlevideo.com',
      'youtubei.googleapis.com',
      'music.youtube.com',
      'youtu.be',
    ],
    may: ['www.googleapis.com', 'youtube.googleapis.com'],
  },
  Deezer: {
    never: ['cdnt-preview.dzcdn.net', 'e-cdns-proxy-a.dzcdn.net', 'media.deezer.com'],
    may: ['api.deezer.com', 'www.deezer.com'],
  },
  Apple: {
    never: [
      'audio-ssl.itunes.apple.com',
      'video-ssl.itunes.apple.com',
      'aod-ssl.itunes.apple.com',
      'aod.itunes.apple.com',
      'mvod.itunes.apple.com',
      'streamingaudio.itunes.apple.com',
      'play.itunes.apple.com',
      'play-edge.itunes.apple.com',
      'a1.mzstatic.com',
      'phobos.apple.com',
      'a25.phobos.apple.com',
      'a978.v.phobos.apple.com',
      'ax.phobos.apple.com.edgesuite.net',
    ],
    may: [
      'itunes.apple.com',
      'music.apple.com',
      'api.music.apple.com',
      'playlists.itunes.apple.com',
    ],
  },
  Tidal: {
    never: ['sp-ad-fa.audio.tidal.com', 'im-fa.manifest.tidal.com', 'manifest.tidal.com'],
    may: ['openapi.tidal.com', 'auth.tidal.com', 'tidal.com'],
  },
  SoundCloud: {
    never: [
      'cf-media.sndcdn.com',
      'playback.media-streaming.soundcloud.cloud',
      'api-v2.soundcloud.com',
      'api.soundcloud.com/tracks/293/stream',
      'api.soundcloud.com/tracks/293/stream.mp3',
      'api.soundcloud.com/tracks/soundcloud:tracks:293/streams',
      'api.soundcloud.com/tracks/293/download',
      'api.soundcloud.com/tracks/293/preview',
      'api.soundcloud.com/i1/tracks/293/streams',
      'api.soundcloud.com/media/soundcloud:tracks:293/a/stream/hls',
      'api.soundcloud.com/tracks/293/%73tream',
      'api.soundcloud.com/tracks/293/%2573tream',
      'api.soundcloud.com/tracks/293%2Fstream',
      'api.soundcloud.com/tracks/293//STREAM',
      'api.soundcloud.com/tracks/293/%252e/stream',
      'api.soundcloud.com./tracks/293/stream',
    ],
    may: [
      'api.soundcloud.com/tracks/293',
      'api.soundcloud.com/tracks/293/related',
      'api.soundcloud.com/playlists/5/tracks',
      'api.soundcloud.com/users/stream',
      'api.soundcloud.com/users/download/tracks',
      'api.soundcloud.com/resolve?url=https://soundcloud.com/a/stream',
    ],
  },
  Amazon: { never: ['music.amazon.co.uk'], may: ['www.amazon.co.uk'] },
  Qobuz: { never: ['streaming-qobuz-std.akamaized.net'], may: ['www.qobuz.com'] },
  Bandcamp: {
    never: ['t4.bcbits.com', 'popplers5.bandcamp.com'],
    may: ['bandcamp.com', 'popplers.bandcamp.com.example.org'],
  },
  Audiomack: { never: ['music.audiomack.com'], may: ['api.audiomack.com', 'audiomack.com'] },
  Audius: {
    never: [
      'api.audius.co/v1/tracks/D7KyD/stream',
      'discoveryprovider.audius.co/v1/tracks/1/stream',
    ],
    may: ['api.audius.co/v1/tracks/search', 'api.audius.co/v1/tracks/D7KyD'],
  },
  Mixcloud: {
    never: ['stream.mixcloud.com', 'audio4.mixcloud.com'],
    may: ['api.mixcloud.com', 'www.mixcloud.com'],
  },
  JioSaavn: { never: ['aac.saavncdn.com', 'c.jiosaavncdn.com'], may: ['www.jiosaavn.com'] },
  Gaana: { never: ['a10.gaanacdn.com', 'vodhlsgaana.akamaized.net'], may: ['gaana.com'] },
  NetEase: {
    never: [
      'm701.music.126.net',
      'music.163.com/song/media/outer/url?id=1.mp3',
      'music.163.com/api/song/enhance/player/url',
    ],
    may: ['music.163.com/api/song/detail', 'mail.126.net'],
  },
  QQ: {
    never: ['ws.stream.qqmusic.qq.com', 'isure6.stream.qqmusic.qq.com', 'aqqmusic.tc.qq.com'],
    may: ['u.y.qq.com', 'y.qq.com'],
  },
  Kugou: {
    never: ['fs.open.kugou.com', 'webfs.tx.kugou.com', 'sharefs.kugou.com'],
    may: ['www.kugou.com'],
  },
  Kuwo: { never: ['ra01.sycdn.kuwo.cn', 'er-sycdn.kuwo.cn'], may: ['www.kuwo.cn'] },
  Migu: { never: ['freetyst.nf.migu.cn'], may: ['music.migu.cn'] },
  Zing: { never: ['vnso-zn-10-tf-a320-zmp3.zmdcdn.me'], may: ['zingmp3.vn'] },
  Yandex: { never: ['s17sas.storage.yandex.net'], may: ['api.music.yandex.net', 'yandex.net'] },
  VK: { never: ['cs9-11v4.vkuseraudio.net', 'psv4.vkuseraudio.com'], may: ['api.vk.com'] },
  'open archives': {
    never: [],
    may: [
      'archive.org/download/x/stream.mp3',
      'ia800300.us.archive.org',
      'dn720706.ca.archive.org',
      'upload.wikimedia.org',
      'prod-1.storage.jamendo.com',
      'ccmixter.org',
      'open.audio/api/v1/listen/1',
      'musicbrainz.org',
      'coverartarchive.org',
      'scdn.co.example.org',
    ],
  },
}

const hostOf = (address: string) => new URL(`https://${address}`).hostname.replace(/\.$/, '')
const everyAddress = (which: 'never' | 'may') =>
  Object.entries(served).flatMap(([service, lists]) =>
    lists[which].map((address) => [service, address] as const),
  )

test.each(everyAddress('never'))('%s: nobody may declare %s', (_, address) => {
  const rules = [rule(hostOf(address))]
  expect(() => checkUrl(`https://${address}`, rules)).toThrow(/Songkeep never asks for it/)
})

test.each(everyAddress('may'))('%s: %s may be declared', (_, address) => {
  const host = hostOf(address)
  expect(checkUrl(`https://${address}`, [rule(host)]).url.hostname).toBe(host)
})

describe('addresses', () => {
  test.each([
    '93.184.215.14',
    '1.1.1.1',
    '2606:4700:4700::1111',
    '::ffff:93.184.215.14',
    // A network without IPv4 (NAT64) names 93.184.215.14 so.
    '64:ff9b::93.184.215.14',
    '64:ff9b::5db8:d70e',
    '64:FF9B:0:0:0:0:5DB8:D70E',
  ])('%s is public', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })

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
    '64:ff9b::10.1.2.3',
    '64:ff9b::169.254.169.254',
    '64:ff9b::255.255.255.255',
    '64:ff9b::0.0.0.0',
    '64:ff9b:1::1',
    '64:ff9b:1::93.184.215.14',
    '64:ff9b:1:fffe::5db8:d70e',
    '64:ff9b::1:5db8:d70e',
    '64:ff9b:0:0:1::5db8:d70e',
    '64:ff9a::93.184.215.14',
    '65:ff9b::93.184.215.14',
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
