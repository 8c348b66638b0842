import { createHash, randomBytes } from 'node:crypto'
import { UnavailableError } from '../../../base/http/errors.ts'
import type { Http, HttpAnswer } from '../../../base/http/http.ts'
import { asRecord } from '../../../base/json.ts'
import { reason } from '../../../model/reason.ts'
import { UserError } from '../../../words/user-error.ts'
import { readJson, readRefusal } from './answer.ts'
import type { Tokens } from './token-file.ts'

// Authorization Code with PKCE (RFC 7636; https://developer.spotify.com/documentation/web-api/tutorials/code-pkce-flow):
// the user's own client id, and no client secret anywhere.

/** What may be read, and nothing that could be changed. */
const SCOPES = 'playlist-read-private playlist-read-collaborative user-library-read'
const TOKEN_URL = 'https://accounts.spotify.com/api/token'

/** One login under way. */
export interface Consent {
  /** Where the user says yes, in a browser. */
  readonly address: string
  readonly redirectUri: string
  /** Spotify sends it back with its answer: an answer without it is not an answer to this login. */
  readonly state: string
  /** Proves to Spotify that the code is used by the program that asked for it. */
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
  if (error === 'access_denied') throw new UserError(reason('playlist.login-refused'))
  const code = query.get('code')
  if (error !== null || !code)
    throw new UserError(
      reason('playlist.login-not-agreed', { detail: error?.slice(0, 60) }),
      reason('playlist.check-app-settings'),
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
    throw new UserError(reason('playlist.login-too-late'), reason('playlist.try-login-again'), {
      cause,
    })
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
    super(reason('playlist.login-ended'), reason('playlist.log-in-again'))
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
  if (answer.status < 200 || answer.status >= 300) throw explainRefusal(answer)
  return { clientId, ...readTokens(readJson(answer), before, now) }
}

function explainRefusal(answer: HttpAnswer): Error {
  const { status } = answer
  const { code, message } = readRefusal(answer)
  if (code === 'invalid_grant') return new LoginExpiredError()
  if (code === 'invalid_client')
    return new UserError(reason('playlist.client-id-unknown'), reason('playlist.look-up-client-id'))
  if (status >= 500 || status === 429)
    return new UnavailableError(
      'accounts.spotify.com',
      reason('playlist.login-unavailable', { status }),
    )
  return new UserError(
    reason('playlist.login-not-agreed', { detail: message || code || undefined, status }),
    reason('playlist.log-in-again'),
  )
}

/** `before`: the refresh token that stays where the answer brings no other. */
function readTokens(
  json: unknown,
  before: string | undefined,
  now: () => number,
): Omit<Tokens, 'clientId'> {
  const { access_token, refresh_token = before, expires_in } = asRecord(json)
  if (!isToken(access_token) || !isToken(refresh_token))
    throw new UnavailableError('accounts.spotify.com', reason('playlist.login-without-token'))
  const seconds = typeof expires_in === 'number' && expires_in > 0 ? expires_in : 3600
  return {
    accessToken: access_token,
    refreshToken: refresh_token,
    expiresAt: now() + Math.min(seconds, 24 * 3600) * 1000,
  }
}

/** Only what can stand in a header, so that no answer breaks into one. */
const isToken = (value: unknown): value is string =>
  typeof value === 'string' && /^[\x21-\x7e]{1,4096}$/.test(value)
