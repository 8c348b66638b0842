import type { SpotifyAccount, SpotifyPlaylist } from '../../api/contract.ts'
import { asReason } from '../../model/reason.ts'
import type { ListedPlaylist } from '../../playlist/services/spotify/list-playlists.ts'
import { type Fault, faultOf } from '../../words/fault.ts'
import { UserError } from '../../words/user-error.ts'
import type { SettingsService, SpotifyService } from '../context.ts'
import type { Environment } from '../environment.ts'
import { withSavedKeys } from '../settings/settings.ts'
import { beginLogin } from './begin-login.ts'
import { spotifyKey } from './client-id.ts'
import { logOutOfSpotify } from './login.ts'
import { findTokenFile } from './open-spotify.ts'
import { listOwnPlaylists } from './own-playlists.ts'
import { PendingLogins } from './pending-logins.ts'

/** An exchange goes on where the browser has left meanwhile, but not for longer. */
const MAX_EXCHANGE_MS = 60_000

export function openSpotifyAccount(
  environment: Environment,
  settings: SettingsService,
  now: () => number = Date.now,
): SpotifyService {
  const pending = new PendingLogins(now)
  let name = ''
  /** Why the latest login came to nothing: it may have ended in another window. */
  let failure: Fault | undefined

  const read = async (): Promise<SpotifyAccount> => {
    const { spotifyClientId } = await withSavedKeys(environment)
    const stored = await readLogin(environment)
    const { login, until = 0 } = pending.latest() ?? {}
    return {
      isLoggedIn: stored.isLoggedIn,
      name: stored.isLoggedIn && name !== '' ? name : undefined,
      clientIdIn:
        environment.spotifyClientId !== undefined
          ? 'environment'
          : spotifyClientId !== undefined
            ? 'settings'
            : undefined,
      pending: login && { address: login.address, until },
      failure: failure ?? stored.failure,
    }
  }

  return {
    read,
    async begin(redirectUri, clientId) {
      failure = undefined
      if (clientId !== undefined) await keepClientId(clientId.trim(), settings)
      pending.add(beginLogin(await withSavedKeys(environment), redirectUri))
      return await read()
    },
    async answer(query) {
      const login = pending.take(query)
      try {
        name = await login.finish(query, AbortSignal.timeout(MAX_EXCHANGE_MS))
        failure = undefined
        pending.cancel()
      } catch (error) {
        if (error instanceof UserError) failure = faultOf(error.reason, error.advice)
        throw error
      }
    },
    async logOut() {
      pending.cancel()
      name = ''
      failure = undefined
      await logOutOfSpotify(environment)
      return await read()
    },
    playlists: async (signal) =>
      (await listOwnPlaylists(await withSavedKeys(environment), signal)).map(describeList),
  }
}

async function keepClientId(clientId: string, settings: SettingsService): Promise<void> {
  const { settings: now } = await settings.read()
  await settings.write(now, { [spotifyKey.key.variable]: clientId })
}

const describeList = ({ name, owner, ...rest }: ListedPlaylist): SpotifyPlaylist => ({
  ...rest,
  name: asReason(name),
  owner: asReason(owner),
})

/** A login that cannot be read is none, and that is told. */
async function readLogin(
  environment: Environment,
): Promise<{ readonly isLoggedIn: boolean; readonly failure?: Fault }> {
  try {
    return { isLoggedIn: (await findTokenFile(environment)?.read()) !== undefined }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return { isLoggedIn: false, failure: faultOf(error.reason, error.advice) }
  }
}
