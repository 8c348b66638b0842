import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Session } from '../../api/contract.ts'
import type { Context } from '../../app/context.ts'
import { type Authenticator, wrongPassword } from '../auth/authenticator.ts'
import type { Request, RequestContext } from '../auth/principal.ts'
import * as schemas from '../schemas.ts'
import { answers, takes } from '../schemas.ts'

const Login = z.object({ password: z.string().min(1).max(1024) }).openapi('Login')

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
  const { password, sessions, cookie, isOwnMachine, title } = authenticator
  const describe = (admitted: boolean): Session => ({
    version: context.version,
    needsPassword: !admitted,
    canLogOut: admitted && password !== undefined,
    canOpenFolders: admitted && isOwnMachine,
    server: password === undefined ? undefined : title,
    mediaHosts: [...context.mediaHosts],
  })
  const tokenOf = (c: RequestContext) => getCookie(c, cookie)

  app.openapi(stateRoute, (c) => {
    // A page asks this whenever it opens: whoever comes back in time never has to log in again.
    const token = tokenOf(c)
    const session = sessions.find(token)
    if (token !== undefined && session) giveCookie(c, token, session.isSecure, authenticator)
    return c.json(describe(c.var.principal.admitted), 200)
  })
  app.openapi(logInRoute, async (c) => {
    const given = c.req.valid('json').password
    if (!password) return c.json(describe(true), 200)
    if (!(await password.matches(given, c.var.principal.client))) throw wrongPassword()
    sessions.end(tokenOf(c))
    const isSecure = c.req.header('origin')?.startsWith('https:') === true
    giveCookie(c, sessions.begin(isSecure), isSecure, authenticator)
    return c.json(describe(true), 200)
  })
  app.openapi(logOutRoute, (c) => {
    sessions.end(tokenOf(c))
    deleteCookie(c, cookie, { path: '/' })
    return c.json(describe(password === undefined), 200)
  })
}

const giveCookie = (
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
