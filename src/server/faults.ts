import type { IncomingMessage, ServerResponse } from 'node:http'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { ZodError } from 'zod'
import { tellFault } from '../base/telemetry/tell-fault.ts'
import { reason } from '../model/reason.ts'
import { type Fault, faultOf } from '../words/fault.ts'
import type { Principal, RequestContext } from './auth/principal.ts'
import { isClientGone } from './client-gone.ts'
import { HttpError } from './http-error.ts'

const broken = faultOf(reason('server.broken'), reason('server.try-again-or-log'))
const stopped = faultOf(reason('server.stopped'), reason('server.try-again'))

/** Writes a line, of what is no secret, where whoever runs the server sees it. */
export type ServerLog = (text: string) => void

/** Answers what was thrown while a request was answered. */
export function answerError(error: unknown, c: RequestContext, log: ServerLog): Response {
  if (error instanceof HttpError) return c.json(error.fault, error.status, { ...error.headers })
  if (error instanceof HTTPException)
    return c.json(faultOfHttp(error), error.status as ContentfulStatusCode)
  // What breaks because the client has gone, or because the server stops, is not an error of ours.
  const principal: Principal | undefined = c.var.principal
  const isOver =
    c.req.raw.signal.aborted || (isClientGone(error) && principal?.gone.aborted === true)
  if (!isOver) {
    tellFault(error, 'server')
    log(describeError(error, c))
  }
  if (c.env.outgoing.headersSent) return RESPONSE_ALREADY_SENT
  return isOver ? c.json(stopped, 503) : c.json(broken, 500)
}

const faultOfHttp = ({ status }: HTTPException): Fault =>
  faultOf(reason(status === 415 ? 'server.only-json' : 'server.no-json'))

function describeError(error: unknown, c: RequestContext): string {
  const what = error instanceof Error ? (error.stack ?? error.message) : String(error)
  const request = `${c.req.method} ${JSON.stringify(c.req.path)}`
  const { authorization = '', cookie = '' } = c.env.incoming.headers
  const secrets = [...(c.var.secrets ?? []), authorization, cookie]
  return hideSecrets(`${request}: something broke that should not have.\n${what}`, secrets)
}

/** The text as it may be logged. */
export const hideSecrets = (text: string, secrets: readonly string[]): string =>
  secrets.reduce((safe, secret) => (secret === '' ? safe : safe.replaceAll(secret, '***')), text)

/** Says what does not fit its schema; never the values themselves, which may be secret. */
export function refuseInvalid({ issues }: ZodError): HttpError {
  const found = issues.slice(0, 3).map(({ path, message }) => {
    const where = path.map(String).join('.')
    return where === '' ? message : `${where}: ${message}`
  })
  return new HttpError(400, reason('server.not-understood', { issues: found }))
}

/** Answers a request that was refused before any route was looked for. */
export function answerRefused(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  { status, fault, headers }: HttpError,
): void {
  const text = JSON.stringify(fault)
  outgoing.writeHead(status, {
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(text),
    ...headers,
  })
  outgoing.end(incoming.method === 'HEAD' ? undefined : text)
  // What the client is still sending is read for a moment, or the answer would be lost with the connection.
  incoming.resume()
  setTimeout(() => {
    if (!incoming.complete) incoming.destroy()
  }, 1000).unref()
}
