import { expect, test } from 'vitest'
import { readLinkedPlaylist } from '../../../../src/playlist/links/read-link.ts'
import { openApi } from '../../../../src/playlist/services/spotify/api.ts'
import {
  askConsent,
  exchangeCode,
  refreshTokens,
} from '../../../../src/playlist/services/spotify/authorise.ts'
import { listPlaylists } from '../../../../src/playlist/services/spotify/list-playlists.ts'
import { expectMutantsRefused } from '../../../support/hosts/mutants.ts'
import { CLIENT_ID, idOf, makeItems, makeSpotify } from '../../../support/hosts/spotify.ts'
import { openSpotifyReplay } from '../../../support/hosts/spotify-visitor.ts'
import { readTable } from '../../../support/hosts/strict.ts'

const { signal } = new AbortController()
const store = { open: async () => ({ rows: [], add: async () => {}, remove: async () => {} }) }

test('Spotify is asked what it takes, and refuses any other name', async () => {
  const spotify = makeSpotify({ items: makeItems(60) })
  const page = { status: 404, body: '' }
  const { http, replay } = await openSpotifyReplay(async (url, asked) =>
    url.host === 'open.spotify.com' ? page : spotify.say(url, asked),
  )

  const redirect = 'http://127.0.0.1:4000/callback'
  const consent = askConsent(CLIENT_ID, redirect)
  const request = { http, clientId: CLIENT_ID, now: () => 0 }
  const back = spotify.consent(consent.address).searchParams
  const tokens = await exchangeCode(back, consent, request, signal)
  const { accessToken } = await refreshTokens(tokens, request, signal)

  const api = openApi({ token: async () => accessToken, renew: async () => accessToken }, http)
  await listPlaylists(api, signal)
  const asUser = { http, api, store, publicPage: false }
  await readLinkedPlaylist({ kind: 'playlist', id: idOf(1) }, asUser, signal)
  await readLinkedPlaylist({ kind: 'album', id: idOf(2) }, asUser, signal)
  await readLinkedPlaylist({ kind: 'track', id: idOf(7) }, asUser, signal)
  await readLinkedPlaylist({ kind: 'liked' }, asUser, signal)
  const asAnybody = { http, store, publicPage: true }
  for (const kind of ['playlist', 'album', 'track'] as const) {
    const reading = readLinkedPlaylist({ kind, id: idOf(3) }, asAnybody, signal)
    await expect(reading).rejects.toMatchObject({ reason: { code: 'playlist.not-shown' } })
  }

  const table = readTable('spotify')
  expectMutantsRefused(table ? [table] : [], replay.asked)
  const hosts = new Set(replay.asked.map(({ url }) => url.host))
  expect([...hosts].toSorted()).toEqual([
    'accounts.spotify.com',
    'api.spotify.com',
    'open.spotify.com',
  ])
})
