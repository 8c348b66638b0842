import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { languages } from '../../words/language.ts'
import type { Request } from '../auth/principal.ts'
import { dispose } from '../files/disposition.ts'
import { orRefuse } from '../http-error.ts'
import { folderParams } from '../params.ts'
import * as schemas from '../schemas.ts'
import { answers, streams } from '../schemas.ts'

const PLAYLIST = '/api/archives/{archive}/playlists/{folder}'

const listRoute = createRoute({
  method: 'get',
  path: `${PLAYLIST}/missing`,
  summary: 'What of a playlist is not kept, and where it may be had',
  request: { params: folderParams },
  responses: answers('The missing tracks, in the playlist’s order.', schemas.MissingList),
})

const tableRoute = createRoute({
  method: 'get',
  path: `${PLAYLIST}/missing.csv`,
  summary: 'The same as a table',
  request: { params: folderParams, query: z.object({ lang: z.enum(languages).optional() }) },
  responses: streams('The table.', 'text/csv'),
})

/** Adds the shopping list of a playlist. */
export function addMissing(app: OpenAPIHono<Request>) {
  app.openapi(listRoute, async (c) => {
    const { archive, folder } = c.req.valid('param')
    return c.json(await orRefuse(404, () => c.var.context.archives.missing(archive, folder)), 200)
  })
  app.openapi(tableRoute, async (c) => {
    const { archive, folder } = c.req.valid('param')
    const { lang } = c.req.valid('query')
    const { name, text } = await orRefuse(404, () =>
      c.var.context.archives.missingTable(archive, folder, lang),
    )
    return c.body(text, 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': dispose('attachment', name),
    })
  })
}
