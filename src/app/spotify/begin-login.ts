import { openHttp } from '../../base/http/open-http.ts'
import { asRecord } from '../../base/json.ts'
import { reason } from '../../model/reason.ts'
import { openApi } from '../../playlist/services/spotify/api.ts'
import { askConsent, exchangeCode } from '../../playlist/services/spotify/authorise.ts'
import { spotifyHosts } from '../../playlist/services/spotify/hosts.ts'
import { openSession } from '../../playlist/services/spotify/session.ts'
import { cleanLine } from '../../text/clean.ts'
import { UserError } from '../../words/user-error.ts'
import type { Environment } from '../environment.ts'
import { shareLimits } from '../shared-limits.ts'
import { nameOurselves } from '../user-agent.ts'
import { findTokenFile, refuseOffline } from './open-spotify.ts'

/** One login that waits for the user's answer at Spotify. */
export interface StartedLogin {
  /** Where the user agrees, in a browser. */
  readonly address: string
  /** Comes back with the answer; nobody else knows it. */
  readonly state: string
  /**
   * Takes what the browser came back with, keeps the login, and returns the name that Spotify knows the user by. To
   * be called once. UserError where the user, or Spotify, did not agree.
   */
  finish(query: URLSearchParams, signal: AbortSignal): Promise<string>
}

/** A login on the way a browser can wait for. */
export const MAX_LOGIN_MS = 30 * 60_000

/** Begins a login under the user's own client id. UserError where it cannot be: offline, no client id, no place for it. */
export function beginLogin(environment: Environment, redirectUri: string): StartedLogin {
  refuseOffline(environment, 'login')
  const { spotifyClientId: clientId, network } = environment
  const file = findTokenFile(environment)
  if (!file)
    throw new UserError(
      reason('playlist.login-without-place'),
      reason('playlist.name-config-folder'),
    )
  if (clientId === undefined)
    throw new UserError(
      reason('playlist.login-without-client-id'),
      reason('playlist.get-client-id'),
    )
  const consent = askConsent(clientId, redirectUri)
  return {
    address: consent.address,
    state: consent.state,
    async finish(query, signal) {
      await using shared = shareLimits(environment)
      await using http = openHttp({
        rules: spotifyHosts,
        userAgent: nameOurselves(environment),
        network,
        openLimiter: shared?.openLimiter,
      })
      const request = { http, clientId, now: Date.now }
      await file.write(await exchangeCode(query, consent, request, signal))
      const session = await openSession(file, http)
      if (!session) throw new Error('The login is gone as soon as it was written.')
      const { display_name } = asRecord(await openApi(session, http).get('/me', {}, signal))
      return typeof display_name === 'string' ? cleanLine(display_name).slice(0, 200) : ''
    },
  }
}
