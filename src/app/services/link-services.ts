import type { Http } from '../../base/http/http.ts'
import type { Playlist } from '../../model/playlist.ts'
import { readLinkedPlaylist } from '../../playlist/links/read-link.ts'
import { spotifyHosts } from '../../playlist/services/spotify/hosts.ts'
import type { Environment } from '../environment.ts'
import { openPages } from '../spotify/open-spotify.ts'
import type { Service, ServiceAnswer } from './service.ts'

/** The track of the examples of https://developer.spotify.com/documentation/web-api/reference/get-track */
const KNOWN_TRACK = '11dFghVXANMlKmJXsNCbNl'

/** Those who are asked about links, as far as they answer without a login. */
export const listLinkServices = (environment: Environment): readonly Service[] => [
  {
    name: 'spotify-pages',
    title: 'open.spotify.com',
    hosts: spotifyHosts,
    ask: (http, signal) => askForTrack(http, environment, signal),
  },
]

/** Where its page says less than it did, the title alone is left of a track: too little to find it by. */
async function askForTrack(
  http: Http,
  environment: Environment,
  signal: AbortSignal,
): Promise<ServiceAnswer> {
  const context = { http, store: openPages(environment), publicPage: false }
  const playlist = await readLinkedPlaylist({ kind: 'track', id: KNOWN_TRACK }, context, signal)
  return weigh(playlist)
}

function weigh({ entries: [entry] }: Playlist): ServiceAnswer {
  if (entry?.kind !== 'track') return { found: false }
  const { artists, durationMs } = entry.track
  const missing =
    artists.length === 0 ? 'artist' : durationMs === undefined ? 'duration' : undefined
  return { found: true, missing }
}
