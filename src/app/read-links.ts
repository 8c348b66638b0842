import { streamEvents } from '../base/events.ts'
import type { Http } from '../base/http/http.ts'
import { UserError } from '../model/errors.ts'
import type { Playlist } from '../model/playlist.ts'
import type { Progress } from '../model/progress.ts'
import { type Link, readLink } from '../playlist/links/link.ts'
import type { Environment } from './environment.ts'

/** Those inputs that are links, as they were given. */
export function findLinks(input: string | readonly string[]): ReadonlyMap<string, Link> {
  const inputs = typeof input === 'string' ? [input] : input
  return new Map(
    inputs.flatMap((each) => {
      const link = readLink(each)
      return link ? [[each, link] as const] : []
    }),
  )
}

/** Reads what the links name, one after the other, and tells how it goes. */
export function readLinks(
  links: ReadonlyMap<string, Link>,
  { publicPage = false }: { readonly publicPage?: boolean },
  environment: Environment,
  http: Http,
  signal: AbortSignal,
): AsyncGenerator<Progress, ReadonlyMap<string, Playlist>> {
  return streamEvents<Progress, ReadonlyMap<string, Playlist>>(async (emit, left) => {
    const playlists = new Map<string, Playlist>()
    if (links.size === 0) return playlists
    const { readLinkedPlaylist } = await import('../playlist/links/read-link.ts')
    const { openPages, openSpotify } = await import('./open-spotify.ts')
    const api = await openSpotify(environment, http)
    const reading = {
      http,
      store: openPages(environment),
      publicPage: publicPage || environment.publicPage === true,
      onRead: (done: number, total: number) =>
        emit({ kind: 'preparing', what: 'playlist', done, total }),
      ...(api && { api }),
    }
    const either = AbortSignal.any([signal, left])
    for (const [input, link] of links)
      playlists.set(input, await readLinkedPlaylist(link, reading, either))
    return playlists
  })
}

export const linkOffline = () =>
  new UserError(
    'A link cannot be read offline.',
    'Give a file of the playlist, or leave out --offline and SONGKEEP_OFFLINE.',
  )
