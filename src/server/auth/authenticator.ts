import { getCookie } from 'hono/cookie'
import type { Services } from '../../app/context.ts'
import { reason } from '../../model/reason.ts'
import { nameClient } from '../addresses.ts'
import { HttpError } from '../http-error.ts'
import type { Limits } from '../limits.ts'
import { tooOften } from '../too-often.ts'
import type { AccountDoor } from './account-door.ts'
import type { Password } from './password.ts'
import type { Middleware, Principal, RequestContext } from './principal.ts'
import { RequestRate } from './rate.ts'
import type { Sessions } from './sessions.ts'

/** Who may do what: on a machine of one's own everybody, else who has given the password. */
export interface Authenticator {
  /** How accounts come in, on a server that has them: no one password then. */
  readonly door?: AccountDoor
  /** Undefined where no password is asked for. */
  readonly password: Password | undefined
  readonly sessions: Sessions
  /** What the server is called where the password is asked for. */
  readonly title?: string
  /** Names the session's cookie: a browser knows no ports where cookies are concerned. */
  readonly cookie: string
  /** Nobody but this machine can reach the server, by a proxy either: its screen is the client's. */
  readonly isOwnMachine: boolean
  /** Aborted when the server ends. */
  readonly closing: AbortSignal
  readonly limits: Limits
}

/** Says who a request comes from, and refuses whoever asks too often. */
export function identify(authenticator: Authenticator): Middleware {
  const { burst, perSecond } = authenticator.limits
  const rate = new RequestRate(burst, perSecond)
  return async (c, next) => {
    const { door, cookie } = authenticator
    const found = findSession(c, authenticator)
    const known = door ? await door.admit(getCookie(c, cookie), found) : found
    const seconds = rate.take(known.client)
    if (seconds > 0) throw tooOften(reason('server.too-many-requests'), seconds)
    c.set('principal', await checkBearer(c, known, authenticator))
    return next()
  }
}

function findSession(
  c: RequestContext,
  { door, password, sessions, cookie, closing }: Authenticator,
): Principal {
  const client = nameClient(c.env.incoming.socket.remoteAddress)
  const admitted = password === undefined && door === undefined
  const stranger = { client, owner: 'page', admitted, gone: closing }
  const session = password && sessions.find(getCookie(c, cookie))
  if (!session) return stranger
  return {
    client: `${client} ${session.id}`,
    owner: session.id,
    admitted: true,
    gone: AbortSignal.any([closing, session.ended]),
  }
}

/** A program gives the password with each of its requests. */
async function checkBearer(
  c: RequestContext,
  principal: Principal,
  { password }: Authenticator,
): Promise<Principal> {
  const given = /^Bearer (.+)$/i.exec(c.req.header('authorization') ?? '')?.[1]
  if (!password || principal.admitted || given === undefined) return principal
  if (!(await password.matches(given, principal.client))) throw wrongPassword()
  return { ...principal, owner: 'program', admitted: true }
}

/**
 * Stands before everything that needs the password or an account, and hands on what whoever asks can do: `whole` where
 * there are no accounts, else what their account can do and nothing besides.
 */
export const requireAdmission =
  (whole: Services, { door }: Authenticator): Middleware =>
  async (c, next) => {
    const { admitted, context } = c.var.principal
    const own = door ? context : whole
    if (!admitted || !own) throw signInFirst(door !== undefined)
    c.set('context', own)
    return next()
  }

const signInFirst = (hasAccounts: boolean) =>
  hasAccounts
    ? new HttpError(401, reason('accounts.sign-in-needed'), {
        advice: reason('accounts.sign-in-first'),
      })
    : new HttpError(401, reason('server.password-needed'), { advice: reason('server.log-in') })

export const wrongPassword = () => new HttpError(401, reason('server.wrong-password'))
