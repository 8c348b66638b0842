import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { ProviderSignIn } from '../../app/accounts/openid/sign-in.ts'
import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import { nameClient } from '../addresses.ts'
import type { AccountDoor } from '../auth/account-door.ts'
import type { Authenticator } from '../auth/authenticator.ts'
import type { Request, RequestContext } from '../auth/principal.ts'
import { PROVIDER_PATH } from '../auth/provider-path.ts'
import { HttpError, orRefuse } from '../http-error.ts'
import { answers } from '../schemas.ts'
import { tellPlainly } from './plain-page.ts'
import { giveCookie } from './session.ts'

const BEGIN_PATH = '/api/session/provider'
const LIFE_SECONDS = 600

const beginRoute = createRoute({
  method: 'post',
  path: BEGIN_PATH,
  summary: 'Sign in with the provider of the server',
  responses: answers('Where the browser goes to.', z.object({ address: z.string() })),
})

/**
 * Adds signing in by a provider of OpenID Connect. What comes back is answered without a session, whose cookie no
 * browser brings along from another site: what lets in is the provider's answer to a state that this very browser began.
 */
export function addProviderSignIn(app: OpenAPIHono<Request>, authenticator: Authenticator) {
  const { door, cookie } = authenticator
  const provider = door?.accounts.provider
  const begun = `${cookie}-begun`
  app.openapi(beginRoute, async (c) => {
    if (!provider) throw new HttpError(404, reason('server.nothing-here'))
    const origin = c.req.header('origin') ?? `http://${c.req.header('host')}`
    const redirect = origin + PROVIDER_PATH
    const { address, browser } = await orRefuse(503, () => provider.begin(redirect))
    // The provider's page leads back here, and `Strict` would not be brought along then.
    setCookie(c, begun, browser, {
      ...{ httpOnly: true, secure: origin.startsWith('https:'), sameSite: 'Lax' },
      ...{ path: BEGIN_PATH, maxAge: LIFE_SECONDS },
    })
    return c.json({ address }, 200)
  })
  if (!door || !provider) return
  app.get(PROVIDER_PATH, async (c) => {
    const query = new URL(c.req.url).searchParams
    const browser = getCookie(c, begun) ?? ''
    c.set('secrets', [...['code', 'state'].flatMap((name) => query.getAll(name)), browser])
    deleteCookie(c, begun, { path: BEGIN_PATH })
    return await finish(c, { provider, door, authenticator }, query, browser)
  })
}

interface Finish {
  readonly provider: ProviderSignIn
  readonly door: AccountDoor
  readonly authenticator: Authenticator
}

async function finish(
  c: RequestContext,
  { provider, door, authenticator }: Finish,
  query: URLSearchParams,
  browser: string,
): Promise<Response> {
  const address = nameClient(c.env.incoming.socket.remoteAddress)
  try {
    const { account, isSecure } = await provider.finish(query, browser)
    const token = await door.begin(account, isSecure, address, provider.title)
    giveCookie(c, token, isSecure, authenticator)
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    await door.accounts.refused('', address)
    const told = error.advice ? [error.reason, error.advice] : [error.reason]
    return tellPlainly(c, told, { status: 400, back: '/' })
  }
  // Not by a redirect: the session's cookie is not brought along where another site's page began the way here.
  return tellPlainly(c, [reason('accounts.signed-in')], { status: 200, back: '/', goes: true })
}
