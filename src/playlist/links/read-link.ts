import type { Http, HttpAnswer } from '../../base/http/http.ts'
import type { Playlist } from '../../model/playlist.ts'
import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import { buildPlaylist, type ReadRow, type TrackRow } from '../reading/entries.ts'
import { readLocalUri } from '../reading/services/spotify-uri.ts'
import { services } from '../services/all.ts'
import { readJson } from '../services/spotify/answer.ts'
import { AccessDeniedError, type Api, NotFoundError } from '../services/spotify/api.ts'
import type { PageStore } from '../services/spotify/page-store.ts'
import {
  readApiAlbum,
  readApiPlaylist,
  readApiTrack,
  readLikedSongs,
} from '../services/spotify/read-lists.ts'
import { refuseElsewhere, refuseOther } from './elsewhere.ts'
import type { PlaylistLink } from './playlist-link.ts'
import { readEmbeddedTrack, readPublicPage } from './public-page.ts'
import { resolveShort } from './short.ts'
import { readOembedTitle, readTrackPage } from './track-page.ts'

/** What a link is read with. */
export interface LinkContext {
  readonly http: Pick<Http, 'ask'>
  /** Where the user is logged in. */
  readonly api?: Api
  readonly store: PageStore
  /** The user allows a list to be read from its public page. */
  readonly publicPage: boolean
  /** The user's keys to services, by the variable that holds each. */
  readonly keys?: Readonly<Record<string, string>>
  readonly onRead?: (done: number, total: number) => void
}

/** The playlist that a link names, a single track being a playlist of one. UserError says what to do instead. */
export async function readLinkedPlaylist(
  link: PlaylistLink,
  context: LinkContext,
  signal: AbortSignal,
): Promise<Playlist> {
  switch (link.kind) {
    case 'short':
      return readLinkedPlaylist(await resolveShort(link.url, context.http, signal), context, signal)
    case 'playlist':
    case 'album':
      return readList(link.kind, link.id, context, signal)
    case 'track':
      return context.api
        ? readApiTrack(link.id, context.api, signal)
        : readPublicTrack(link.id, context.http, signal)
    case 'liked':
      if (context.api) return readLikedSongs(link.user, { ...context, api: context.api }, signal)
      throw new UserError(
        reason('playlist.liked-songs-are-private'),
        reason('playlist.give-export-or-log-in'),
      )
    case 'local':
      return single(readLocalUri(link.uri), link.uri, 'spotify-uri')
    case 'service':
      return readFromService(link, context, signal)
    case 'server':
      throw new UserError(
        reason('playlist.server-not-named', { server: new URL(link.base).host }),
        reason('playlist.write-server-so'),
      )
    case 'no-server':
      throw new UserError(link.why, reason('playlist.write-server-so'))
    case 'elsewhere':
      throw refuseElsewhere(link.service)
    case 'other':
      throw refuseOther(link.what)
  }
}

async function readFromService(
  link: Extract<PlaylistLink, { kind: 'service' }>,
  { http, keys, onRead }: LinkContext,
  signal: AbortSignal,
): Promise<Playlist> {
  const service = services.find(({ name }) => name === link.service)
  if (!service) throw refuseElsewhere(link.service)
  const key = service.key && keys?.[service.key.variable]
  return await service.read(link, { http, key, onRead }, signal)
}

/** Asked as the user where there is a login; else, or where that may not be read, its public page where the user allows it. */
async function readList(
  kind: 'playlist' | 'album',
  id: string,
  context: LinkContext,
  signal: AbortSignal,
): Promise<Playlist> {
  const { http, api, publicPage } = context
  if (!api) {
    if (publicPage) return readPublicList(kind, id, http, signal)
    throw new UserError(
      reason('playlist.login-needed', { what: kind }),
      reason('playlist.ways-without-login', { what: kind }),
    )
  }
  const read = kind === 'album' ? readApiAlbum : readApiPlaylist
  try {
    return await read(id, { ...context, api }, signal)
  } catch (error) {
    if (!publicPage || !isNotForUs(error)) throw error
    const playlist = await readPublicList(kind, id, http, signal)
    return { ...playlist, notes: [error.reason, ...playlist.notes] }
  }
}

const isNotForUs = (error: unknown): error is UserError =>
  error instanceof UserError && (isRefusal(error) || isRefusal(error.cause))

const isRefusal = (error: unknown): boolean =>
  error instanceof AccessDeniedError || error instanceof NotFoundError

const PAGE_BYTES = 4 * 2 ** 20
const ASK_FOR_PAGE = {
  headers: { accept: 'text/html', 'accept-language': 'en' },
  maxBytes: PAGE_BYTES,
}

async function readPublicList(
  kind: 'playlist' | 'album',
  id: string,
  http: Pick<Http, 'ask'>,
  signal: AbortSignal,
): Promise<Playlist> {
  const url = `https://open.spotify.com/embed/${kind}/${id}`
  const answer = await http.ask({ url, ...ASK_FOR_PAGE }, signal)
  // The page holds an access token of somebody's: it is not left in the HTTP cache.
  answer.forget?.()
  if (answer.status !== 200) throw notShown(kind, answer)
  return readPublicPage(decode(answer), `spotify:${kind}:${id}`)
}

/**
 * The page's head names nearly all. It does not for every client since spring 2026: then the embed page names the
 * artists, and where that says nothing either, oEmbed knows the title at least.
 */
async function readPublicTrack(
  id: string,
  http: Pick<Http, 'ask'>,
  signal: AbortSignal,
): Promise<Playlist> {
  const uri = `spotify:track:${id}`
  const url = `https://open.spotify.com/track/${id}`
  const page = await http.ask({ url, ...ASK_FOR_PAGE }, signal)
  const row = page.status === 200 ? readTrackPage(decode(page), uri) : undefined
  if (row && hasArtist(row)) return single(row, uri)
  page.forget?.()
  const isGone = page.status === 404
  const known = (isGone ? undefined : await readEmbedded(id, uri, http, signal)) ?? row
  if (known) return single(known, uri)
  const query = new URLSearchParams({ url })
  const told = await http.ask({ url: `https://open.spotify.com/oembed?${query}` }, signal)
  const title = told.status === 200 ? readOembedTitle(readJson(told)) : undefined
  if (title === undefined) {
    told.forget?.()
    throw notShown('track', page)
  }
  const note = reason('playlist.title-alone')
  return single({ kind: 'track', title, uri, note }, uri)
}

const hasArtist = ({ artists }: TrackRow) => artists?.some(Boolean)

async function readEmbedded(
  id: string,
  uri: string,
  http: Pick<Http, 'ask'>,
  signal: AbortSignal,
): Promise<TrackRow | undefined> {
  const url = `https://open.spotify.com/embed/track/${id}`
  const answer = await http.ask({ url, ...ASK_FOR_PAGE }, signal)
  // As with lists: the page holds an access token of somebody's.
  answer.forget?.()
  return answer.status === 200 ? readEmbeddedTrack(decode(answer), uri) : undefined
}

function single(row: ReadRow, uri: string, format = 'spotify-page'): Playlist {
  const name = row.kind === 'track' ? row.title : ''
  return buildPlaylist({ format, name, fallbackName: 'Track', uri }, [row])
}

const decode = ({ body }: HttpAnswer) => new TextDecoder().decode(body)

const notShown = (what: 'playlist' | 'album' | 'track', { status }: HttpAnswer) =>
  new UserError(reason('playlist.not-shown', { what, status }), reason('playlist.open-in-browser'))
