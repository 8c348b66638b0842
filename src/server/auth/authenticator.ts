import { getCookie } from 'hono/cookie'
import { nameClient } from '../addresses.ts'
import { HttpError } from '../http-error.ts'
import type { Limits } from '../limits.ts'
import type { Password } from './password.ts'
import type { Middleware, Principal, RequestContext } from './principal.ts'
import { RequestRate } from './rate.ts'
import type { Sessions } from './sessions.ts'

/** Who may do what: on a machine of one's own everybody, else who has given the password. */
export interface Authenticator {
  /** Undefined where no password is asked for. */
  readonly password: Password | undefined
  readonly sessions: Sessions
  /** Names the session's cookie: a browser knows no ports where cookies are concerned. */
  readonly cookie: string
  /** Aborted when the server ends. */
  readonly closing: AbortSignal
  readonly limits: Limits
}

/** Says who a request comes from, and lets nobody ask too often. */
export function meetVisitors(doorman: Authenticator): Middleware {
  const { burst, perSecond } = doorman.limits
  const rate = new RequestRate(burst, perSecond)
  return async (c, next) => {
    const visitor = meet(c, doorman)
    const seconds = rate.take(visitor.client)
    if (seconds > 0)
      throw new HttpError(429, 'Too many requests at once.', `Try again in ${seconds} seconds.`, {
        'Retry-After': String(seconds),
      })
    c.set('visitor', await admit(c, visitor, doorman))
    return next()
  }
}

function meet(
  c: RequestContext,
  { password, sessions, cookie, closing }: Authenticator,
): Principal {
  const client = nameClient(c.env.incoming.socket.remoteAddress)
  const stranger = { client, owner: 'page', admitted: password === undefined, left: closing }
  const session = password && sessions.find(getCookie(c, cookie))
  if (!session) return stranger
  return {
    client: `${client} ${session.id}`,
    owner: session.id,
    admitted: true,
    left: AbortSignal.any([closing, session.ended]),
  }
}

/** A program gives the password with each of its requests. */
async function admit(
  c: RequestContext,
  visitor: Principal,
  { password }: Authenticator,
): Promise<Principal> {
  const given = /^Bearer (.+)$/i.exec(c.req.header('authorization') ?? '')?.[1]
  if (!password || visitor.admitted || given === undefined) return visitor
  if (!(await password.matches(given, visitor.client))) throw wrongPassword()
  return { ...visitor, owner: 'program', admitted: true }
}

/** Stands before everything that needs the password. */
export const onlyAdmitted: Middleware = async (c, next) => {
  if (c.var.visitor.admitted) return next()
  throw new HttpError(401, 'The password is needed.', 'Log in first.')
}

export const wrongPassword = () => new HttpError(401, 'That is not the password.')
