import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { HostRule } from '../../../../src/base/http/http.ts'

/**
 * Of the host's period that it holds a request to: it counts when one arrives, which on a busy machine is later than
 * it was sent, and not for each by the same time. What the workers themselves say is held to the whole period.
 */
const STRICTNESS = 0.8

export interface StrictHost extends AsyncDisposable {
  readonly port: number
  /** Requests that were over the limit, with what they were over. */
  readonly refused: readonly string[]
  /** When each arrived: milliseconds since 1970. */
  readonly arrived: readonly number[]
  /** Most at once. */
  readonly most: number
  /** What the next request is answered instead, once. */
  answerNext(status: number, headers: Readonly<Record<string, string>>): void
}

/** A host that counts what is under way and what came in its period, and answers 429 to what is over. */
export async function startStrictHost(
  { pace, atOnce }: Pick<HostRule, 'pace' | 'atOnce'>,
  takesMs: () => number,
): Promise<StrictHost> {
  const [refused, arrived] = [[] as string[], [] as number[]]
  const next: (readonly [number, Readonly<Record<string, string>>])[] = []
  let underWay = 0
  let most = 0
  const judge = (now: number): string | undefined => {
    if (underWay > atOnce) return `${underWay} at once`
    const before = arrived.at(-1 - pace.requests)
    if (before === undefined || now - before >= pace.perMs * STRICTNESS) return undefined
    return `${pace.requests + 1} in ${Math.round(now - before)} ms`
  }
  const answer = (_: IncomingMessage, response: ServerResponse) => {
    const now = Date.now()
    arrived.push(now)
    most = Math.max(most, ++underWay)
    response.on('close', () => underWay--)
    const over = judge(now)
    if (over) refused.push(over)
    const [status, headers] = over ? [429, {}] : (next.shift() ?? [200, {}])
    setTimeout(() => response.writeHead(status, headers).end('{}'), takesMs())
  }
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    refused,
    arrived,
    get most() {
      return most
    },
    answerNext: (status, headers) => void next.push([status, headers]),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
