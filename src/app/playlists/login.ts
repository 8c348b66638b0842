import { rm } from 'node:fs/promises'
import { openCallback } from '../../base/http/callback.ts'
import { openHttp } from '../../base/http/open-http.ts'
import { asRecord } from '../../base/json.ts'
import { openApi } from '../../playlist/services/spotify/api.ts'
import { askConsent, exchangeCode } from '../../playlist/services/spotify/authorise.ts'
import { spotifyHosts } from '../../playlist/services/spotify/hosts.ts'
import { openSession } from '../../playlist/services/spotify/session.ts'
import { UserError } from '../../words/user-error.ts'
import type { Environment } from '../environment.ts'
import { nameOurselves } from '../user-agent.ts'
import {
  findTokenFile,
  HOW_TO_GET_A_CLIENT_ID,
  pagesFolder,
  refuseOffline,
} from './open-spotify.ts'

export interface LoginTalk {
  /** Where to say yes, for the user to open in a browser. */
  readonly onAddress: (address: string) => void
  /** A line was pasted that is not the address waited for. */
  readonly onWrongLine: () => void
  /** Lines that the user pastes where the browser is on another machine. */
  readonly pasted: AsyncIterable<string>
}

/** Half an hour: whoever has left does not leave a door open behind. */
const PATIENCE_MS = 30 * 60_000

/** Logs the user in under their own client id, keeps the login, and returns the name that Spotify knows them by. */
export async function logInToSpotify(
  environment: Environment,
  talk: LoginTalk,
  stop: AbortSignal,
): Promise<string> {
  refuseOffline(environment, 'A login')
  const { spotifyClientId: clientId, network } = environment
  const file = findTokenFile(environment)
  if (!file) throw new UserError('There is no place to keep a login.', 'Name one: SONGKEEP_CONFIG')
  if (clientId === undefined)
    throw new UserError('A login needs a client id of your own.', HOW_TO_GET_A_CLIENT_ID)
  let accept = (_query: URLSearchParams) => false
  await using callback = await openCallback({
    path: '/callback',
    accept: (query) => accept(query),
    says: 'Songkeep has heard it. You may close this page.',
  })
  const consent = askConsent(clientId, callback.address)
  accept = (query) => query.get('state') === consent.state
  talk.onAddress(consent.address)
  const done = new AbortController()
  const signal = AbortSignal.any([stop, done.signal])
  const late = setTimeout(
    () => done.abort(new UserError('Nobody said yes for half an hour.', 'Try again.')),
    PATIENCE_MS,
  )
  const query = await Promise.race([
    callback.wait(signal),
    waitForPaste(talk, accept, signal),
  ]).finally(() => clearTimeout(late))
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

/** The address that the browser was sent back to, in vain, because it is not on this machine. */
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
  // Nothing more is pasted: the browser may still come.
  return new Promise(() => {})
}

/** Forgets the login, and what an unfinished run has read with it. False where there was none. */
export async function logOutOfSpotify(environment: Environment): Promise<boolean> {
  const was = await findTokenFile(environment)?.remove()
  await rm(pagesFolder(environment), { recursive: true, force: true })
  return was === true
}
