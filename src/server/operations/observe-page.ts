import { routePath } from 'hono/route'
import { inSpan } from '../../base/telemetry/span.ts'
import type { Middleware } from '../auth/principal.ts'

/** Tells of each request by the template of its route, never by its path: that has ids and names in it. */
export const observePage: Middleware = (c, next) =>
  inSpan('page', { method: c.req.method }, async (observed) => {
    await next()
    const { outgoing } = c.env
    const route = routePath(c, -1)
    observed.route = route.startsWith('/') && route !== '/*' ? route : 'page'
    // What is streamed is answered by hand.
    observed.status = outgoing.headersSent ? outgoing.statusCode : c.res.status
  })
