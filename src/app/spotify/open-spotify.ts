import { join } from 'node:path'
import type { Http } from '../../base/http/http.ts'
import { reason } from '../../model/reason.ts'
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

/** The folder of pages that an unfinished run has read. */
export const pagesFolder = ({ cacheDir }: Environment) => join(cacheDir, 'spotify')

export const openPages = (environment: Environment): PageStore =>
  openPageStore(pagesFolder(environment))

export function refuseOffline(environment: Environment, purpose: 'login' | 'listing'): void {
  if (environment.offline)
    throw new UserError(
      reason('playlist.network-needed', { purpose }),
      reason('playlist.unset-offline'),
    )
}
