import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { onTestFinished } from 'vitest'
import { openHttp } from '../../../src/base/http/open-http.ts'
import type { PlaylistLink } from '../../../src/playlist/links/playlist-link.ts'
import { readLinkedPlaylist } from '../../../src/playlist/links/read-link.ts'
import { openApi } from '../../../src/playlist/services/spotify/api.ts'
import { spotifyHosts } from '../../../src/playlist/services/spotify/hosts.ts'
import { openPageStore } from '../../../src/playlist/services/spotify/page-store.ts'
import { openSession } from '../../../src/playlist/services/spotify/session.ts'
import { openTokenFile } from '../../../src/playlist/services/spotify/token-file.ts'
import type { UserError } from '../../../src/words/user-error.ts'
import { makeTempDir } from '../program.ts'
import { makeClock } from './replay.ts'
import { CLIENT_ID, idOf, type MadeUp, makeSpotify } from './spotify.ts'
import { startStrictReplay } from './strict.ts'

export const PLAYLIST: PlaylistLink = { kind: 'playlist', id: idOf(1) }

/** A user who is logged in, before a server that answers as Spotify does. */
export async function openUser(madeUp: MadeUp) {
  const dir = await makeTempDir()
  const spotify = makeSpotify(madeUp)
  const replay = await startStrictReplay(spotify.say)
  onTestFinished(() => replay[Symbol.asyncDispose]())
  const clock = makeClock()
  const file = openTokenFile(join(dir, 'config', 'spotify.json'))
  const expiresAt = clock.now() + 3600_000
  await file.write({ clientId: CLIENT_ID, ...spotify.giveTokens(), expiresAt })
  /** One run: what is in memory goes, what is on disk stays. */
  const run = async (link: PlaylistLink = PLAYLIST, publicPage = false) => {
    await using http = openHttp({
      rules: spotifyHosts,
      userAgent: 'Songkeep/test',
      network: replay.network,
      clock,
      cacheFile: join(dir, 'cache', 'http.sqlite'),
    })
    const session = await openSession(file, http, clock.now)
    if (!session) throw new Error('There is a login.')
    const store = openPageStore(join(dir, 'cache', 'spotify'))
    const reading = { http, api: openApi(session, http), store, publicPage }
    return await readLinkedPlaylist(link, reading, new AbortController().signal)
  }
  const offsets = () =>
    replay.asked.flatMap(({ url }) =>
      url.pathname.endsWith('/items') ? [Number(url.searchParams.get('offset'))] : [],
    )
  /** Answers that the cache holds, sealed or not. */
  const countKept = () => {
    const database = new DatabaseSync(join(dir, 'cache', 'http.sqlite'), { readOnly: true })
    const row = database.prepare('SELECT count(*) AS count FROM answer').get()
    database.close()
    return row?.count
  }
  return {
    run,
    dir,
    countKept,
    clock,
    file,
    offsets,
    spotify,
    asked: replay.asked,
    unknown: replay.unknown,
  }
}

/** What a run throws; undefined where it goes well. */
export const failure = (run: Promise<unknown>) =>
  run.then(
    () => undefined,
    (error: UserError) => error,
  )
