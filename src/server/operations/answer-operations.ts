import type { IncomingMessage, ServerResponse } from 'node:http'
import type { MetricsService, OperationsService } from '../../app/context.ts'
import { isLoopback, plainAddress } from '../addresses.ts'
import { bringsToken } from '../auth/bearer-token.ts'

/** Where whoever runs the program asks for it. */
const operationPaths = ['/healthz', '/readyz', '/metrics'] as const

/** What a browser or a proxy sends along: neither is somebody at this machine who wants to read metrics. */
const foreignHeaders = ['origin', 'sec-fetch-site', 'forwarded', 'x-forwarded-for', 'via']

/**
 * Answers a probe, or says that it is none. This comes before the origin guard, as whoever probes asks by a number or a
 * container's name: so nothing is told that not everybody may know, but for metrics, which ask for their token.
 */
export function answerOperations(
  operations: OperationsService,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): boolean {
  const path = incoming.url?.split('?')[0]
  const isAsked = incoming.method === 'GET' || incoming.method === 'HEAD'
  if (!operationPaths.some((each) => each === path) || !isAsked) return false
  incoming.resume()
  if (path === '/healthz') answer(outgoing, 200, { alive: true })
  else if (path === '/readyz') void answerReadiness(operations, outgoing)
  else void answerMetrics(operations.metrics, incoming, outgoing)
  return true
}

async function answerReadiness(operations: OperationsService, outgoing: ServerResponse) {
  const notReady = await operations.readiness()
  const ready = notReady.length === 0
  answer(outgoing, ready ? 200 : 503, { ready, notReady })
}

async function answerMetrics(
  metrics: MetricsService | undefined,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
) {
  // Where there are none, or not for this one, it looks the same: nobody learns that there are any.
  if (!metrics || !mayRead(metrics, incoming)) return answer(outgoing, 404, { metrics: false })
  try {
    send(outgoing, 200, metrics.type, await metrics.read())
  } catch {
    answer(outgoing, 503, { metrics: false })
  }
}

function mayRead({ token }: MetricsService, incoming: IncomingMessage): boolean {
  if (token === undefined) return isAtThisMachine(incoming)
  return bringsToken(incoming.headers.authorization, token)
}

const isAtThisMachine = (incoming: IncomingMessage) =>
  isLoopback(plainAddress(incoming.socket.remoteAddress)) &&
  isAskedAsLoopback(incoming) &&
  !foreignHeaders.some((name) => incoming.headers[name] !== undefined)

/** A name that somebody else has led to this machine is no name of its own (DNS rebinding). */
function isAskedAsLoopback({ headers }: IncomingMessage): boolean {
  const address = URL.parse(`http://${headers.host}`)
  return address !== null && isLoopback(address.hostname.replace(/^\[|\]$/g, ''))
}

const answer = (outgoing: ServerResponse, status: number, value: object) =>
  send(outgoing, status, 'application/json', JSON.stringify(value))

function send(outgoing: ServerResponse, status: number, type: string, text: string) {
  outgoing.writeHead(status, {
    'Content-Type': type,
    'Content-Length': Buffer.byteLength(text),
    'Cache-Control': 'no-store',
  })
  outgoing.end(outgoing.req.method === 'HEAD' ? undefined : text)
}
