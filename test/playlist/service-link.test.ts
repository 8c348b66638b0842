import { expect, test } from 'vitest'
import { readServiceLink } from '../../src/playlist/reading/services/service-link.ts'

const ID = '4uLU6hMCjMI75M1A2tKUQC'
const TRACK = `spotify:track:${ID}`
const YOUTUBE = 'https://www.youtube.com/watch?v=dQw4w9WgXcQ'

test.each([
  [TRACK, 'track', TRACK],
  [`https://open.spotify.com/track/${ID}`, 'track', TRACK],
  [`http://open.spotify.com/intl-pt-br/track/${ID}?si=1`, 'track', TRACK],
  [`https://open.spotify.com/embed/track/${ID}?utm_source=generator`, 'track', TRACK],
  [`https://play.spotify.com/track/${ID}`, 'track', TRACK],
  [`https://embed.spotify.com/?uri=${TRACK}`, 'track', TRACK],
  [`https://open.spotify.com/user/x/playlist/${ID}`, 'other', `spotify:playlist:${ID}`],
  [`spotify:user:x:playlist:${ID}`, 'other', `spotify:playlist:${ID}`],
  ['https://open.spotify.com/local/A+B/C/D/84', 'local', 'spotify:local:A+B:C:D:84'],
  ['https://spotify.link/hRkBrwub9xb', 'short', 'https://spotify.link/hRkBrwub9xb'],
  ['https://open.spotify.com/s/2czejYu', 'short', 'https://open.spotify.com/s/2czejYu'],
  ['https://music.youtube.com/watch?v=dQw4w9WgXcQ&feature=share', 'track', YOUTUBE],
  ['https://youtu.be/dQw4w9WgXcQ?t=3', 'track', YOUTUBE],
  ['https://www.deezer.com/en/track/3135556', 'track', 'https://www.deezer.com/track/3135556'],
  [
    'https://music.apple.com/us/album/x/1440833098?i=1440833099&l=en',
    'track',
    'https://music.apple.com/us/album/x/1440833098?i=1440833099',
  ],
  ['https://mira.bandcamp.com/album/shore', 'other', 'https://mira.bandcamp.com/album/shore'],
])('%s', (link, kind, uri) => {
  expect(readServiceLink(link)).toMatchObject({ kind, uri })
})

test.each([
  `https://evil.example/track/${ID}`,
  `https://open.spotify.com.evil.example/track/${ID}`,
  `https://open.spotify.com@evil.example/track/${ID}`,
  `https://user:word@open.spotify.com/track/${ID}`,
  `https://open.spotify.com:8443/track/${ID}`,
  `https://open.spotify.com/track/${ID}x`,
  `${TRACK}\nspotify:x`,
  'spotify:track:',
  'javascript:alert(1)',
  'https://',
  'not a link',
])('%s is no link of a service', (link) => {
  expect(readServiceLink(link)).toBeUndefined()
})
