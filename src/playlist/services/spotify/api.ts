import { UnavailableError } from '../../../base/http/errors.ts'
import type { Http, HttpAnswer } from '../../../base/http/http.ts'
import { UserError } from '../../../words/user-error.ts'
import { readJson, readRefusal } from './answer.ts'
import { LoginExpiredError } from './authorise.ts'
import type { SpotifySession } from './session.ts'

/** The Web API, asked as the user who is logged in. */
export interface Api {
  /** JSON, not yet believed. Throws Denied, NotThere, LoginEnded, Unavailable or UserError. */
  get(path: string, query: Readonly<Record<string, string>>, signal: AbortSignal): Promise<unknown>
}

/** 403: this is not for this user, or not for this app. */
export class AccessDeniedError extends UserError {}

/** 404: nothing there, or nothing that this app may see. */
export class NotFoundError extends UserError {}

/**
 * Every answer is forgotten once it is read: Spotify's content is kept no longer than needed (Developer
 * Terms, IV.3.1.a), and another token could not read it from the cache anyway.
 */
export function openApi(session: SpotifySession, http: Pick<Http, 'ask'>): Api {
  return {
    async get(path, query, signal) {
      const url = `https://api.spotify.com/v1${path}?${new URLSearchParams(query)}`
      const ask = async (token: string) => {
        const answer = await http.ask(
          { url, headers: { authorization: `Bearer ${token}` } },
          signal,
        )
        answer.forget?.()
        return answer
      }
      const token = await session.token(signal)
      const first = await ask(token)
      const answer = first.status === 401 ? await ask(await session.renew(token, signal)) : first
      if (answer.status >= 200 && answer.status < 300) return readJson(answer)
      throw explain(answer)
    },
  }
}

function explain(answer: HttpAnswer): Error {
  const { status } = answer
  const { message, reason } = readRefusal(answer)
  const said = message === '' ? '' : `: “${message}”`
  if (status === 401) return new LoginExpiredError()
  if (status === 403) {
    if (/scope/i.test(message))
      return new UserError(
        'Your login does not allow this to be read.',
        'Log in again, and agree to all that is asked: songkeep login spotify',
      )
    if (/regist|premium/i.test(message))
      return new UserError(
        `Spotify does not let your app read this${said}.`,
        'The owner of the app needs Premium, and every user must stand in its list: https://developer.spotify.com/dashboard › your app › User Management.',
      )
    return new AccessDeniedError(`Spotify does not let you read this${said}.`)
  }
  if (status === 404) return new NotFoundError(`Spotify has nothing there${said}.`)
  if (status === 429)
    return new UnavailableError(
      'api.spotify.com',
      reason === 'QUOTA_EXCEEDED'
        ? 'The quota of your app at Spotify is used up for now.'
        : 'Spotify is asked too often just now.',
    )
  return new UnavailableError(
    'api.spotify.com',
    `Spotify refused to answer (HTTP status ${status})${said}.`,
  )
}
