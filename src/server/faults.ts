import type { IncomingMessage, ServerResponse } from 'node:http'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { ZodError } from 'zod'
import type { Fault } from '../api/contract.ts'
import type { Principal, RequestContext } from './auth/principal.ts'
import { isClientGone } from './client-gone.ts'
import { HttpError } from './http-error.ts'

const broken: Fault = {
  message: 'Something broke that should not have. What was kept is safe.',
  hint: 'Try it again; the log of songkeep serve says more.',
}

const stopped: Fault = { message: 'It was stopped before it was done.', hint: 'Try it again.' }

/** Writes a line, of what is no secret, where whoever runs the server sees it. */
export type ServerLog = (text: string) => void

/** Answers what was thrown while a request was answered. */
export function answerError(error: unknown, c: RequestContext, log: ServerLog): Response {
  if (error instanceof HttpError) return c.json(error.fault, error.status, { ...error.headers })
  if (error instanceof HTTPException)
    return c.json(tellHttp(error), error.status as ContentfulStatusCode)
  // What breaks when a client has gone, or when we stop, is nobody's fault.
  const visitor: Principal | undefined = c.var.visitor
  const isOver = c.req.raw.signal.aborted || (isClientGone(error) && visitor?.left.aborted === true)
  if (!isOver) log(tellError(error, c))
  if (c.env.outgoing.headersSent) return RESPONSE_ALREADY_SENT
  return isOver ? c.json(stopped, 503) : c.json(broken, 500)
}

function tellHttp({ status }: HTTPException): Fault {
  if (status === 415) return { message: 'Only JSON is taken here.' }
  return { message: 'The request is no JSON.' }
}

function tellError(error: unknown, c: RequestContext): string {
  const what = error instanceof Error ? (error.stack ?? error.message) : String(error)
  const request = `${c.req.method} ${JSON.stringify(c.req.path)}`
  const { authorization = '', cookie = '' } = c.env.incoming.headers
  const secrets = [...(c.var.secrets ?? []), authorization, cookie]
  return hideSecrets(`${request}: something broke that should not have.\n${what}`, secrets)
}

/** A text that may be logged. */
export const hideSecrets = (text: string, secrets: readonly string[]): string =>
  secrets.reduce((told, secret) => (secret === '' ? told : told.replaceAll(secret, '***')), text)

/** What does not fit its schema, in words; never the values themselves, which may be secret. */
export function refuseInvalid({ issues }: ZodError): HttpError {
  const told = issues.slice(0, 3).map(({ path, message }) => {
    const where = path.map(String).join('.')
    return where === '' ? message : `${where}: ${message}`
  })
  return new HttpError(400, `The request is not understood: ${told.join('; ')}.`)
}

/** The same for a request that has not come as far as any route. */
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
  // What is still being sent is let pass for a moment, or the answer would be lost with the connection.
  incoming.resume()
  setTimeout(() => {
    if (!incoming.complete) incoming.destroy()
  }, 1000).unref()
}
