import { createHash } from 'node:crypto'
import { createServer, type ServerResponse } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import type { Http } from '../../src/base/http/http.ts'
import { openHttp } from '../../src/base/http/open-http.ts'
import type { OnlineSource, Source } from '../../src/source/source.ts'

export interface Reply {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body: string
  /** `truncated`: the connection closes in the middle. `slow`: the rest never comes. */
  readonly fault?: 'truncated' | 'slow'
}

/** A source behind a real way out, whose every host is one local server. */
export interface ReplayedSource extends Source {
  /** Addresses that were asked for, in order. */
  readonly asked: readonly URL[]
  /** What the way out would not do. */
  readonly refused: readonly string[]
}

const TODAY = '2026-11-21'

/** Long for a local server, short for who waits. */
const PATIENCE_MS = 300

export async function openReplayed(
  source: OnlineSource,
  say: (url: URL) => Reply,
): Promise<ReplayedSource> {
  const asked: URL[] = []
  const failures: unknown[] = []
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', `https://${request.headers.host}`)
    asked.push(url)
    try {
      answer(response, say(url))
    } catch (error) {
      failures.push(error)
      response.destroy()
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const http = openHttp({
    rules: source.hosts.map((rule) => ({ ...rule, pace: { requests: 1000, perMs: 1 } })),
    userAgent: 'Songkeep/0 (https://songkeep.example)',
    network: {
      resolve: async () => ['93.184.215.14'],
      connect: () => connect(port, '127.0.0.1'),
    },
    clock: clockThatNeverWaits(),
  })
  const opened = source.open({
    http: { ...impatient(http), contacted: [], refused: [] },
    today: TODAY,
    ...(source.key && { key: 'a-key' }),
  })
  return {
    name: opened.name,
    needsNetwork: opened.needsNetwork,
    asked,
    get refused() {
      return http.refused
    },
    async search(track, signal) {
      const found = await opened.search(track, signal).catch((error) => {
        throw failures[0] ?? error
      })
      if (failures.length > 0) throw failures[0]
      return found
    },
    async [Symbol.asyncDispose]() {
      await opened[Symbol.asyncDispose]()
      await http[Symbol.asyncDispose]()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** A source and its answers without the way between them, for thousands of answers. */
export function openDirectly(source: OnlineSource, say: (url: URL) => Reply): Source {
  const http: Pick<Http, 'ask'> = {
    async ask({ url }) {
      const { status = 200, headers = {}, body } = say(new URL(url))
      const sha256 = createHash('sha256').update(body).digest('hex')
      const answer = { url, sha256, at: `${TODAY}T12:00:00.000Z` }
      return { status, headers, body: Buffer.from(body), answer, finalUrl: url }
    },
  }
  const key = source.key ? { key: 'a-key' } : {}
  return source.open({ http: http as Http, today: TODAY, ...key })
}

function answer(response: ServerResponse, { status = 200, headers = {}, body, fault }: Reply) {
  const bytes = Buffer.from(body)
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': bytes.length + (fault ? 10 : 0),
    ...headers,
  })
  if (!fault) response.end(bytes)
  else response.write(bytes, () => fault === 'truncated' && response.destroy())
}

function impatient(http: Http): Pick<Http, 'ask' | 'download' | typeof Symbol.asyncDispose> {
  return {
    ask: (request, signal) => http.ask({ ...request, timeoutMs: PATIENCE_MS }, signal),
    download: http.download,
    [Symbol.asyncDispose]: () => http[Symbol.asyncDispose](),
  }
}

function clockThatNeverWaits() {
  let now = Date.parse(`${TODAY}T12:00:00Z`)
  return {
    now: () => now,
    async sleep(ms: number, signal: AbortSignal) {
      signal.throwIfAborted()
      now += ms
    },
  }
}
