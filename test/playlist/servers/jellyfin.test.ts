import { expect, test } from 'vitest'
import { readServerLists } from '../../../src/playlist/servers/read-lists.ts'
import type { Credentials } from '../../../src/playlist/servers/server.ts'
import { BEN, guid, JELLYFIN, JELLYFIN_KEY, makeJellyfin } from '../../support/hosts/jellyfin.ts'
import { openOwnServer, refusalOf } from '../../support/hosts/own-server.ts'
import { entriesOf } from '../../support/hosts/visitor.ts'

const { signal } = new AbortController()

const items = [
  {
    Id: guid(11),
    Name: 'Amber',
    Type: 'Audio',
    Artists: ['The Lanterns', 'Ann Lee'],
    AlbumArtists: [{ Name: 'The Lanterns', Id: guid(5) }],
    Album: 'Harbour Lights',
    RunTimeTicks: 2_210_000_000,
    ProductionYear: 2014,
    IndexNumber: 2,
    ParentIndexNumber: 1,
    Path: '/music/Lanterns/02 Amber.flac',
    ProviderIds: { MusicBrainzRecording: '5b1ac0de-0000-4000-8000-000000000001' },
  },
  { Id: guid(12), Name: 'A film', Type: 'Movie' },
]
const lists = [
  { id: guid(51), name: 'Evening', items: [guid(11), guid(12)] },
  { id: guid(52), name: 'Films', items: [guid(12)], mediaType: 'Video' },
]

async function open(credentials: Credentials, base = JELLYFIN, users?: readonly string[]) {
  const double = makeJellyfin(items, lists, users)
  const opened = await openOwnServer({ kind: 'jellyfin', base, credentials }, double.say)
  return { ...opened, double }
}

test.each([
  ['a password', BEN],
  ['an API key and a name', { user: 'ben', apiKey: JELLYFIN_KEY }],
])('lists of music are read with %s', async (_, credentials) => {
  const { server } = await open(credentials)
  const playlists = await readServerLists(server, {}, signal)
  expect(playlists).toMatchObject([
    { name: 'Evening', format: 'jellyfin', uri: `jellyfin:${JELLYFIN}/?list=${guid(51)}` },
  ])
  expect(entriesOf(playlists[0])).toEqual([
    {
      title: 'Amber',
      artists: ['The Lanterns', 'Ann Lee'],
      albumArtists: ['The Lanterns'],
      album: 'Harbour Lights',
      durationMs: 221_000,
      year: 2014,
      trackNumber: 2,
      discNumber: 1,
      path: '/music/Lanterns/02 Amber.flac',
      uri: `jellyfin:${JELLYFIN}/?song=${guid(11)}`,
    },
    { skipped: 'playlist.no-music', uri: undefined },
  ])
})

test('a login is ended, and asked for once', async () => {
  const { server, double, requests } = await open(BEN)
  await Promise.all([server.lists(signal), server.lists(signal)])
  expect(double.sessions.size).toBe(2)
  await server[Symbol.asyncDispose]()
  expect([...double.sessions]).toEqual([JELLYFIN_KEY])
  expect(requests.filter(({ url }) => url.pathname.endsWith('ByName'))).toHaveLength(1)
})

test.each([
  ['a wrong password', { ...BEN, password: 'x' }, 'playlist.server-login-refused'],
  ['a wrong key', { user: 'Ben', apiKey: 'x' }, 'playlist.server-login-refused'],
  ['a key and no name', { apiKey: JELLYFIN_KEY }, 'playlist.server-which-user'],
  ['a key and a wrong name', { user: 'x', apiKey: JELLYFIN_KEY }, 'playlist.server-which-user'],
])('%s', async (_, credentials, code) => {
  const { server } = await open(credentials)
  expect((await refusalOf(server.lists(signal))).reason.code).toBe(code)
})

test('a key is the only user’s', async () => {
  const { server } = await open({ apiKey: JELLYFIN_KEY }, JELLYFIN, ['Ben'])
  expect(await server.lists(signal)).toHaveLength(1)
})

test('over plain HTTP no password is told, and nothing is asked', async () => {
  const { server, requests } = await open(BEN, 'http://jelly.example:8096')
  const { reason } = await refusalOf(server.lists(signal))
  expect(reason.code).toBe('playlist.server-wants-password')
  expect(requests).toEqual([])
})

test('a server of another kind', async () => {
  const { server } = await openOwnServer(
    { kind: 'jellyfin', base: JELLYFIN, credentials: BEN },
    () => ({ body: '<!doctype html>' }),
  )
  expect((await refusalOf(server.lists(signal))).reason.code).toBe('playlist.no-such-server')
})
