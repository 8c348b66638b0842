import { createHash, randomBytes } from 'node:crypto'
import { isPrivateWay } from '../../../base/http/allow/private-way.ts'
import { asRecord, type JsonObject } from '../../../base/json.ts'
import { reason } from '../../../model/reason.ts'
import { UserError } from '../../../words/user-error.ts'
import { readWords, unavailable } from '../../services/ask.ts'
import { askServer, placeOf, readServerJson } from '../ask-server.ts'
import type { ServerAccess } from '../server.ts'

/** A parameter may be given several times. */
export type Query = Readonly<Record<string, string | readonly string[]>>

type Login = Readonly<Record<string, string>>

/** The first version with salted tokens: no method that is used here is newer. */
const VERSION = '1.13.0'

/**
 * The Subsonic API, https://www.subsonic.org/pages/api.jsp, and what OpenSubsonic adds to it,
 * https://opensubsonic.netlify.app/docs/api-reference. By an API key where there is one, else by a salted token; a
 * server that takes neither is told the password itself, where nobody can listen.
 */
export class SubsonicClient {
  readonly #access: ServerAccess
  #plain = false

  constructor(access: ServerAccess) {
    this.#access = access
  }

  /** Reads; repeated where a connection breaks. */
  read = (method: string, query: Query, signal: AbortSignal) =>
    this.#ask(method, query, true, signal)

  /** Changes something: sent once, as a form, however long it is. */
  write = (method: string, query: Query, signal: AbortSignal) =>
    this.#ask(method, query, false, signal)

  async #ask(
    method: string,
    query: Query,
    isRead: boolean,
    signal: AbortSignal,
  ): Promise<JsonObject> {
    const answer = await this.#send(method, query, isRead, signal)
    const { code } = asRecord(answer.error)
    if (answer.status === 'ok') return answer
    if (this.#mayTellPassword(code)) {
      if (!isPrivateWay(this.#access.base))
        throw new UserError(
          reason('playlist.server-wants-password', { server: this.#place }),
          reason('playlist.use-https-or-key'),
        )
      this.#plain = true
      return await this.#ask(method, query, isRead, signal)
    }
    throw explain(code, answer, this.#place)
  }

  /** Tokens are unknown to old servers (which miss `p`), and to those whose users are kept elsewhere. */
  #mayTellPassword(code: unknown): boolean {
    const { apiKey, password } = this.#access.credentials
    const isToken = apiKey === undefined && password !== undefined && !this.#plain
    return isToken && (code === MISSING || code === NO_TOKENS)
  }

  async #send(
    method: string,
    query: Query,
    isRead: boolean,
    signal: AbortSignal,
  ): Promise<JsonObject> {
    const url = `${this.#access.base}/rest/${method}.view`
    const login = this.#login()
    const told = toForm({ ...query, v: VERSION, c: 'Songkeep', f: 'json' })
    // What is told in clear stands in no address, and so in no log.
    const isForm = this.#plain || !isRead
    const form = { method: 'POST', body: `${told}&${toForm(login)}`, repeatable: isRead } as const
    const sent = isForm
      ? { url, ...form, headers: FORM }
      : { url: `${url}?${told}`, secrets: login }
    const answer = await askServer(this.#access, sent, signal)
    const { status } = answer
    const why = reason('playlist.service-refuses', { service: this.#place, status })
    if (status >= 500) throw unavailable(answer, why)
    const response = asRecord(readServerJson(answer))['subsonic-response']
    if (response === undefined)
      throw new UserError(
        reason('playlist.no-such-server', { kind: 'Subsonic', server: this.#place }),
        reason('playlist.check-server-address'),
      )
    return asRecord(response)
  }

  #login(): Login {
    const { user = '', password = '', apiKey } = this.#access.credentials
    if (apiKey !== undefined) return { apiKey }
    if (this.#plain) return { u: user, p: `enc:${Buffer.from(password).toString('hex')}` }
    const salt = randomBytes(16).toString('hex')
    return { u: user, t: createHash('md5').update(`${password}${salt}`).digest('hex'), s: salt }
  }

  get #place(): string {
    return placeOf(this.#access)
  }
}

const FORM = { 'content-type': 'application/x-www-form-urlencoded' }

function toForm(query: Query): string {
  const form = new URLSearchParams()
  for (const [name, values] of Object.entries(query))
    for (const value of [values].flat()) form.append(name, value)
  return `${form}`
}

const MISSING = 10
const NO_TOKENS = 41

function explain(code: unknown, { error }: JsonObject, server: string): UserError {
  if (code === 40 || code === 44)
    return new UserError(
      reason('playlist.server-login-refused', { server }),
      reason('playlist.check-server-login'),
    )
  if (code === 50) return new UserError(reason('playlist.server-not-allowed', { server }))
  if (code === 70) return new UserError(reason('playlist.list-not-there', { service: server }))
  const detail = readWords(asRecord(error).message)
  return new UserError(reason('playlist.service-says', { service: server, detail }))
}
