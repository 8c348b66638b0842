import type { Playlist } from '../../model/playlist.ts'
import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import { buildPlaylist } from '../reading/entries.ts'
import type { PlaylistServer, ServerList } from './server.ts'

export interface ServerReading {
  /** One list by its id; without it all that the user may read. */
  readonly list?: string
  /** Of all, those of these names, where one of them is there. */
  readonly only?: readonly string[]
  readonly onRead?: (done: number, total: number) => void
}

/** The lists of a server of the user's own, each as it stands there. UserError where there is none. */
export async function readServerLists(
  server: PlaylistServer,
  { list, only = [], onRead }: ServerReading,
  signal: AbortSignal,
): Promise<readonly Playlist[]> {
  const { account } = server
  const place = new URL(account.base).host
  const all = await server.lists(signal)
  const named = list === undefined ? choose(all, only) : all.filter(({ id }) => id === list)
  if (named.length === 0)
    throw list === undefined
      ? new UserError(reason('playlist.server-without-lists', { server: place }))
      : new UserError(
          reason('playlist.list-not-there', { service: place }),
          reason('playlist.look-for-list'),
        )
  const playlists: Playlist[] = []
  for (const { id, name, description, creator } of named) {
    const entries = await server.entries(id, signal)
    const head = { format: account.kind, name, fallbackName: 'Playlist', description, creator }
    const uri = server.nameList(id)
    playlists.push(
      buildPlaylist(
        { ...head, uri },
        entries.map(({ row }) => row),
      ),
    )
    onRead?.(playlists.length, named.length)
  }
  return playlists
}

/** Where none has one of the names, all: whoever chooses among them says that there is none. */
function choose(all: readonly ServerList[], only: readonly string[]): readonly ServerList[] {
  const fold = (text: string) => text.normalize('NFC').trim().toLowerCase()
  const wanted = new Set(only.map(fold))
  const chosen = all.filter(({ name }) => wanted.has(fold(name)))
  return chosen.length > 0 ? chosen : all
}
