import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { languages } from '../../words/language.ts'
import type { Request } from '../auth/principal.ts'
import { orRefuse } from '../http-error.ts'
import { archiveParams } from '../params.ts'
import { answers, TailView, takes } from '../schemas.ts'

const tailRoute = createRoute({
  method: 'get',
  path: '/api/archives/{archive}/tail',
  summary: 'How much of what is heard an archive keeps, and what is at risk',
  request: { params: archiveParams, query: z.object({ lang: z.enum(languages).optional() }) },
  responses: answers('The long tail, in the language that was asked for.', TailView),
})

const listenedRoute = createRoute({
  method: 'post',
  path: '/api/archives/{archive}/tail',
  summary: 'The same by a listening history: uploads, which are read once and removed',
  request: {
    params: archiveParams,
    query: z.object({ lang: z.enum(languages).optional() }),
    body: takes(z.object({ uploads: z.array(z.string().max(64)).min(1).max(200) })),
  },
  responses: answers('The long tail, in the language that was asked for.', TailView),
})

export function addTail(app: OpenAPIHono<Request>) {
  app.openapi(listenedRoute, async (c) => {
    const { archive } = c.req.valid('param')
    const { lang } = c.req.valid('query')
    const { uploads } = c.req.valid('json')
    const { signal } = c.req.raw
    const view = await orRefuse(422, () =>
      c.var.context.measureTail(archive, uploads, lang, signal),
    )
    return c.json(view, 200)
  })
  app.openapi(tailRoute, async (c) => {
    const { archive } = c.req.valid('param')
    const { lang } = c.req.valid('query')
    const view = await orRefuse(404, () =>
      c.var.context.archives.tail(archive, lang, c.req.raw.signal),
    )
    return c.json(view, 200)
  })
}
