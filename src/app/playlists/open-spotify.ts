import { join } from 'node:path'
import type { Http } from '../../base/http/http.ts'
import { type Api, openApi } from '../../playlist/services/spotify/api.ts'
import { openPageStore, type PageStore } from '../../playlist/services/spotify/page-store.ts'
import { openSession } from '../../playlist/services/spotify/session.ts'
import { openTokenFile, type TokenFile } from '../../playlist/services/spotify/token-file.ts'
import { UserError } from '../../words/user-error.ts'
import type { Environment } from '../environment.ts'

/** Spotify as the user who is logged in; undefined where nobody is. */
export async function openSpotify(
  environment: Environment,
  http: Pick<Http, 'ask'>,
): Promise<Api | undefined> {
  const file = findTokenFile(environment)
  const session = file && (await openSession(file, http))
  return session && openApi(session, http)
}

export function findTokenFile({ configDir }: Environment): TokenFile | undefined {
  return configDir === undefined ? undefined : openTokenFile(join(configDir, 'spotify.json'))
}

/** Where pages lie that an unfinished run has read. */
export const pagesFolder = ({ cacheDir }: Environment) => join(cacheDir, 'spotify')

export const openPages = (environment: Environment): PageStore =>
  openPageStore(pagesFolder(environment))

/** How to get a client id of one's own, for whoever has none. */
export const HOW_TO_GET_A_CLIENT_ID =
  'Make an app at https://developer.spotify.com/dashboard (its owner needs Premium) with the redirect URI http://127.0.0.1/callback and the Web API, set SONGKEEP_SPOTIFY_CLIENT_ID to its client id, then: songkeep login spotify'

export function refuseOffline(environment: Environment, what: string): void {
  if (environment.offline)
    throw new UserError(`${what} needs the network.`, 'Unset SONGKEEP_OFFLINE for it.')
}
