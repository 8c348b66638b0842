import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from '../../app/context.ts'
import type { Request } from '../auth/principal.ts'
import { takePieces } from '../body.ts'
import { orRefuse } from '../http-error.ts'
import type { Limits } from '../limits.ts'
import { fileName } from '../params.ts'
import * as schemas from '../schemas.ts'
import { answers, takes } from '../schemas.ts'

const Upload = z.object({ id: z.string(), name: z.string(), bytes: z.int() }).openapi('Upload')

const Asked = z.object({
  inputs: z.array(schemas.NewInput).min(1).max(200),
  publicPage: z.boolean().optional(),
})

/** What was dropped or pasted, and what is understood of it. */
export function addInputs(app: OpenAPIHono<Request>, context: Context, { idleMs }: Limits) {
  app.openapi(
    createRoute({
      method: 'post',
      path: '/api/uploads',
      summary: 'Give a file, byte by byte as it is',
      request: {
        query: z.object({ name: fileName }),
        body: {
          required: true,
          content: {
            'application/octet-stream': { schema: { type: 'string' as const, format: 'binary' } },
          },
        },
      },
      responses: answers('What a preview can be made of.', Upload),
    }),
    async (c) => {
      const { name } = c.req.valid('query')
      const signal = AbortSignal.any([c.req.raw.signal, c.var.visitor.left])
      const bytes = takePieces(c.env.incoming, () => idleMs)
      return c.json(await orRefuse(413, () => context.uploads.receive(name, bytes, signal)), 200)
    },
  )

  app.openapi(
    createRoute({
      method: 'post',
      path: '/api/preview',
      summary: 'What is understood, before anything runs',
      request: { body: takes(Asked) },
      responses: answers('Its playlists; its inputs go into an order.', schemas.Preview),
    }),
    async (c) => {
      const { inputs, publicPage } = c.req.valid('json')
      const signal = AbortSignal.any([c.req.raw.signal, c.var.visitor.left])
      const options = publicPage === undefined ? {} : { publicPage }
      return c.json(await orRefuse(422, () => context.preview(inputs, options, signal)), 200)
    },
  )
}
