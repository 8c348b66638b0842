import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import type { Network } from '../../../src/base/http/network.ts'

/** What the replaying server answers. */
export interface Reply {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
  /**
   * `truncated`: half the body, then it hangs up. `slow`: it begins and never ends. `drip`: a byte at a
   * time, never ending. `silent`: not even headers. `deaf`: it hangs up at once.
   */
  readonly fault?: 'truncated' | 'slow' | 'drip' | 'silent' | 'deaf'
}

export interface Asked {
  readonly url: URL
  readonly method: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
  /** Milliseconds on this process' clock when it came in. */
  readonly at: number
}

/** Undefined where nothing is known of such a request: it is answered 404, and told in `unknown`. */
export type Say = (url: URL, asked: Asked) => Reply | undefined | Promise<Reply | undefined>

export interface Replay extends AsyncDisposable {
  readonly port: number
  readonly asked: readonly Asked[]
  /** Addresses that the test has no answer for. */
  readonly unknown: readonly string[]
  readonly network: Network
}

/**
 * A real server on this machine that answers for any number of hosts. Requests reach it through a
 * `Network` that dials it whatever the address: all checks of addresses and names are really made.
 */
export async function startReplay(say: Say): Promise<Replay> {
  const asked: Asked[] = []
  const unknown: string[] = []
  const server = createServer({ maxHeaderSize: 2 ** 20 }, async (request, response) => {
    const at = performance.now()
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const url = new URL(request.url ?? '/', `https://${request.headers.host}`)
    const { method = 'GET', headers } = request
    const one = { url, method, headers, body: Buffer.concat(chunks).toString(), at }
    asked.push(one)
    const reply = await say(url, one)
    if (!reply) unknown.push(url.href)
    answer(response, reply ?? { status: 404 })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    port,
    asked,
    unknown,
    network: replayNetwork(port),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function answer(response: ServerResponse, { status = 200, headers = {}, body = '', fault }: Reply) {
  const bytes = Buffer.from(body)
  if (fault === 'silent') return
  if (fault === 'deaf') return void response.destroy()
  const promised = bytes.length + (fault === 'slow' || fault === 'drip' ? 100_000 : 0)
  const length = headers['transfer-encoding'] ? {} : { 'content-length': promised }
  response.writeHead(status, { 'content-type': 'application/json', ...length, ...headers })
  if (fault === undefined) response.end(bytes)
  else if (fault === 'slow') response.write(bytes.subarray(0, 1))
  else if (fault === 'drip') drip(response)
  else response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy())
}

function drip(response: ServerResponse) {
  const drops = setInterval(() => response.write('x'), 5)
  response.on('close', () => clearInterval(drops))
}

/** The way to a replaying server, from its port alone: a child process can take it too. */
export function replayNetwork(
  port: number,
  resolve: (host: string) => readonly string[] = () => ['93.184.215.14'],
): Network {
  return {
    resolve: async (host) => resolve(host),
    connect: () => connect(port, '127.0.0.1'),
  }
}

/** A clock on which sleeping takes no time at all. */
export function makeClock(start = Date.UTC(2026, 10, 21)) {
  let now = start
  const slept: number[] = []
  return {
    slept,
    now: () => now,
    async sleep(ms: number, signal: AbortSignal) {
      signal.throwIfAborted()
      slept.push(ms)
      now += ms
    },
    pass: (ms: number) => {
      now += ms
    },
  }
}
