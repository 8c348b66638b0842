import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { CatalogueAnswers } from '../../app/catalogues/service.ts'
import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import { isLoopback, nameClient, writeHost } from '../addresses.ts'
import { bringsToken } from '../auth/bearer-token.ts'
import { OwnHosts } from '../auth/own-hosts.ts'
import { RequestRate } from '../auth/rate.ts'
import { readWhole } from '../body.ts'
import { HttpError } from '../http-error.ts'
import type { Limits } from '../limits.ts'
import { listen, portOf } from '../listen.ts'
import { type Answer, answerPath, refuse } from './answer-path.ts'

export interface CatalogueServerOptions {
  readonly port: number
  readonly host: string
  /** Asked of everybody; where it is not set, only this machine may ask. */
  readonly token?: string
  readonly limits?: Partial<Limits>
}

export interface CatalogueServer extends AsyncDisposable {
  readonly address: string
}

const SECOND = 1000
/** How long answers that are under way may take when it is stopped. */
const GRACE_MS = 5 * SECOND

/** Whoever asks holds connections open, and asks many times a second. */
const usualLimits: Pick<
  Limits,
  'connectionsEach' | 'connections' | 'headersMs' | 'bodyMs' | 'idleMs' | 'tries'
> = {
  connectionsEach: 200,
  connections: 1000,
  headersMs: 10 * SECOND,
  bodyMs: 10 * SECOND,
  idleMs: 120 * SECOND,
  tries: 20,
}

/**
 * Offers catalogues and shards to other processes, over HTTP. Throws UserError where the port cannot be had, or other
 * machines could ask without a token.
 */
export async function startCatalogueServer(
  answers: CatalogueAnswers,
  { port, host, token, ...options }: CatalogueServerOptions,
): Promise<CatalogueServer> {
  if (token === undefined && !isLoopback(host))
    throw new UserError(reason('catalogue.token-missing', { host }), reason('catalogue.set-token'))
  const limits = { ...usualLimits, ...options.limits } as Limits
  const wrong = new RequestRate(limits.tries, limits.tries / 60)
  let hosts = new OwnHosts(port)
  const server = await listen({ port, host }, limits, (incoming, outgoing) => {
    answer(incoming, outgoing).catch((error: unknown) => {
      if (error instanceof HttpError) send(outgoing, refuse(error.status, error.fault.reason))
      else outgoing.destroy()
    })
  })
  server.keepAliveTimeout = 60 * SECOND
  hosts = new OwnHosts(portOf(server))
  return {
    address: `http://${writeHost(host)}:${portOf(server)}`,
    async [Symbol.asyncDispose]() {
      const closed = once(server, 'close')
      server.close()
      server.closeIdleConnections()
      const timer = setTimeout(() => server.closeAllConnections(), GRACE_MS)
      await closed
      clearTimeout(timer)
    },
  }

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const client = nameClient(incoming.socket.remoteAddress)
    const refused = whyRefused(incoming, client)
    if (refused) {
      outgoing.setHeader('connection', 'close')
      return send(outgoing, refused)
    }
    const { method } = incoming
    if (method !== 'GET' && method !== 'POST')
      return send(outgoing, refuse(405, reason('catalogue.ask-no-such-path')))
    const body =
      method === 'POST' ? await readQuestion(incoming, answers.maxBytes, limits.bodyMs) : undefined
    send(outgoing, answerPath(answers, incoming.url ?? '', body))
  }

  function whyRefused({ headers, socket }: IncomingMessage, client: string): Answer | undefined {
    if (token === undefined)
      return hosts.has(headers.host ?? '', socket.localAddress)
        ? undefined
        : refuse(421, reason('catalogue.ask-other-host'))
    if (wrong.take(client) > 0) return refuse(429, reason('server.too-many-requests'))
    if (!bringsToken(headers.authorization, token))
      return refuse(401, reason('catalogue.ask-no-token'))
    wrong.giveBack(client)
    return undefined
  }
}

async function readQuestion(
  incoming: IncomingMessage,
  maxBytes: number,
  bodyMs: number,
): Promise<string> {
  // A page elsewhere can send such a type only after it was allowed to, which nobody is.
  if (!/^application\/json\b/i.test(incoming.headers['content-type'] ?? ''))
    throw new HttpError(415, reason('catalogue.ask-wrong'))
  return (await readWhole(incoming, maxBytes, bodyMs)).toString()
}

function send(outgoing: ServerResponse, { status, body }: Answer): void {
  if (outgoing.headersSent) return void outgoing.destroy()
  const isText = typeof body === 'string'
  outgoing.sendDate = false
  if (status >= 405 && status !== 500) outgoing.setHeader('connection', 'close')
  outgoing.writeHead(status, {
    'content-type': isText ? 'application/json' : 'application/octet-stream',
    'content-length': isText ? Buffer.byteLength(body) : body.length,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
  outgoing.end(body)
}
