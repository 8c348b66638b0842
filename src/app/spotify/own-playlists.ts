import { openHttp } from '../../base/http/open-http.ts'
import { reason } from '../../model/reason.ts'
import { spotifyHosts } from '../../playlist/services/spotify/hosts.ts'
import {
  type ListedPlaylist,
  listPlaylists,
} from '../../playlist/services/spotify/list-playlists.ts'
import { UserError } from '../../words/user-error.ts'
import type { Environment } from '../environment.ts'
import { shareLimits } from '../shared-limits.ts'
import { nameOurselves } from '../user-agent.ts'
import { openSpotify, refuseOffline } from './open-spotify.ts'

/** The user's playlists at Spotify: which can be read, and why the others cannot. */
export async function listOwnPlaylists(
  environment: Environment,
  signal: AbortSignal,
): Promise<readonly ListedPlaylist[]> {
  refuseOffline(environment, 'listing')
  const { network, spotifyClientId } = environment
  await using shared = shareLimits(environment)
  await using http = openHttp({
    rules: spotifyHosts,
    userAgent: nameOurselves(environment),
    network,
    openLimiter: shared?.openLimiter,
  })
  const api = await openSpotify(environment, http)
  if (!api)
    throw new UserError(
      reason('playlist.not-logged-in'),
      reason(spotifyClientId === undefined ? 'playlist.get-client-id' : 'playlist.log-in'),
    )
  return await listPlaylists(api, signal)
}
