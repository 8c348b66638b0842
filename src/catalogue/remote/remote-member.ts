import { UnavailableError } from '../../base/http/errors.ts'
import type { OwnAnswer, OwnServer } from '../../base/http/own-server.ts'
import { asRecord, parseJson } from '../../base/json.ts'
import { isReason, type Reason, reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import { VERSION } from '../format/layout.ts'
import { asManifest, type Manifest } from '../format/manifest.ts'
import type { Member } from '../shards/group.ts'
import type { ShardAnswer, ShardAsk } from '../shards/shard.ts'
import { check, MalformedError, readList, readObject } from './check.ts'
import { MAX_ANSWER_BYTES, MAX_ASKS, MAX_DESCRIPTION_BYTES, PROTOCOL, SERVICE } from './protocol.ts'
import { readAnswers } from './read-answers.ts'

/** Catalogues and shards that one server offers, at most. */
const MAX_CATALOGUES = 64

/** A catalogue or a shard that a server offers. */
export class RemoteMember implements Member {
  readonly place: string
  readonly manifest: Manifest
  readonly #server: OwnServer
  readonly #path: string

  constructor(server: OwnServer, number: number, manifest: Manifest) {
    this.#server = server
    this.#path = `/catalogues/${number}`
    this.manifest = manifest
    this.place = server.host
  }

  /** Throws UnavailableError where it could not be asked, or answers nonsense. */
  async answer(asks: readonly ShardAsk[], signal: AbortSignal): Promise<readonly ShardAnswer[]> {
    const answers: ShardAnswer[] = []
    for (let at = 0; at < asks.length; at += MAX_ASKS)
      answers.push(...(await this.#ask(asks.slice(at, at + MAX_ASKS), signal)))
    return answers
  }

  async #ask(asks: readonly ShardAsk[], signal: AbortSignal): Promise<readonly ShardAnswer[]> {
    const request = {
      path: `${this.#path}/ask`,
      body: JSON.stringify({ asks }),
      maxBytes: MAX_ANSWER_BYTES,
    }
    const { body } = mustAnswer(await this.#server.ask(request, signal), this.#server.host)
    return orNonsense(this.#server.host, () =>
      readAnswers(body.toString(), asks, (index) => {
        const { shard, tracks = 0 } = this.manifest.indexes[index] ?? {}
        const firstTrack = shard?.firstTrack ?? 0
        return { firstTrack, endTrack: firstTrack + tracks }
      }),
    )
  }

  /** A file of the list of names. */
  async readNames(file: string, maxBytes: number, signal: AbortSignal): Promise<Buffer> {
    const request = { path: `${this.#path}/names/${file}`, maxBytes }
    return mustAnswer(await this.#server.ask(request, signal), this.#server.host).body
  }
}

/** What a server offers. Throws UnavailableError, or UserError where it is of another version or wants a token. */
export async function findMembers(
  server: OwnServer,
  signal: AbortSignal,
): Promise<readonly RemoteMember[]> {
  const { host } = server
  const request = { path: '/catalogues', maxBytes: MAX_DESCRIPTION_BYTES }
  const { body } = mustAnswer(await server.ask(request, signal), host)
  const described = orNonsense(host, () => {
    const value = readObject(JSON.parse(body.toString()))
    check(value.service === SERVICE)
    return value
  })
  refuseOther(host, Number(described.protocol), PROTOCOL)
  refuseOther(host, Number(described.version), VERSION)
  return orNonsense(host, () =>
    readList(described.catalogues, MAX_CATALOGUES, (given) => {
      const manifest = asManifest(given)
      check(manifest?.version === VERSION)
      return manifest
    }).map((manifest, number) => new RemoteMember(server, number, manifest)),
  )
}

function refuseOther(host: string, version: number, expected: number): void {
  if (version !== expected)
    throw new UserError(
      reason('catalogue.service-other-version', { host, version, expected }),
      reason('catalogue.same-version-everywhere'),
    )
}

function mustAnswer(answer: OwnAnswer, host: string): OwnAnswer {
  const { status, body } = answer
  if (status === 200) return answer
  if (status === 401)
    throw new UserError(
      reason('catalogue.service-refuses', { host }),
      reason('catalogue.set-token'),
    )
  const told = status >= 400 ? readRefusal(body.subarray(0, 65_536).toString()) : undefined
  const why = told
    ? reason('catalogue.service-failed', { host, why: told })
    : reason('catalogue.service-nonsense', { host })
  throw new UnavailableError(host, why)
}

/** The reason that a refusal gives. */
function readRefusal(body: string): Reason | undefined {
  const { reason: why } = asRecord(parseJson(body))
  return isReason(why) ? why : undefined
}

function orNonsense<Value>(host: string, read: () => Value): Value {
  try {
    return read()
  } catch (error) {
    if (error instanceof MalformedError || error instanceof SyntaxError)
      throw new UnavailableError(host, reason('catalogue.service-nonsense', { host }), {
        cause: error,
      })
    throw error
  }
}
