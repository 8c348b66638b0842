import { createRoute, type OpenAPIHono, type z } from '@hono/zod-openapi'
import type { Request } from '../auth/principal.ts'
import { sendFile } from '../files/send-file.ts'
import { sendPicture } from '../files/send-picture.ts'
import { orRefuse } from '../http-error.ts'
import { candidate, rowKey } from '../params.ts'
import * as schemas from '../schemas.ts'
import { answers, streams, takes } from '../schemas.ts'
import { addCorrecting, correctingRoutes } from './correct.ts'
import type { OpenView, Params } from './open-view.ts'

/** Adds the rows of one run, or of one playlist of an archive: the same routes below both. */
export function addView(
  app: OpenAPIHono<Request>,
  base: string,
  params: z.ZodObject,
  open: OpenView,
) {
  addReading(app, readingRoutes(base, params), open)
  addDeciding(app, decidingRoutes(base, params), open)
  addCorrecting(app, correctingRoutes(base, params), open)
}

function readingRoutes(base: string, params: z.ZodObject) {
  const row = params.extend({ key: rowKey })
  return {
    entries: createRoute({
      method: 'get',
      path: `${base}/entries`,
      summary: 'All entries as they are now',
      request: { params },
      responses: answers('The entries, and the number to listen from.', schemas.Snapshot),
    }),
    details: createRoute({
      method: 'get',
      path: `${base}/details/{key}`,
      summary: 'All that is known of one row',
      request: { params: row },
      responses: answers('The details.', schemas.Details),
    }),
    audio: createRoute({
      method: 'get',
      path: `${base}/audio/{key}/{candidate}`,
      summary: 'The sound of a candidate that is a file of the user’s',
      request: { params: row.extend({ candidate }) },
      responses: streams('The file, or a range of it.', 'audio/*'),
    }),
    cover: createRoute({
      method: 'get',
      path: `${base}/cover/{key}/{candidate}`,
      summary: 'The cover in a candidate that is a file of the user’s',
      request: { params: row.extend({ candidate }) },
      responses: streams('The picture.', 'image/jpeg', 'image/png'),
    }),
  }
}

function addReading(
  app: OpenAPIHono<Request>,
  routes: ReturnType<typeof readingRoutes>,
  open: OpenView,
) {
  app.openapi(routes.entries, async (c) => {
    const view = await open(c, c.req.param())
    return c.json(await orRefuse(404, () => view.snapshot()), 200)
  })
  app.openapi(routes.details, async (c) => {
    const { key = '', ...rest } = c.req.param() as Params
    const view = await open(c, rest)
    // Its type is too deep to be checked against JSON: reasons hold reasons.
    const details: object = await orRefuse(404, () => view.details(key))
    return c.json(details, 200)
  })
  app.openapi(routes.audio, async (c) => {
    const { key = '', candidate = '', ...rest } = c.req.param() as Params
    const view = await open(c, rest)
    const stored = await orRefuse(404, () => view.audio(key, Number(candidate)))
    return sendFile(c, stored, 'followed')
  })
  app.openapi(routes.cover, async (c) => {
    const { key = '', candidate = '', ...rest } = c.req.param() as Params
    const view = await open(c, rest)
    return sendPicture(c, await orRefuse(404, () => view.cover(key, Number(candidate))))
  })
}

function decidingRoutes(base: string, params: z.ZodObject) {
  const row = params.extend({ key: rowKey })
  return {
    decide: createRoute({
      method: 'put',
      path: `${base}/decisions/{key}`,
      summary: 'Decide about one row, for good',
      request: { params: row, body: takes(schemas.Decide) },
      responses: answers('The row as it is now.', schemas.Row),
    }),
    takeBack: createRoute({
      method: 'delete',
      path: `${base}/decisions/{key}`,
      summary: 'Take a decision back',
      request: { params: row },
      responses: answers('The row as it is now.', schemas.Row),
    }),
  }
}

function addDeciding(
  app: OpenAPIHono<Request>,
  routes: ReturnType<typeof decidingRoutes>,
  open: OpenView,
) {
  app.openapi(routes.decide, async (c) => {
    const { key = '', ...rest } = c.req.param() as Params
    const view = await open(c, rest)
    const signal = AbortSignal.any([c.req.raw.signal, c.var.principal.gone])
    return c.json(await orRefuse(422, () => view.decide(key, c.req.valid('json'), signal)), 200)
  })
  app.openapi(routes.takeBack, async (c) => {
    const { key = '', ...rest } = c.req.param() as Params
    const view = await open(c, rest)
    return c.json(await orRefuse(404, () => view.takeBack(key)), 200)
  })
}
