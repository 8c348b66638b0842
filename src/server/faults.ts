import type { IncomingMessage, ServerResponse } from 'node:http'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { ZodError } from 'zod'
import type { Fault } from '../api/contract.ts'
import { Refusal } from './refusal.ts'
import type { VisitContext } from './visit.ts'

const broken: Fault = {
  message: 'Something broke that should not have. What was kept is safe.',
  hint: 'Try it again; the log of songkeep serve says more.',
}

/** Writes a line, of what is no secret, where whoever runs the server sees it. */
export type Log = (text: string) => void

/** Answers what was thrown while a request was answered. */
export function answerError(error: unknown, c: VisitContext, log: Log): Response {
  if (error instanceof Refusal) return c.json(error.fault, error.status, { ...error.headers })
  if (error instanceof HTTPException)
    return c.json(tellHttp(error), error.status as ContentfulStatusCode)
  // Whoever has gone hears no answer, and what that breaks is nobody's fault.
  if (!c.req.raw.signal.aborted) log(tellError(error, c))
  return c.env.outgoing.headersSent ? RESPONSE_ALREADY_SENT : c.json(broken, 500)
}

function tellHttp({ status }: HTTPException): Fault {
  if (status === 415) return { message: 'Only JSON is taken here.' }
  return { message: 'The request is no JSON.' }
}

function tellError(error: unknown, c: VisitContext): string {
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
export function refuseInvalid({ issues }: ZodError): Refusal {
  const told = issues.slice(0, 3).map(({ path, message }) => {
    const where = path.map(String).join('.')
    return where === '' ? message : `${where}: ${message}`
  })
  return new Refusal(400, `The request is not understood: ${told.join('; ')}.`)
}

/** The same for a request that has not come as far as any route. */
export function answerRefused(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  { status, fault, headers }: Refusal,
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
