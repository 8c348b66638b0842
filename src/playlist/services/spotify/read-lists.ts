import { asRecord } from '../../../base/json.ts'
import type { Playlist } from '../../../model/playlist.ts'
import { reason } from '../../../model/reason.ts'
import { UserError } from '../../../words/user-error.ts'
import { buildPlaylist, skipRow } from '../../reading/entries.ts'
import { firstText } from '../../reading/json.ts'
import { AccessDeniedError, type Api, NotFoundError } from './api.ts'
import { readItem, readTrack } from './items.ts'
import { type PagesContext, readPages } from './read-pages.ts'

const FORMAT = 'spotify-api'

/** A playlist of the user's own, or one that they may add to. */
export async function readApiPlaylist(
  id: string,
  context: PagesContext,
  signal: AbortSignal,
): Promise<Playlist> {
  const uri = `spotify:playlist:${id}`
  const fields = 'name,description,uri,snapshot_id,owner(display_name)'
  try {
    const head = asRecord(await context.api.get(`/playlists/${id}`, { fields }, signal))
    const version = firstText(head.snapshot_id)
    const query = { additional_types: 'track,episode' }
    const listing = { uri, path: `/playlists/${id}/items`, query, version, readRow: readItem }
    const { rows, ...told } = await readPages(listing, context, signal)
    return buildPlaylist(
      {
        format: FORMAT,
        name: head.name,
        fallbackName: 'Playlist',
        description: head.description,
        creator: asRecord(head.owner).display_name,
        uri,
        ...told,
      },
      rows,
    )
  } catch (error) {
    throw explain(error)
  }
}

/** A playlist that the API does not give: why, and what can be done instead. */
function explain(error: unknown): unknown {
  const advice = reason('playlist.ways-besides-api')
  const options = { cause: error }
  if (error instanceof AccessDeniedError)
    return new UserError(reason('playlist.not-for-this-user'), advice, options)
  if (error instanceof NotFoundError)
    return new UserError(reason('playlist.not-for-this-app'), advice, options)
  return error
}

/** An album. Its tracks have no ISRC here: Spotify gives that for single tracks alone. */
export async function readApiAlbum(
  id: string,
  context: PagesContext,
  signal: AbortSignal,
): Promise<Playlist> {
  const uri = `spotify:album:${id}`
  const album = asRecord(await context.api.get(`/albums/${id}`, {}, signal))
  const readRow = (value: unknown) => readTrack(asRecord(value), { album })
  const listing = { uri, path: `/albums/${id}/tracks`, readRow }
  const { rows, ...told } = await readPages(listing, context, signal)
  const artists = Array.isArray(album.artists) ? album.artists.slice(0, 20) : []
  return buildPlaylist(
    {
      format: FORMAT,
      name: album.name,
      fallbackName: 'Album',
      creator: artists
        .map((artist) => firstText(asRecord(artist).name))
        .filter(Boolean)
        .join(', '),
      uri,
      ...told,
    },
    rows,
  )
}

/**
 * The songs that the user who is logged in has liked. Their address names the user: those of two users are two lists.
 * UserError where those of another `user` are meant.
 */
export async function readLikedSongs(
  user: string | undefined,
  context: PagesContext,
  signal: AbortSignal,
): Promise<Playlist> {
  const me = encodeURIComponent(firstText(asRecord(await context.api.get('/me', {}, signal)).id))
  if (user !== undefined && me !== '' && user !== me)
    throw new UserError(
      reason('playlist.liked-by-another', { user, me }),
      reason('playlist.log-in-as', { user }),
    )
  const uri = me === '' ? 'spotify:collection' : `spotify:user:${me}:collection`
  const listing = { uri, path: '/me/tracks', readRow: readItem }
  const { rows, ...told } = await readPages(listing, context, signal)
  return buildPlaylist(
    { format: FORMAT, name: 'Liked Songs', fallbackName: '', uri, ...told },
    rows,
  )
}

/** One track, as a playlist of one. */
export async function readApiTrack(id: string, api: Api, signal: AbortSignal): Promise<Playlist> {
  const track = asRecord(await api.get(`/tracks/${id}`, {}, signal))
  const row = 'name' in track ? readTrack(track) : skipRow('', reason('playlist.no-such-track'))
  const uri = `spotify:track:${id}`
  return buildPlaylist({ format: FORMAT, name: track.name, fallbackName: 'Track', uri }, [row])
}
