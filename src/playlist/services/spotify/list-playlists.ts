import { asList, asRecord } from '../../../base/json.ts'
import { type Reason, reason, type Told } from '../../../model/reason.ts'
import { cleanText } from '../../reading/clean.ts'
import { firstText } from '../../reading/json.ts'
import type { Api } from './api.ts'

/** One of the lists that the user sees at Spotify. */
export interface ListedPlaylist {
  readonly name: Told
  readonly uri: string
  readonly owner: Told
  /** Undefined where Spotify does not say. */
  readonly tracks?: number
  /** Why it cannot be read; undefined where it can. */
  readonly unreadable?: Reason
}

const PAGE = 50
/** No user has more; it bounds a server that never comes to an end. */
const MAX_PLAYLISTS = 10_000

/** The user's liked songs, their own playlists, and those they follow, in Spotify's order. */
export async function listPlaylists(
  api: Api,
  signal: AbortSignal,
): Promise<readonly ListedPlaylist[]> {
  const me = firstText(asRecord(await api.get('/me', {}, signal)).id)
  const liked = asRecord(await api.get('/me/tracks', { limit: '1', offset: '0' }, signal))
  const playlists: ListedPlaylist[] = [
    {
      name: 'Liked Songs',
      uri: 'spotify:liked',
      owner: reason('playlist.you'),
      ...countOf(liked.total),
    },
  ]
  for (let offset = 0; offset < MAX_PLAYLISTS; ) {
    const query = { limit: String(PAGE), offset: String(offset) }
    const { items, total } = asRecord(await api.get('/me/playlists', query, signal))
    const page = asList(items)
    offset += page.length
    playlists.push(...page.flatMap((value) => readListed(value, me)))
    if (page.length === 0 || !(typeof total === 'number' && offset < total)) break
  }
  return playlists
}

function readListed(value: unknown, me: string): readonly ListedPlaylist[] {
  const playlist = asRecord(value)
  const uri = firstText(playlist.uri)
  // Spotify gives null for lists that are gone.
  if (!/^spotify:playlist:[A-Za-z0-9]{22}$/.test(uri)) return []
  const owner = asRecord(playlist.owner)
  const isMine = me !== '' && owner.id === me
  const line = (text: unknown) => cleanText(text, 'name', () => {}).slice(0, 200)
  const name = line(playlist.name) || reason('playlist.nameless')
  const whose = line(owner.display_name) || line(owner.id) || reason('playlist.somebody-else')
  // Counted under `items` since February 2026, under `tracks` before.
  const { total } = asRecord(playlist.items ?? playlist.tracks)
  return [
    {
      name,
      uri,
      owner: isMine ? reason('playlist.you') : whose,
      ...countOf(total),
      unreadable: !isMine && playlist.collaborative !== true ? explain(owner.id) : undefined,
    },
  ]
}

const explain = (owner: unknown) =>
  owner === 'spotify' ? reason('playlist.list-of-spotify') : reason('playlist.list-of-others')

const countOf = (total: unknown) =>
  typeof total === 'number' && Number.isFinite(total) && total >= 0
    ? { tracks: Math.floor(total) }
    : {}
