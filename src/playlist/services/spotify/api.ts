import { UnavailableError } from '../../../base/http/errors.ts'
import type { Http, HttpAnswer } from '../../../base/http/http.ts'
import { reason } from '../../../model/reason.ts'
import { UserError } from '../../../words/user-error.ts'
import { readJson, readRefusal } from './answer.ts'
import { LoginExpiredError } from './authorise.ts'
import type { SpotifySession } from './session.ts'

/** The Web API, asked as the user who is logged in. */
export interface Api {
  /** JSON, not yet believed. Throws AccessDeniedError, NotFoundError, LoginExpiredError, UnavailableError or UserError. */
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
        const headers = { authorization: `Bearer ${token}` }
        const answer = await http.ask({ url, headers }, signal).catch((error: unknown) => {
          throw error instanceof UnavailableError ? nameQuota(error) : error
        })
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

/** A quota that is used up for hours comes as a wish to be left alone: its answer says which it is. */
function nameQuota(error: UnavailableError): UnavailableError {
  const { host, until, refusal } = error
  if (!refusal || readRefusal(refusal).reason !== 'QUOTA_EXCEEDED') return error
  return new UnavailableError(host, reason('playlist.quota-used'), { until, refusal })
}

function explain(answer: HttpAnswer): Error {
  const { status } = answer
  const refusal = readRefusal(answer)
  const detail = refusal.message || undefined
  if (status === 401) return new LoginExpiredError()
  if (refusal.reason === 'QUOTA_EXCEEDED')
    return new UnavailableError('api.spotify.com', reason('playlist.quota-used'))
  if (status === 403) return explainDenial(refusal.message)
  if (status === 404) return new NotFoundError(reason('playlist.nothing-there', { detail }))
  if (status === 429)
    return new UnavailableError('api.spotify.com', reason('playlist.asked-too-often'))
  return new UnavailableError('api.spotify.com', reason('playlist.no-answer', { status, detail }))
}

/** A 403 says why in words alone: the login, the app, or this one thing. */
function explainDenial(message: string): Error {
  const detail = message || undefined
  if (/scope/i.test(message))
    return new UserError(reason('playlist.scope-missing'), reason('playlist.log-in-with-scope'))
  const advice = /premium/i.test(message)
    ? reason('playlist.owner-needs-premium')
    : /regist/i.test(message) && reason('playlist.add-user-to-app')
  if (advice) return new UserError(reason('playlist.app-not-allowed', { detail }), advice)
  return new AccessDeniedError(reason('playlist.access-denied', { detail }))
}
