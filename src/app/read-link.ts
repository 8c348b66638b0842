import { streamEvents } from '../base/events.ts'
import type { Http } from '../base/http/http.ts'
import { UserError } from '../model/errors.ts'
import type { Playlist } from '../model/playlist.ts'
import type { Progress } from '../model/progress.ts'
import type { Link } from '../playlist/links/link.ts'
import type { Environment } from './environment.ts'

/** Reads what a link names, and tells how it goes. */
export function readLinkedInput(
  link: Link,
  { publicPage = false }: { readonly publicPage?: boolean },
  environment: Environment,
  http: Http,
  signal: AbortSignal,
): AsyncGenerator<Progress, Playlist> {
  return streamEvents<Progress, Playlist>(async (emit, left) => {
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
    return readLinkedPlaylist(link, reading, AbortSignal.any([signal, left]))
  })
}

export const linkOffline = () =>
  new UserError(
    'A link cannot be read offline.',
    'Give a file of the playlist, or leave out --offline and SONGKEEP_OFFLINE.',
  )
