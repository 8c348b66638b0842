import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { languages } from '../../words/language.ts'
import type { Request } from '../auth/principal.ts'
import { orRefuse } from '../http-error.ts'
import { archiveParams, id } from '../params.ts'
import * as schemas from '../schemas.ts'
import { answers, takes } from '../schemas.ts'

const ARCHIVE = '/api/archives/{archive}'
const Nothing = z.object({})

const planRoute = createRoute({
  method: 'post',
  path: `${ARCHIVE}/removal`,
  summary: 'What removing playlists would take along; nothing is changed',
  request: { params: archiveParams, body: takes(schemas.ListFolders) },
  responses: answers('The files that no other playlist needs.', schemas.RemovalPlan),
})

const removeRoute = createRoute({
  method: 'post',
  path: `${ARCHIVE}/trash`,
  summary: 'Move playlists to the archive’s trash, with the files that no other needs',
  request: { params: archiveParams, body: takes(schemas.ListFolders) },
  responses: answers('What went, and how to have it back.', schemas.TrashedLists),
})

const trashRoute = createRoute({
  method: 'get',
  path: `${ARCHIVE}/trash`,
  summary: 'The playlists in an archive’s trash',
  request: { params: archiveParams },
  responses: answers('The latest first.', z.object({ trashed: z.array(schemas.TrashedLists) })),
})

const restoreRoute = createRoute({
  method: 'post',
  path: `${ARCHIVE}/trash/{trashed}/restore`,
  summary: 'Have playlists back from the trash, or take back that they were joined',
  request: { params: archiveParams.extend({ trashed: id }) },
  responses: answers('What came back.', schemas.BroughtBack),
})

const mergeRoute = createRoute({
  method: 'post',
  path: `${ARCHIVE}/merge`,
  summary: 'Join a playlist with another, which stays',
  request: {
    params: archiveParams,
    query: z.object({ lang: z.enum(languages).optional() }),
    body: takes(schemas.Merge),
  },
  responses: answers('What came in, and how to take it back.', schemas.MergedLists),
})

const forgetRoute = createRoute({
  method: 'delete',
  path: ARCHIVE,
  summary: 'Leave an archive out of the library; nothing in it is touched',
  request: { params: archiveParams },
  responses: answers('It is left out.', Nothing),
})

const showRoute = createRoute({
  method: 'post',
  path: `${ARCHIVE}/show`,
  summary: 'Show an archive in the library again',
  request: { params: archiveParams },
  responses: answers('It is there again.', Nothing),
})

/** Adds what is done with the playlists of an archive, and with whole archives. */
export function addListChanges(app: OpenAPIHono<Request>) {
  app.openapi(planRoute, async (c) => {
    const { archive } = c.req.valid('param')
    const { folders } = c.req.valid('json')
    return c.json(await orRefuse(422, () => c.var.context.lists.planRemoval(archive, folders)), 200)
  })
  app.openapi(removeRoute, async (c) => {
    const { archive } = c.req.valid('param')
    const { folders } = c.req.valid('json')
    return c.json(await orRefuse(422, () => c.var.context.lists.remove(archive, folders)), 200)
  })
  app.openapi(trashRoute, async (c) => {
    const { archive } = c.req.valid('param')
    return c.json(
      { trashed: [...(await orRefuse(404, () => c.var.context.lists.trashed(archive)))] },
      200,
    )
  })
  app.openapi(restoreRoute, async (c) => {
    const { archive, trashed } = c.req.valid('param')
    return c.json(await orRefuse(422, () => c.var.context.lists.restore(archive, trashed)), 200)
  })
  app.openapi(mergeRoute, async (c) => {
    const { archive } = c.req.valid('param')
    const { from, into } = c.req.valid('json')
    const { lang } = c.req.valid('query')
    return c.json(
      await orRefuse(422, () => c.var.context.lists.merge(archive, from, into, lang)),
      200,
    )
  })
  app.openapi(forgetRoute, async (c) => {
    const { archive } = c.req.valid('param')
    await orRefuse(404, () => c.var.context.lists.forget(archive))
    return c.json({}, 200)
  })
  app.openapi(showRoute, async (c) => {
    const { archive } = c.req.valid('param')
    await orRefuse(404, () => c.var.context.lists.show(archive))
    return c.json({}, 200)
  })
}
