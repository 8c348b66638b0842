import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { SettingsNow } from '../../app/context.ts'
import type { Request } from '../auth/principal.ts'
import { orRefuse } from '../http-error.ts'
import { folderPath } from '../params.ts'
import * as schemas from '../schemas.ts'
import { answers, takes } from '../schemas.ts'

const Now = z
  .object({
    settings: schemas.Settings,
    /** What the environment says, which wins over what is settled here. */
    fixedContact: z.string().optional(),
    keys: z.array(schemas.Key),
  })
  .openapi('SettingsNow')

const Wanted = z.object({
  settings: schemas.Settings,
  /** Null forgets a key. */
  keys: z
    .record(z.string().regex(/^[A-Z][A-Z0-9_]{0,99}$/), z.string().max(10_000).nullable())
    .optional(),
})

const Findings = z.object({ findings: z.array(schemas.Finding) })

const Services = z.object({ services: z.array(schemas.ServiceInfo) })

const readRoute = createRoute({
  method: 'get',
  path: '/api/settings',
  summary: 'What is settled for good',
  responses: answers('As it is; never the value of a key.', Now),
})

const writeRoute = createRoute({
  method: 'put',
  path: '/api/settings',
  summary: 'Settle it anew',
  request: { body: takes(Wanted) },
  responses: answers('As it is now.', Now),
})

const doctorRoute = createRoute({
  method: 'get',
  path: '/api/doctor',
  summary: 'What works on this machine',
  responses: answers('One finding for each thing that was looked at.', Findings),
})

const servicesRoute = createRoute({
  method: 'post',
  path: '/api/doctor/services',
  summary: 'Which services work: each is asked one question',
  responses: answers('What each has come to.', Services),
})

const foldersRoute = createRoute({
  method: 'get',
  path: '/api/folders',
  summary: 'Folders of this machine',
  request: { query: z.object({ path: folderPath.optional(), audio: z.literal('1').optional() }) },
  responses: answers('One folder and those in it; without a path the tops.', schemas.FolderInfo),
})

const usualRoute = createRoute({
  method: 'get',
  path: '/api/folders/usual',
  summary: 'Where music usually lies on this machine, and where a backup could go',
  responses: answers('What was found.', schemas.UsualFolders),
})

const copy = ({ settings, fixedContact, keys }: SettingsNow) => ({
  settings,
  fixedContact,
  keys: [...keys],
})

/** Adds the settings, what doctor finds, and the folders to choose from. */
export function addSettings(app: OpenAPIHono<Request>) {
  app.openapi(readRoute, async (c) =>
    c.json(copy(await orRefuse(422, () => c.var.context.settings.read())), 200),
  )
  app.openapi(writeRoute, async (c) => {
    const { settings, keys = {} } = c.req.valid('json')
    c.set(
      'secrets',
      Object.values(keys).filter((key) => key !== null),
    )
    return c.json(
      copy(await orRefuse(422, () => c.var.context.settings.write(settings, keys))),
      200,
    )
  })
  app.openapi(doctorRoute, async (c) =>
    c.json({ findings: [...(await orRefuse(422, () => c.var.context.examine()))] }, 200),
  )
  app.openapi(servicesRoute, async (c) =>
    c.json({ services: [...(await orRefuse(422, () => c.var.context.askServices()))] }, 200),
  )
  app.openapi(usualRoute, async (c) =>
    c.json(await orRefuse(422, () => c.var.context.findUsualFolders()), 200),
  )
  app.openapi(foldersRoute, async (c) => {
    const { path, audio } = c.req.valid('query')
    const withAudio = audio !== undefined
    return c.json(await orRefuse(404, () => c.var.context.listFolder(path, withAudio)), 200)
  })
}
