import { onTestFinished } from 'vitest'
import type { HostRule } from '../../../src/base/http/http.ts'
import { openHttp } from '../../../src/base/http/open-http.ts'
import type { PlaylistLink } from '../../../src/playlist/links/playlist-link.ts'
import { readLinkedPlaylist } from '../../../src/playlist/links/read-link.ts'
import { spotifyHosts } from '../../../src/playlist/services/spotify/hosts.ts'
import { makeClock, type Say } from './replay.ts'
import { startStrictReplay } from './strict.ts'

/** The way out to a replayed Spotify, closed when the test ends. */
export async function openSpotifyReplay(say: Say, more: readonly HostRule[] = []) {
  const replay = await startStrictReplay(say)
  const http = openHttp({
    rules: [...spotifyHosts, ...more],
    userAgent: 'Songkeep/test',
    network: replay.network,
    clock: makeClock(),
  })
  onTestFinished(async () => {
    await http[Symbol.asyncDispose]()
    await replay[Symbol.asyncDispose]()
  })
  return { http, replay }
}

/** A link, read by somebody who is not logged in; `result` is the error where there is one. */
export async function readAsAnybody(link: PlaylistLink, say: Say, publicPage = false) {
  const { http, replay } = await openSpotifyReplay(say)
  const store = { open: () => Promise.reject(new Error('Nothing is kept of a page.')) }
  const { signal } = new AbortController()
  const result = await readLinkedPlaylist(link, { http, store, publicPage }, signal).catch(
    (error: unknown) => error,
  )
  return { result, asked: replay.asked }
}
