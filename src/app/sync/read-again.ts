import type { Http } from '../../base/http/http.ts'
import type { Playlist } from '../../model/playlist.ts'
import type { Progress } from '../../model/progress.ts'
import { type PlaylistLink, readLink } from '../../playlist/links/playlist-link.ts'
import { StorageError, UserError } from '../../words/user-error.ts'
import type { Environment } from '../environment.ts'
import { readLinks } from '../playlists/read-links.ts'
import type { OpenServers } from '../servers/open-servers.ts'
import type { RecordedList } from './recorded-lists.ts'

/** The link by which a list can be read again; undefined for one that came from a file. */
export function linkOf({
  list,
  playlist,
}: RecordedList): readonly [string, PlaylistLink] | undefined {
  for (const uri of [...list.uris, playlist.uri]) {
    const link = uri === undefined ? undefined : readLink(uri)
    if (uri !== undefined && link) return [uri, link]
  }
  return undefined
}

export interface ReadTools {
  readonly environment: Environment
  readonly http: Http
  readonly servers: OpenServers
}

/**
 * The list as its service has it now, under the name and id that it has. Where it cannot be read, or its service shows
 * no more than a part of it, it stays as it was recorded, and the reason is told.
 */
export async function* readAgain(
  recorded: RecordedList,
  { environment, http, servers }: ReadTools,
  signal: AbortSignal,
): AsyncGenerator<Progress, Playlist> {
  const link = linkOf(recorded)
  const { list, playlist, choices } = recorded
  if (!link) return playlist
  const options = { publicPage: choices.publicPage, servers }
  try {
    const read = yield* readLinks(new Map([link]), options, environment, http, signal)
    const [now] = read.get(link[0]) ?? []
    if (!now || (now.partial && !playlist.partial)) return playlist
    const name = list.named || now.name === '' ? list.name : now.name
    return { ...now, id: list.id, name, named: list.named }
  } catch (error) {
    if (!(error instanceof UserError) || error instanceof StorageError || signal.aborted)
      throw error
    yield { kind: 'not-reread', name: list.name, reason: error.reason }
    return playlist
  }
}
