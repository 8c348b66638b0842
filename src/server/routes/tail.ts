import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from '../../app/context.ts'
import { languages } from '../../words/language.ts'
import type { Request } from '../auth/principal.ts'
import { orRefuse } from '../http-error.ts'
import { archiveParams } from '../params.ts'
import { answers, TailView } from '../schemas.ts'

const tailRoute = createRoute({
  method: 'get',
  path: '/api/archives/{archive}/tail',
  summary: 'How much of what is heard an archive keeps, and what is at risk',
  request: { params: archiveParams, query: z.object({ lang: z.enum(languages).optional() }) },
  responses: answers('The long tail, in the language that was asked for.', TailView),
})

export function addTail(app: OpenAPIHono<Request>, { archives }: Context) {
  app.openapi(tailRoute, async (c) => {
    const { archive } = c.req.valid('param')
    const { lang } = c.req.valid('query')
    const view = await orRefuse(404, () => archives.tail(archive, lang, c.req.raw.signal))
    return c.json(view, 200)
  })
}
