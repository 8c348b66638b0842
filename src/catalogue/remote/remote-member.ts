import type { OwnServer } from '../../base/http/own-server.ts'
import { asText } from '../../base/json.ts'
import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import { VERSION } from '../format/layout.ts'
import { asManifest, type Manifest } from '../format/manifest.ts'
import type { Member } from '../shards/group.ts'
import { tracksOf } from '../shards/round.ts'
import type { ShardAnswer, ShardAsk } from '../shards/shard.ts'
import { check, readList, readObject } from './check.ts'
import { mustAnswer, orNonsense } from './must-answer.ts'
import {
  identify,
  MAX_ANSWER_BYTES,
  MAX_ASKS,
  MAX_DESCRIPTION_BYTES,
  PROTOCOL,
  SERVICE,
} from './protocol.ts'
import { readAnswers } from './read-answers.ts'

/** All shards are asked the same, so that it is written once. */
const texts = new WeakMap<ShardAsk, string>()

function textOf(ask: ShardAsk): string {
  const text = texts.get(ask) ?? JSON.stringify(ask)
  texts.set(ask, text)
  return text
}

/** Catalogues and shards that one server offers, at most. */
const MAX_CATALOGUES = 64

/** A catalogue or a shard that a server offers. */
export class RemoteMember implements Member {
  readonly place: string
  readonly manifest: Manifest
  readonly #server: OwnServer
  readonly #path: string

  constructor(server: OwnServer, manifest: Manifest) {
    this.#server = server
    this.#path = `/catalogues/${identify(manifest)}`
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
      body: `{"asks":[${asks.map(textOf).join(',')}]}`,
      maxBytes: MAX_ANSWER_BYTES,
    }
    const { body } = mustAnswer(await this.#server.ask(request, signal), this.#server.host)
    return orNonsense(this.#server.host, () =>
      readAnswers(body.toString(), asks, (index) => tracksOf(this.manifest.indexes[index])),
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
  refuseOther(host, Number(asText(described.protocol)), PROTOCOL)
  refuseOther(host, Number(asText(described.version)), VERSION)
  return orNonsense(host, () =>
    readList(described.catalogues, MAX_CATALOGUES, (given) => {
      const manifest = asManifest(given)
      check(manifest?.version === VERSION)
      return manifest
    }).map((manifest) => new RemoteMember(server, manifest)),
  )
}

function refuseOther(host: string, version: number, expected: number): void {
  if (version !== expected)
    throw new UserError(
      reason('catalogue.service-other-version', { host, version, expected }),
      reason('catalogue.same-version-everywhere'),
    )
}
