import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Session } from '../../api/contract.ts'
import type { Context } from '../../app/context.ts'
import type { Account } from '../../model/accounts/account.ts'
import { reason } from '../../model/reason.ts'
import { nameClient } from '../addresses.ts'
import { type Authenticator, wrongPassword } from '../auth/authenticator.ts'
import type { Request, RequestContext } from '../auth/principal.ts'
import { HttpError } from '../http-error.ts'
import * as schemas from '../schemas.ts'
import { answers, takes } from '../schemas.ts'

const Login = z
  .object({
    /** On a server with accounts. */
    name: z.string().optional(),
    password: z.string().min(1),
  })
  .openapi('Login')

const MAX_NAME = 200
const MAX_PASSWORD = 1024

/** What is longer than any can be is wrong like any other, and none of it is remembered for counting tries. */
const orNone = (given: string, max: number) => (given.length > max ? '' : given)

const stateRoute = createRoute({
  method: 'get',
  path: '/api/session',
  summary: 'Whether a password is needed',
  responses: answers('Always answered.', schemas.Session),
})

const logInRoute = createRoute({
  method: 'post',
  path: '/api/session',
  summary: 'Log in',
  request: { body: takes(Login) },
  responses: answers('Logged in, by a cookie.', schemas.Session),
})

const logOutRoute = createRoute({
  method: 'delete',
  path: '/api/session',
  summary: 'Log out',
  responses: answers('Logged out.', schemas.Session),
})

/** Adds logging in and out: the only routes that answer whoever has not given the password. */
export function addSession(
  app: OpenAPIHono<Request>,
  context: Context,
  authenticator: Authenticator,
) {
  const { door, password, sessions, cookie } = authenticator
  const tokenOf = (c: RequestContext) => getCookie(c, cookie)
  const describe = (admitted: boolean, account?: Account) =>
    describeSession({ admitted, account }, context, authenticator)
  const end = async (c: RequestContext) => {
    if (door) await door.end(tokenOf(c))
    else sessions.end(tokenOf(c))
  }

  app.openapi(stateRoute, async (c) => {
    // A page asks this whenever it opens: whoever comes back in time never has to log in again.
    const token = tokenOf(c)
    const { admitted, account } = c.var.principal
    const isSecure = token && (door ? await door.isSecure(token) : sessions.find(token)?.isSecure)
    if (token !== undefined && typeof isSecure === 'boolean')
      giveCookie(c, token, isSecure, authenticator)
    return c.json(describe(admitted, account), 200)
  })
  app.openapi(logInRoute, async (c) => {
    const given = c.req.valid('json')
    c.set('secrets', [given.password])
    if (!door && !password) return c.json(describe(true), 200)
    const isSecure = c.req.header('origin')?.startsWith('https:') === true
    const found = await admit(c, given, isSecure, authenticator)
    await end(c)
    giveCookie(c, found.token, isSecure, authenticator)
    return c.json(describe(true, found.account), 200)
  })
  app.openapi(logOutRoute, async (c) => {
    await end(c)
    deleteCookie(c, cookie, { path: '/' })
    return c.json(describe(!door && password === undefined), 200)
  })
}

/** The token of a new session. Throws HttpError (401, 429) where it is not given. */
async function admit(
  c: RequestContext,
  given: z.infer<typeof Login>,
  isSecure: boolean,
  { door, password, sessions }: Authenticator,
): Promise<{ readonly token: string; readonly account?: Account }> {
  const { client } = c.var.principal
  const [name, word] = [orNone(given.name ?? '', MAX_NAME), orNone(given.password, MAX_PASSWORD)]
  if (!door) {
    if (!(await password?.matches(word, client))) throw wrongPassword()
    return { token: sessions.begin(isSecure) }
  }
  const address = nameClient(c.env.incoming.socket.remoteAddress)
  const account = await door.check(name, word, address)
  if (!account) throw new HttpError(401, reason('accounts.wrong-sign-in'))
  return { account, token: await door.begin(account, isSecure, address, 'password') }
}

function describeSession(
  { admitted, account }: { readonly admitted: boolean; readonly account?: Account },
  { version, mediaHosts }: Context,
  { door, password, title, isOwnMachine }: Authenticator,
): Session {
  const isOwner = !door || account?.role === 'owner'
  return {
    version,
    needsPassword: !admitted,
    canLogOut: admitted && (door !== undefined || password !== undefined),
    canOpenFolders: admitted && isOwner && isOwnMachine,
    server: door || password ? title : undefined,
    mediaHosts: [...mediaHosts],
    hasAccounts: door ? true : undefined,
    provider: door?.accounts.provider?.title,
    account: account && { name: account.name, role: account.role },
  }
}

export const giveCookie = (
  c: RequestContext,
  token: string,
  secure: boolean,
  { cookie, limits }: Authenticator,
) =>
  setCookie(c, cookie, token, {
    httpOnly: true,
    secure,
    sameSite: 'Strict',
    path: '/',
    maxAge: limits.sessionMs / 1000,
  })
