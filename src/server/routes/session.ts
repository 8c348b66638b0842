import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Session } from '../../api/contract.ts'
import type { Context } from '../../app/context.ts'
import { type Authenticator, wrongPassword } from '../auth/authenticator.ts'
import type { Request, RequestContext } from '../auth/principal.ts'
import * as schemas from '../schemas.ts'
import { answers, takes } from '../schemas.ts'

const Login = z.object({ password: z.string().min(1).max(1024) }).openapi('Login')

/** Logging in and out: the only routes that answer whoever has not given the password. */
export function addSession(app: OpenAPIHono<Request>, context: Context, doorman: Authenticator) {
  const { password, sessions, cookie, limits } = doorman
  const tell = (admitted: boolean): Session => ({
    version: context.version,
    needsPassword: !admitted,
    canLogOut: admitted && password !== undefined,
    mediaHosts: [...context.mediaHosts],
  })
  const token = (c: RequestContext) => getCookie(c, cookie)
  const give = (c: RequestContext, value: string, secure: boolean) =>
    setCookie(c, cookie, value, {
      httpOnly: true,
      secure,
      sameSite: 'Strict',
      path: '/',
      maxAge: limits.sessionMs / 1000,
    })

  app.openapi(
    createRoute({
      method: 'get',
      path: '/api/session',
      summary: 'Whether a password is needed',
      responses: answers('Always answered.', schemas.Session),
    }),
    (c) => {
      // A page asks this whenever it opens: whoever comes back in time never has to log in again.
      const known = token(c)
      const session = sessions.find(known)
      if (known !== undefined && session) give(c, known, session.isSecure)
      return c.json(tell(c.var.visitor.admitted), 200)
    },
  )

  app.openapi(
    createRoute({
      method: 'post',
      path: '/api/session',
      summary: 'Log in',
      request: { body: takes(Login) },
      responses: answers('Logged in, by a cookie.', schemas.Session),
    }),
    async (c) => {
      const given = c.req.valid('json').password
      if (password && !(await password.matches(given, c.var.visitor.client))) throw wrongPassword()
      if (password) {
        sessions.end(token(c))
        const isSecure = c.req.header('origin')?.startsWith('https:') === true
        give(c, sessions.begin(isSecure), isSecure)
      }
      return c.json(tell(true), 200)
    },
  )

  app.openapi(
    createRoute({
      method: 'delete',
      path: '/api/session',
      summary: 'Log out',
      responses: answers('Logged out.', schemas.Session),
    }),
    (c) => {
      sessions.end(token(c))
      deleteCookie(c, cookie, { path: '/' })
      return c.json(tell(password === undefined), 200)
    },
  )
}
