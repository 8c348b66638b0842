import { rm } from 'node:fs/promises'
import { openCallback } from '../../base/http/callback.ts'
import { reason } from '../../model/reason.ts'
import { REDIRECT_PATH } from '../../model/spotify-redirect.ts'
import { wordsIn } from '../../words/languages.ts'
import { say } from '../../words/say.ts'
import { UserError } from '../../words/user-error.ts'
import type { Environment } from '../environment.ts'
import { beginLogin, MAX_LOGIN_MS, type StartedLogin } from './begin-login.ts'
import { findTokenFile, pagesFolder } from './open-spotify.ts'

export interface LoginTalk {
  /** The address at Spotify where the user agrees, to be opened in a browser. */
  readonly onAddress: (address: string) => void
  /** A line was pasted that is not the address that is waited for. */
  readonly onWrongLine: () => void
  /** Lines that the user pastes where the browser is on another machine. */
  readonly pasted: AsyncIterable<string>
}

/**
 * Logs the user in from the terminal, under their own client id, keeps the login, and returns the name that Spotify
 * knows them by.
 */
export async function logInToSpotify(
  environment: Environment,
  talk: LoginTalk,
  stop: AbortSignal,
): Promise<string> {
  const { login, query } = await askUser(environment, talk, stop)
  return await login.finish(query, stop)
}

/** What Spotify answers by way of the user's browser: it comes back to this machine, or its address is pasted. */
async function askUser(
  environment: Environment,
  talk: LoginTalk,
  stop: AbortSignal,
): Promise<{ readonly login: StartedLogin; readonly query: URLSearchParams }> {
  let accept = (_query: URLSearchParams) => false
  const words = wordsIn(environment.language)
  await using callback = await openCallback({
    path: REDIRECT_PATH,
    accept: (query) => accept(query),
    says: {
      taken: say(reason('playlist.login-received'), words),
      other: say(reason('playlist.login-of-another'), words),
      nothing: say(reason('playlist.login-nothing-here'), words),
    },
  })
  const login = beginLogin(environment, callback.address)
  accept = (query) => query.get('state') === login.state
  talk.onAddress(login.address)
  const done = new AbortController()
  const signal = AbortSignal.any([stop, done.signal])
  const late = setTimeout(
    () =>
      done.abort(new UserError(reason('playlist.login-unanswered'), reason('playlist.try-again'))),
    MAX_LOGIN_MS,
  )
  const answer = Promise.race([callback.wait(signal), waitForPaste(talk, accept, signal)])
  return { login, query: await answer.finally(() => clearTimeout(late)) }
}

/** The address that the browser was sent back to, where it runs on another machine and cannot reach this one. */
async function waitForPaste(
  { pasted, onWrongLine }: LoginTalk,
  accept: (query: URLSearchParams) => boolean,
  signal: AbortSignal,
): Promise<URLSearchParams> {
  for await (const line of pasted) {
    if (signal.aborted) break
    const query = URL.parse(line.trim())?.searchParams
    if (query && accept(query)) return query
    if (line.trim() !== '') onWrongLine()
  }
  // Nothing more is pasted, but the browser may still come back.
  return new Promise(() => {})
}

/** Forgets the login, and what an unfinished run has read with it. False where there was none. */
export async function logOutOfSpotify(environment: Environment): Promise<boolean> {
  const was = await findTokenFile(environment)?.remove()
  await rm(pagesFolder(environment), { recursive: true, force: true })
  return was === true
}
