import { createRoute, type OpenAPIHono, type z } from '@hono/zod-openapi'
import type { Request } from '../auth/principal.ts'
import { sendFile } from '../files/send-file.ts'
import { orRefuse } from '../http-error.ts'
import { candidate, id, rowKey } from '../params.ts'
import * as schemas from '../schemas.ts'
import { answers, streams, takes } from '../schemas.ts'
import type { OpenView, Params } from './open-view.ts'

export function correctingRoutes(base: string, params: z.ZodObject) {
  const row = params.extend({ key: rowKey })
  return {
    search: createRoute({
      method: 'post',
      path: `${base}/search/{key}`,
      summary: 'Look for one row’s recording by hand',
      request: { params: row, body: takes(schemas.HandSearch) },
      responses: answers('What was found, to be decided for.', schemas.Found),
    }),
    audio: createRoute({
      method: 'get',
      path: `${base}/found/{key}/{search}/{candidate}`,
      summary: 'The sound of what was found by hand, where it is a file of the user’s',
      request: { params: row.extend({ search: id, candidate }) },
      responses: streams('The file, or a range of it.', 'audio/*'),
    }),
  }
}

/** Adds what a person looks for by hand where a run did not find it, or found the wrong thing. */
export function addCorrecting(
  app: OpenAPIHono<Request>,
  routes: ReturnType<typeof correctingRoutes>,
  open: OpenView,
) {
  app.openapi(routes.search, async (c) => {
    const { key = '', ...rest } = c.req.param() as Params
    const view = await open(c, rest)
    const signal = AbortSignal.any([c.req.raw.signal, c.var.principal.gone])
    // Its type is too deep to be checked against JSON: reasons hold reasons.
    const found: object = await orRefuse(422, () => view.search(key, c.req.valid('json'), signal))
    return c.json(found, 200)
  })
  app.openapi(routes.audio, async (c) => {
    const { key = '', search = '', candidate = '', ...rest } = c.req.param() as Params
    const view = await open(c, rest)
    const stored = await orRefuse(404, () => view.foundAudio(key, search, Number(candidate)))
    return sendFile(c, stored, 'followed')
  })
}
