import { expect, test } from 'vitest'
import { readLink } from '../../../src/playlist/links/playlist-link.ts'
import { cleanUri } from '../../../src/playlist/reading/clean.ts'

test.each([
  ['subsonic:https://music.example', 'https://music.example', undefined, undefined],
  ['subsonic:https://music.example/', 'https://music.example', undefined, undefined],
  ['SUBSONIC:http://192.168.1.5:4533/app/#/login', 'http://192.168.1.5:4533', undefined, undefined],
  [
    'subsonic:https://ann@a.example/music/rest/ping.view',
    'https://a.example/music',
    'ann',
    undefined,
  ],
  ['subsonic:https://a.example/music/?list=p%201', 'https://a.example/music', undefined, 'p 1'],
  ['subsonic:http://[::1]:4533', 'http://[::1]:4533', undefined, undefined],
])('%s', (text, base, user, list) => {
  expect(readLink(text)).toEqual({ kind: 'server', server: 'subsonic', base, user, list })
})

test('Jellyfin’s web page is at the server', () => {
  expect(readLink('jellyfin:http://nas.home:8096/web/index.html#/home')).toMatchObject({
    kind: 'server',
    server: 'jellyfin',
    base: 'http://nas.home:8096',
  })
})

test.each([
  ['subsonic:https://ann:word@music.example', 'playlist.server-password-told'],
  ['subsonic:music.example', 'playlist.server-address'],
  ['subsonic:', 'playlist.server-address'],
  ['jellyfin:file:///etc/passwd', 'playlist.server-address'],
  ['jellyfin:https://a b', 'playlist.server-address'],
])('%s is no server', (text, code) => {
  expect(readLink(text)).toMatchObject({ kind: 'no-server', why: { code } })
})

test('an address keeps no user', () => {
  expect(cleanUri('subsonic:https://ann:word@music.example/?list=1')).toBe(
    'subsonic:https://music.example/?list=1',
  )
  expect(cleanUri('subsonic:file:///x')).toBeUndefined()
})
