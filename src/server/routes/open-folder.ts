import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { reason } from '../../model/reason.ts'
import { isLoopback, plainAddress } from '../addresses.ts'
import type { Request } from '../auth/principal.ts'
import { HttpError, orRefuse } from '../http-error.ts'
import { archiveParams } from '../params.ts'
import { answers } from '../schemas.ts'

const openRoute = createRoute({
  method: 'post',
  path: '/api/archives/{archive}/open',
  summary: 'Show an archive’s folder on the screen of this machine',
  request: { params: archiveParams },
  responses: answers('It is shown.', z.object({})),
})

/**
 * Adds the way to an archive's folder on the server's own screen. `isAllowed` is true where only this machine can reach
 * the server: whoever sits elsewhere would open windows on somebody else's screen.
 */
export function addOpenFolder(app: OpenAPIHono<Request>, isAllowed: boolean) {
  app.openapi(openRoute, async (c) => {
    const client = plainAddress(c.env.incoming.socket.remoteAddress)
    if (!isAllowed || !isLoopback(client))
      throw new HttpError(403, reason('server.only-on-this-machine'))
    const { archive } = c.req.valid('param')
    await orRefuse(404, () => c.var.context.archives.openFolder(archive))
    return c.json({}, 200)
  })
}
