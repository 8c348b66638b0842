import { createHash, randomBytes } from 'node:crypto'
import { UnavailableError } from '../../../base/http/errors.ts'
import type { Http } from '../../../base/http/http.ts'
import { asRecord } from '../../../base/json.ts'
import { UserError } from '../../../words/user-error.ts'
import { readJson, readRefusal } from './answer.ts'
import type { Tokens } from './token-file.ts'

// Authorization Code with PKCE (RFC 7636; https://developer.spotify.com/documentation/web-api/tutorials/code-pkce-flow):
// the user's own client id, and no secret of a client's anywhere.

/** What may be read, and nothing that could be changed. */
const SCOPES = 'playlist-read-private playlist-read-collaborative user-library-read'
const TOKEN_URL = 'https://accounts.spotify.com/api/token'

/** One login under way. */
export interface Consent {
  /** Where the user says yes, in a browser. */
  readonly address: string
  readonly redirectUri: string
  /** Comes back with the answer: who does not know it has not been asked. */
  readonly state: string
  /** Proves to Spotify that the code is used by whoever asked for it. */
  readonly verifier: string
}

export function askConsent(clientId: string, redirectUri: string): Consent {
  const state = randomBytes(24).toString('base64url')
  const verifier = randomBytes(64).toString('base64url')
  const query = new URLSearchParams({
    client_id: clientId,
    response_type: 'code',
    redirect_uri: redirectUri,
    scope: SCOPES,
    state,
    code_challenge_method: 'S256',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
  })
  return {
    address: `https://accounts.spotify.com/authorize?${query}`,
    redirectUri,
    state,
    verifier,
  }
}

export interface TokenRequest {
  readonly http: Pick<Http, 'ask'>
  readonly clientId: string
  readonly now: () => number
}

/** The login that the browser came back with becomes tokens; UserError where the user said no. */
export async function exchangeCode(
  query: URLSearchParams,
  { redirectUri, verifier }: Consent,
  request: TokenRequest,
  signal: AbortSignal,
): Promise<Tokens> {
  const error = query.get('error')
  if (error === 'access_denied') throw new UserError('The login was refused in the browser.')
  const code = query.get('code')
  if (error !== null || !code)
    throw new UserError(
      `Spotify did not agree to the login (${(error ?? 'no code').slice(0, 60)}).`,
      'Look at your app’s settings at https://developer.spotify.com/dashboard and try again.',
    )
  const form = {
    grant_type: 'authorization_code',
    code,
    redirect_uri: redirectUri,
    code_verifier: verifier,
  }
  try {
    return await askForTokens(form, undefined, request, signal)
  } catch (cause) {
    if (!(cause instanceof LoginExpiredError)) throw cause
    const message = 'Spotify did not take this login: it came too late, or had been used before.'
    throw new UserError(message, 'Try again: songkeep login spotify', { cause })
  }
}

/** New tokens for old. A refresh token may be good for one use: what comes back must be kept. */
export function refreshTokens(
  { refreshToken }: Tokens,
  request: TokenRequest,
  signal: AbortSignal,
): Promise<Tokens> {
  const form = { grant_type: 'refresh_token', refresh_token: refreshToken }
  return askForTokens(form, refreshToken, request, signal)
}

/** The login has ended: after six months, by a second use of its token, or because the user took it back. */
export class LoginExpiredError extends UserError {
  constructor() {
    super('Your login at Spotify has ended.', 'Log in again: songkeep login spotify')
  }
}

async function askForTokens(
  form: Readonly<Record<string, string>>,
  before: string | undefined,
  { http, clientId, now }: TokenRequest,
  signal: AbortSignal,
): Promise<Tokens> {
  const body = new URLSearchParams({ ...form, client_id: clientId }).toString()
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  // Never sent twice: a code, and often a token, is good for one use.
  const answer = await http.ask(
    { url: TOKEN_URL, method: 'POST', headers, body, maxBytes: 64 * 1024 },
    signal,
  )
  if (answer.status >= 200 && answer.status < 300) return readTokens(readJson(answer))
  const { code, message } = readRefusal(answer)
  if (code === 'invalid_grant') throw new LoginExpiredError()
  if (code === 'invalid_client')
    throw new UserError(
      'Spotify does not know your client id.',
      'Look it up at https://developer.spotify.com/dashboard and set SONGKEEP_SPOTIFY_CLIENT_ID to it.',
    )
  if (answer.status >= 500 || answer.status === 429)
    throw new UnavailableError(
      'accounts.spotify.com',
      `Spotify cannot log anybody in now (HTTP status ${answer.status}).`,
    )
  throw new UserError(
    `Spotify did not agree to the login (${message || code || `HTTP status ${answer.status}`}).`,
    'Log in again: songkeep login spotify',
  )

  function readTokens(json: unknown): Tokens {
    const { access_token, refresh_token = before, expires_in } = asRecord(json)
    // Only what can stand in a header, so that no answer breaks into one.
    const isToken = (value: unknown): value is string =>
      typeof value === 'string' && /^[\x21-\x7e]{1,4096}$/.test(value)
    if (!isToken(access_token) || !isToken(refresh_token))
      throw new UnavailableError('accounts.spotify.com', 'Spotify’s login answered with no token.')
    const seconds = typeof expires_in === 'number' && expires_in > 0 ? expires_in : 3600
    return {
      clientId,
      accessToken: access_token,
      refreshToken: refresh_token,
      expiresAt: now() + Math.min(seconds, 24 * 3600) * 1000,
    }
  }
}
