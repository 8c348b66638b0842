import { rm } from 'node:fs/promises'
import { openCallback } from '../../base/http/callback.ts'
import { openHttp } from '../../base/http/open-http.ts'
import { asRecord } from '../../base/json.ts'
import { reason } from '../../model/reason.ts'
import { openApi } from '../../playlist/services/spotify/api.ts'
import {
  askConsent,
  type Consent,
  exchangeCode,
} from '../../playlist/services/spotify/authorise.ts'
import { spotifyHosts } from '../../playlist/services/spotify/hosts.ts'
import { openSession } from '../../playlist/services/spotify/session.ts'
import { wordsIn } from '../../words/languages.ts'
import { say } from '../../words/say.ts'
import { UserError } from '../../words/user-error.ts'
import type { Environment } from '../environment.ts'
import { nameOurselves } from '../user-agent.ts'
import { findTokenFile, pagesFolder, refuseOffline } from './open-spotify.ts'

export interface LoginTalk {
  /** The address at Spotify where the user agrees, to be opened in a browser. */
  readonly onAddress: (address: string) => void
  /** A line was pasted that is not the address that is waited for. */
  readonly onWrongLine: () => void
  /** Lines that the user pastes where the browser is on another machine. */
  readonly pasted: AsyncIterable<string>
}

/** The door that the login opens on this machine is not left open for longer. */
const MAX_WAIT_MS = 30 * 60_000

/** Logs the user in under their own client id, keeps the login, and returns the name that Spotify knows them by. */
export async function logInToSpotify(
  environment: Environment,
  talk: LoginTalk,
  stop: AbortSignal,
): Promise<string> {
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
  const { consent, query } = await askUser(clientId, environment, talk, stop)
  await using http = openHttp({
    rules: spotifyHosts,
    userAgent: nameOurselves(environment),
    network,
  })
  const request = { http, clientId, now: Date.now }
  await file.write(await exchangeCode(query, consent, request, stop))
  const session = await openSession(file, http)
  if (!session) throw new Error('The login is gone as soon as it was written.')
  const { display_name } = asRecord(await openApi(session, http).get('/me', {}, stop))
  return typeof display_name === 'string' ? display_name : ''
}

/** What Spotify answers by way of the user's browser: it comes back to this machine, or its address is pasted. */
async function askUser(
  clientId: string,
  { language }: Environment,
  talk: LoginTalk,
  stop: AbortSignal,
): Promise<{ readonly consent: Consent; readonly query: URLSearchParams }> {
  let accept = (_query: URLSearchParams) => false
  const words = wordsIn(language)
  await using callback = await openCallback({
    path: '/callback',
    accept: (query) => accept(query),
    says: {
      taken: say(reason('playlist.login-received'), words),
      other: say(reason('playlist.login-of-another'), words),
      nothing: say(reason('playlist.login-nothing-here'), words),
    },
  })
  const consent = askConsent(clientId, callback.address)
  accept = (query) => query.get('state') === consent.state
  talk.onAddress(consent.address)
  const done = new AbortController()
  const signal = AbortSignal.any([stop, done.signal])
  const late = setTimeout(
    () =>
      done.abort(new UserError(reason('playlist.login-unanswered'), reason('playlist.try-again'))),
    MAX_WAIT_MS,
  )
  const answer = Promise.race([callback.wait(signal), waitForPaste(talk, accept, signal)])
  return { consent, query: await answer.finally(() => clearTimeout(late)) }
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
