import { streamEvents } from '../../base/events.ts'
import type { HostRule, Http } from '../../base/http/http.ts'
import { inSteps } from '../../base/progress/in-steps.ts'
import type { Playlist } from '../../model/playlist.ts'
import type { Progress } from '../../model/progress.ts'
import { reason } from '../../model/reason.ts'
import { countUnnamed, nameEntries } from '../../playlist/links/name-entries.ts'
import { type PlaylistLink, readLink } from '../../playlist/links/playlist-link.ts'
import { type LinkContext, readLinkedPlaylist } from '../../playlist/links/read-link.ts'
import { readServerLists } from '../../playlist/servers/read-lists.ts'
import type { ServerLink } from '../../playlist/servers/server-link.ts'
import { services } from '../../playlist/services/all.ts'
import { UserError } from '../../words/user-error.ts'
import type { Environment } from '../environment.ts'
import type { OpenServers } from '../servers/open-servers.ts'
import { openPages, openSpotify } from '../spotify/open-spotify.ts'

/** Those inputs that are links, as they were given. */
export function findLinks(input: string | readonly string[]): ReadonlyMap<string, PlaylistLink> {
  const inputs = typeof input === 'string' ? [input] : input
  return new Map(
    inputs.flatMap((each) => {
      const link = readLink(each)
      return link ? [[each, link] as const] : []
    }),
  )
}

/** The services that have to be asked about them, besides Spotify. */
export function hostsOf(links: Iterable<PlaylistLink>): readonly HostRule[] {
  const asked = new Set([...links].map((link) => (link.kind === 'service' ? link.service : '')))
  return services.flatMap(({ name, hosts }) => (asked.has(name) ? hosts : []))
}

export interface LinkOptions {
  readonly publicPage?: boolean
  /** Of a server with many lists, those of these names alone. */
  readonly only?: string | readonly string[]
  /** The user's own. */
  readonly servers: OpenServers
}

/** Reads what the links name, one after the other, and tells how it goes. */
export function readLinks(
  links: ReadonlyMap<string, PlaylistLink>,
  options: LinkOptions,
  environment: Environment,
  http: Http,
  signal: AbortSignal,
): AsyncGenerator<Progress, ReadonlyMap<string, readonly Playlist[]>> {
  return streamEvents<Progress, ReadonlyMap<string, readonly Playlist[]>>(async (emit, left) => {
    const playlists = new Map<string, readonly Playlist[]>()
    if (links.size === 0) return playlists
    const context = await openLinkContext(options, environment, http, 'playlist', emit)
    const either = AbortSignal.any([signal, left])
    for (const [input, link] of links) {
      const read =
        link.kind === 'server'
          ? await readServer(link, options, context.onRead, either)
          : [await readLinkedPlaylist(link, context, either)]
      playlists.set(input, read)
    }
    return playlists
  })
}

function readServer(
  link: ServerLink,
  { servers, only = [] }: LinkOptions,
  onRead: LinkContext['onRead'],
  signal: AbortSignal,
): Promise<readonly Playlist[]> {
  const { list } = link
  return readServerLists(servers.find(link), { list, only: [only].flat(), onRead }, signal)
}

/** Whether the playlists have rows that are nothing but a link that its service can be asked about. */
export const haveUnnamed = (playlists: readonly Playlist[]): boolean =>
  playlists.some((playlist) => countUnnamed(playlist) > 0)

/** Asks for the names of such rows, and tells how it goes. */
export function nameRows(
  playlists: readonly Playlist[],
  environment: Environment,
  http: Http,
  signal: AbortSignal,
): AsyncGenerator<Progress, readonly Playlist[]> {
  return streamEvents<Progress, readonly Playlist[]>(async (emit, left) => {
    const context = await openLinkContext({}, environment, http, 'names', emit)
    const either = AbortSignal.any([signal, left])
    const named: Playlist[] = []
    for (const playlist of playlists) named.push(await nameEntries(playlist, context, either))
    return named
  })
}

async function openLinkContext(
  { publicPage = false }: Pick<LinkOptions, 'publicPage'>,
  environment: Environment,
  http: Http,
  what: string,
  emit: (event: Progress) => void,
): Promise<LinkContext> {
  const api = await openSpotify(environment, http)
  return {
    http,
    store: openPages(environment),
    publicPage: publicPage || environment.publicPage === true,
    keys: environment.keys,
    onRead: inSteps((done, total) => emit({ kind: 'preparing', what, done, total })),
    api,
  }
}

export const linkOffline = () =>
  new UserError(reason('playlist.link-offline'), reason('playlist.give-file-or-go-online'))
