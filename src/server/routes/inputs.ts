import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Request } from '../auth/principal.ts'
import { takePieces } from '../body.ts'
import { orRefuse } from '../http-error.ts'
import type { Limits } from '../limits.ts'
import { fileName, id } from '../params.ts'
import * as schemas from '../schemas.ts'
import { answers, takes } from '../schemas.ts'

const Upload = z.object({ id: z.string(), name: z.string(), bytes: z.int() }).openapi('Upload')

const PreviewRequest = z.object({
  inputs: z.array(schemas.NewInput).min(1).max(200),
  publicPage: z.boolean().optional(),
})

const Lists = z.object({ lists: z.array(schemas.IncomingList) })

const anyBytes = { schema: { type: 'string' as const, format: 'binary' } }

const uploadRoute = createRoute({
  method: 'post',
  path: '/api/uploads',
  summary: 'Give a file, byte by byte as it is',
  request: {
    query: z.object({ name: fileName }),
    body: { required: true, content: { 'application/octet-stream': anyBytes } },
  },
  responses: answers('What a preview can be made of.', Upload),
})

const previewRoute = createRoute({
  method: 'post',
  path: '/api/preview',
  summary: 'What is understood, before anything runs',
  request: { body: takes(PreviewRequest) },
  responses: answers('Its playlists; its inputs go into an order.', schemas.Preview),
})

const readAgainRoute = createRoute({
  method: 'get',
  path: '/api/preview',
  summary: 'What an earlier preview has read',
  request: { query: z.object({ staged: id }) },
  responses: answers(
    'Its playlists, in their order.',
    z.object({ lists: z.array(schemas.UnderstoodList) }),
  ),
})

const listsRoute = createRoute({
  method: 'get',
  path: '/api/lists',
  summary: 'Which lists of an archive the playlists of a preview would be',
  request: { query: z.object({ staged: id, into: z.string().min(1).max(4096) }) },
  responses: answers('One a playlist, in the preview’s order.', Lists),
})

/** Adds what a job is made from: files that are uploaded, and the preview of files and links. */
export function addInputs(app: OpenAPIHono<Request>, { idleMs }: Limits) {
  app.openapi(uploadRoute, async (c) => {
    const { name } = c.req.valid('query')
    const signal = AbortSignal.any([c.req.raw.signal, c.var.principal.gone])
    const bytes = takePieces(c.env.incoming, () => idleMs)
    return c.json(
      await orRefuse(413, () => c.var.context.uploads.receive(name, bytes, signal)),
      200,
    )
  })
  app.openapi(previewRoute, async (c) => {
    const { inputs, publicPage } = c.req.valid('json')
    const signal = AbortSignal.any([c.req.raw.signal, c.var.principal.gone])
    return c.json(
      await orRefuse(422, () => c.var.context.preview(inputs, { publicPage }, signal)),
      200,
    )
  })
  app.openapi(readAgainRoute, async (c) => {
    const { staged } = c.req.valid('query')
    const lists = await orRefuse(422, () => c.var.context.previewAgain(staged))
    return c.json({ lists: [...lists] }, 200)
  })
  app.openapi(listsRoute, async (c) => {
    const { staged, into } = c.req.valid('query')
    const lists = await orRefuse(422, () => c.var.context.findLists(staged, into))
    return c.json({ lists: [...lists] }, 200)
  })
}
