import { onTestFinished } from 'vitest'
import { openHttp } from '../../src/base/http/open-http.ts'
import type { PlaylistLink } from '../../src/playlist/links/playlist-link.ts'
import { readLinkedPlaylist } from '../../src/playlist/links/read-link.ts'
import { spotifyHosts } from '../../src/playlist/services/spotify/hosts.ts'
import { makeClock, type Say } from './replay.ts'
import { startStrictReplay } from './strict.ts'

/** A link, read by somebody who is not logged in; `result` is the error where there is one. */
export async function readAsAnybody(link: PlaylistLink, say: Say, publicPage = false) {
  const replay = await startStrictReplay(say)
  onTestFinished(() => replay[Symbol.asyncDispose]())
  await using http = openHttp({
    rules: spotifyHosts,
    userAgent: 'Songkeep/test',
    network: replay.network,
    clock: makeClock(),
  })
  const store = { open: () => Promise.reject(new Error('Nothing is kept of a page.')) }
  const { signal } = new AbortController()
  const result = await readLinkedPlaylist(link, { http, store, publicPage }, signal).catch(
    (error: unknown) => error,
  )
  return { result, asked: replay.asked }
}
