import type { Http } from '../../../base/http/http.ts'
import { LoginExpiredError, refreshTokens } from './authorise.ts'
import type { TokenFile, Tokens } from './token-file.ts'

/** A login in use. */
export interface SpotifySession {
  /** An access token that has not run out yet, as far as the clock tells. */
  token(signal: AbortSignal): Promise<string>
  /** Another one, where the one given was refused. Throws LoginExpiredError where there is none. */
  renew(refused: string, signal: AbortSignal): Promise<string>
}

/** Renewed early enough for a request that has to wait for its turn. */
const MARGIN_MS = 60_000

/** Undefined where nobody is logged in. */
export async function openSession(
  file: TokenFile,
  http: Pick<Http, 'ask'>,
  now: () => number = Date.now,
): Promise<SpotifySession | undefined> {
  const found = await file.read()
  if (!found) return undefined
  let tokens: Tokens = found
  const isFresh = (each: Tokens) => each.expiresAt - MARGIN_MS > now()

  const renew = async (refused: string, signal: AbortSignal): Promise<string> => {
    // Another run may have renewed it meanwhile, and used the refresh token up.
    const kept = await file.read()
    if (kept && kept.accessToken !== refused && isFresh(kept)) tokens = kept
    else tokens = await refresh(kept ?? tokens, signal)
    return tokens.accessToken
  }

  const refresh = async (old: Tokens, signal: AbortSignal): Promise<Tokens> => {
    try {
      const request = { http, clientId: old.clientId, now }
      const renewed = await refreshTokens(old, request, signal)
      await file.write(renewed)
      return renewed
    } catch (error) {
      if (!(error instanceof LoginExpiredError)) throw error
      const kept = await file.read()
      if (kept && kept.refreshToken !== old.refreshToken && isFresh(kept)) return kept
      throw error
    }
  }

  return {
    token: async (signal) =>
      isFresh(tokens) ? tokens.accessToken : renew(tokens.accessToken, signal),
    renew,
  }
}
