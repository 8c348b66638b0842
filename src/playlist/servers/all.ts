import { jellyfin } from './jellyfin/jellyfin.ts'
import type { PlaylistServer, ServerAccess, ServerKind } from './server.ts'
import { subsonic } from './subsonic/subsonic.ts'

/** The kinds of servers that give and take playlists. */
const serverKinds: readonly ServerKind[] = [subsonic, jellyfin]

export function openServer(access: ServerAccess): PlaylistServer {
  const kind = serverKinds.find(({ name }) => name === access.kind)
  if (!kind) throw new Error(`There is no server of the kind ${access.kind}.`)
  return kind.open(access)
}
