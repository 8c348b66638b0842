import { openHttp } from '../../base/http/open-http.ts'
import { spotifyHosts } from '../../playlist/services/spotify/hosts.ts'
import {
  type ListedPlaylist,
  listPlaylists,
} from '../../playlist/services/spotify/list-playlists.ts'
import { UserError } from '../../words/user-error.ts'
import type { Environment } from '../environment.ts'
import { nameOurselves } from '../user-agent.ts'
import { HOW_TO_GET_A_CLIENT_ID, openSpotify, refuseOffline } from './open-spotify.ts'

/** The user's playlists at Spotify: which can be read, and why the others cannot. */
export async function listOwnPlaylists(
  environment: Environment,
  signal: AbortSignal,
): Promise<readonly ListedPlaylist[]> {
  refuseOffline(environment, 'Listing your playlists')
  const { network, spotifyClientId } = environment
  await using http = openHttp({
    rules: spotifyHosts,
    userAgent: nameOurselves(environment),
    network,
  })
  const api = await openSpotify(environment, http)
  if (!api)
    throw new UserError(
      'You are not logged in at Spotify.',
      spotifyClientId === undefined
        ? HOW_TO_GET_A_CLIENT_ID
        : 'Log in first: songkeep login spotify',
    )
  return await listPlaylists(api, signal)
}
