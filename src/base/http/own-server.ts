import type { Agent } from 'undici'
import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import { ownRule } from './allow/own-rule.ts'
import { UnavailableError } from './errors.ts'
import { type Network, systemNetwork } from './network.ts'
import { openDialler } from './send/dialler.ts'
import { readAnswer, type WholeAnswer } from './send/read-answer.ts'
import { explain, findCause } from './send/retry.ts'

export interface OwnServerConfig {
  /** `http://host:port`: this origin alone is asked. */
  readonly address: URL
  /** Sent as a bearer token. */
  readonly token?: string
  /** From the first byte sent to the last one received, each attempt. */
  readonly timeoutMs: number
  readonly network?: Network
}

export interface OwnRequest {
  readonly path: string
  /** Sent by POST, as JSON; without it, GET. */
  readonly body?: string
  readonly maxBytes: number
}

/** What does no harm when it is asked twice is asked twice: a connection may have been closed by the other end. */
const ATTEMPTS = 2

/**
 * A server of the user's own that is part of this program: asked many times a second over connections that stay open,
 * without a pace, without redirects, and without a memory of answers. It is dialled as `ownRule` says.
 */
export class OwnServer implements Disposable {
  readonly #config: OwnServerConfig
  readonly #agent: Agent
  /** As a person knows it. */
  readonly host: string

  constructor(config: OwnServerConfig) {
    this.#config = config
    this.host = config.address.host
    const { network = systemNetwork, address } = config
    this.#agent = openDialler(network, () => {}, ownRule(address))
  }

  /** Any status is an answer but those of 500 and above. Throws UnavailableError, or the signal's reason. */
  async ask(request: OwnRequest, signal: AbortSignal): Promise<WholeAnswer> {
    signal.throwIfAborted()
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#send(request, signal)
      } catch (thrown) {
        signal.throwIfAborted()
        const error = findCause(thrown)
        if (error instanceof UserError) throw error
        // Whoever is too slow now is not helped by being asked again.
        if (attempt < ATTEMPTS && !isTimeout(error)) continue
        const why = reason('network.no-answer', { host: this.host, why: explain(error) })
        throw new UnavailableError(this.host, why, { cause: error })
      }
    }
  }

  #send({ path, body, maxBytes }: OwnRequest, signal: AbortSignal): Promise<WholeAnswer> {
    const { address, token, timeoutMs } = this.#config
    const request = {
      origin: address.origin,
      path,
      method: body === undefined ? ('GET' as const) : ('POST' as const),
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      body,
    }
    return readAnswer(this.#agent, request, { maxBytes, timeoutMs, signal })
  }

  /** Questions that are under way fail. */
  [Symbol.dispose](): void {
    void this.#agent.destroy()
  }
}

const isTimeout = (error: unknown) => error instanceof Error && error.name === 'TimeoutError'
