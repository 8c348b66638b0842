import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { orAbort } from './send/or-abort.ts'

/**
 * The one place that listens: a page on this machine alone that a browser is sent back to after a login
 * (RFC 8252, 7.3). Bound to 127.0.0.1, at a port that the system gives.
 */
export interface Callback extends AsyncDisposable {
  /** `http://127.0.0.1:49152/callback` */
  readonly address: string
  /** The query of the first visit that `accept` takes; rejects with the signal's reason. */
  wait(signal: AbortSignal): Promise<URLSearchParams>
}

export interface CallbackOptions {
  readonly path: `/${string}`
  /** Any page in the user's browser can visit: what is not accepted is answered 400, and waited on. */
  readonly accept: (query: URLSearchParams) => boolean
  /** What the browser shows, as plain text: to the visit that is taken, to any other, and at any other address. */
  readonly says: { readonly taken: string; readonly other: string; readonly nothing: string }
}

const HEADERS = {
  'content-type': 'text/plain; charset=utf-8',
  'cache-control': 'no-store',
  // The address holds the code: it goes to nobody else.
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  connection: 'close',
}

export async function openCallback({ path, accept, says }: CallbackOptions): Promise<Callback> {
  const visited = Promise.withResolvers<URLSearchParams>()
  const answer = (response: ServerResponse, status: number, text: string) =>
    void response.writeHead(status, HEADERS).end(`${text}\n`)
  const server = createServer({ maxHeaderSize: 16 * 1024, requestTimeout: 10_000 })
  server.maxConnections = 16
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    request.resume()
    const base = `http://127.0.0.1:${(server.address() as AddressInfo | null)?.port}`
    const url = URL.parse(request.url ?? '', base)
    // A name of somebody else's that leads here is no visit from the login (DNS rebinding).
    const isHere = `http://${request.headers.host}` === base && url?.origin === base
    if (!url || !isHere || request.method !== 'GET' || url.pathname !== path)
      answer(response, 404, says.nothing)
    else if (!accept(url.searchParams)) answer(response, 400, says.other)
    else {
      answer(response, 200, says.taken)
      response.once('close', () => visited.resolve(url.searchParams))
    }
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`,
    wait: (signal) => orAbort(visited.promise, signal),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
