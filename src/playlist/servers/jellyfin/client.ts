import { isPrivateWay } from '../../../base/http/allow/private-way.ts'
import type { HttpRequest } from '../../../base/http/http.ts'
import { asList, asRecord, asText, type JsonObject } from '../../../base/json.ts'
import { type Reason, reason } from '../../../model/reason.ts'
import { UserError } from '../../../words/user-error.ts'
import { unavailable } from '../../services/ask.ts'
import { askServer, placeOf, readServerJson } from '../ask-server.ts'
import type { ServerAccess } from '../server.ts'

type Query = Readonly<Record<string, string>>

/** Who asks, and as which user. */
export interface Session {
  readonly token: string
  readonly user: string
  /** An API key is nobody's: it may not move songs in a list. */
  readonly isKey: boolean
}

/** Jellyfin's API, https://api.jellyfin.org; the header is told at https://gist.github.com/nielsvanvelzen/ea047d9028f676185832e51ffaf12a6f */
export class JellyfinClient {
  readonly #access: ServerAccess
  #session: Promise<Session> | undefined

  constructor(access: ServerAccess) {
    this.#access = access
  }

  session(signal: AbortSignal): Promise<Session> {
    this.#session ??= this.#begin(signal)
    return this.#session
  }

  async get(path: string, query: Query, signal: AbortSignal): Promise<JsonObject> {
    const { token } = await this.session(signal)
    return asRecord(await this.#ask({ url: this.#urlOf(path, query) }, token, signal))
  }

  /** Changes something: sent once. */
  async post(
    path: string,
    query: Query,
    body: JsonObject | undefined,
    signal: AbortSignal,
  ): Promise<JsonObject> {
    const { token } = await this.session(signal)
    const url = this.#urlOf(path, query)
    return asRecord(await this.#ask({ url, ...asPost(body) }, token, signal))
  }

  /** A login with a password is ended; a key stays. */
  async end(): Promise<void> {
    const session = await this.#session?.catch(() => undefined)
    if (!session || session.isKey) return
    const url = this.#urlOf('/Sessions/Logout', {})
    await this.#ask({ url, ...asPost() }, session.token, AbortSignal.timeout(5000)).catch(() => {})
  }

  async #begin(signal: AbortSignal): Promise<Session> {
    const { apiKey, user, password } = this.#access.credentials
    if (apiKey !== undefined) {
      const users = await this.#ask({ url: this.#urlOf('/Users', {}) }, apiKey, signal)
      return { token: apiKey, user: chooseUser(asList(users), user, this.#place), isKey: true }
    }
    if (!isPrivateWay(this.#access.base))
      throw new UserError(
        reason('playlist.server-wants-password', { server: this.#place }),
        reason('playlist.use-https-or-key'),
      )
    const url = this.#urlOf('/Users/AuthenticateByName', {})
    const login = { Username: user ?? '', Pw: password ?? '' }
    const answer = asRecord(await this.#ask({ url, ...asPost(login) }, undefined, signal))
    const { AccessToken: token, User } = answer
    const { Id: id } = asRecord(User)
    if (typeof token !== 'string' || typeof id !== 'string') throw this.#noServer()
    return { token, user: id, isKey: false }
  }

  async #ask(
    request: HttpRequest,
    token: string | undefined,
    signal: AbortSignal,
  ): Promise<unknown> {
    const headers = { ...request.headers, authorization: nameClient(token) }
    const answer = await askServer(this.#access, { ...request, headers }, signal)
    const { status, body } = answer
    const service = this.#place
    if (status === 204 || (status === 200 && body.length === 0)) return undefined
    if (status >= 200 && status < 300) {
      const json = readServerJson(answer)
      if (json === undefined) throw this.#noServer()
      return json
    }
    const refusals: Readonly<Record<number, readonly [Reason, Reason?]>> = {
      401: [
        reason('playlist.server-login-refused', { server: service }),
        reason('playlist.check-server-login'),
      ],
      403: [reason('playlist.server-not-allowed', { server: service })],
      404: [reason('playlist.list-not-there', { service })],
    }
    const refusal = refusals[status]
    if (refusal) throw new UserError(...refusal)
    throw unavailable(answer, reason('playlist.service-refuses', { service, status }))
  }

  #urlOf(path: string, query: Query): string {
    const asked = `${new URLSearchParams(query)}`
    return `${this.#access.base}${path}${asked === '' ? '' : `?${asked}`}`
  }

  #noServer(): UserError {
    return new UserError(
      reason('playlist.no-such-server', { kind: 'Jellyfin', server: this.#place }),
      reason('playlist.check-server-address'),
    )
  }

  get #place(): string {
    return placeOf(this.#access)
  }
}

/** A device id of its own, since a second login from one device ends the first. */
const nameClient = (token: string | undefined) =>
  [
    'MediaBrowser Client="Songkeep", Device="Songkeep", DeviceId="songkeep", Version="1"',
    ...(token === undefined ? [] : [`Token="${token.replaceAll(/["\\,\p{Cc}]/gu, '')}"`]),
  ].join(', ')

const asPost = (body?: JsonObject) =>
  ({
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: body === undefined ? '' : JSON.stringify(body),
  }) as const

/** An API key is nobody's: the user is found by their name, or is the only one. */
function chooseUser(users: readonly unknown[], name: string | undefined, server: string): string {
  const known = users.map(asRecord)
  const wanted = name?.toLowerCase()
  const fitting = known.filter(({ Name }) => !wanted || asText(Name).toLowerCase() === wanted)
  const [only, another] = fitting
  if (only && !another && typeof only.Id === 'string') return only.Id
  throw new UserError(
    reason('playlist.server-which-user', { server }),
    reason('playlist.name-server-user'),
  )
}
