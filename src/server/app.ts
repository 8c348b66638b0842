import { OpenAPIHono } from '@hono/zod-openapi'
import { methodNotAllowed } from 'hono/method-not-allowed'
import type { Context } from '../app/context.ts'
import type { JobService } from '../app/jobs/service.ts'
import { reason } from '../model/reason.ts'
import { faultOf } from '../words/fault.ts'
import { type Authenticator, identify, requireAdmission } from './auth/authenticator.ts'
import type { Request, RequestContext } from './auth/principal.ts'
import { readJson } from './body.ts'
import type { JobUpdates } from './events/job-updates.ts'
import { answerError, refuseInvalid, type ServerLog } from './faults.ts'
import type { PageFile } from './files/page-files.ts'
import { sendPage } from './files/send-page.ts'
import { describeOperations } from './operations/describe-operations.ts'
import { observePage } from './operations/observe-page.ts'
import { addArchives } from './routes/archives.ts'
import { addEvents } from './routes/events.ts'
import { addInputs } from './routes/inputs.ts'
import { addJobs } from './routes/jobs.ts'
import { addListChanges } from './routes/list-changes.ts'
import { addMissing } from './routes/missing.ts'
import { addOpenFolder } from './routes/open-folder.ts'
import { addProviderSignIn } from './routes/provider-sign-in.ts'
import { addSession } from './routes/session.ts'
import { addSettings } from './routes/settings.ts'
import { addSpotify } from './routes/spotify.ts'
import { addSpotifyCallback } from './routes/spotify-callback.ts'
import { addTail } from './routes/tail.ts'

export interface ServerParts {
  readonly context: Context
  readonly authenticator: Authenticator
  readonly page: ReadonlyMap<string, PageFile>
  readonly updatesOf: (jobs: JobService) => JobUpdates
  /** Where a login at Spotify sends the browser back to. */
  readonly redirectUri: string
  readonly log: ServerLog
}

/** All routes, behind the origin guard: the page first, then what needs no password, then the rest. */
export function createApp({
  context,
  authenticator,
  page,
  updatesOf,
  redirectUri,
  log,
}: ServerParts): OpenAPIHono<Request> {
  const app = new OpenAPIHono<Request>({
    defaultHook: (result) => {
      if (!result.success) throw refuseInvalid(result.error)
    },
  })
  app.onError((error, c) => answerError(error, c, log))
  app.notFound((c) => c.json(faultOf(reason('server.nothing-here')), 404))
  app.use(observePage)
  app.use(identify(authenticator))
  app.use(sendPage(page))
  app.use(readJson(authenticator.limits))
  addSession(app, context, authenticator)
  addProviderSignIn(app, authenticator)
  addSpotifyCallback(app, context.spotify)
  app.use(requireAdmission(context, authenticator))
  app.use(methodNotAllowed({ app, onMethodNotAllowed: refuseMethod }))
  addSettings(app)
  addSpotify(app, redirectUri)
  addInputs(app, authenticator.limits)
  addJobs(app)
  addEvents(app, updatesOf, authenticator.limits)
  addArchives(app)
  addListChanges(app)
  addMissing(app)
  addOpenFolder(app, authenticator.isOwnMachine)
  addTail(app)
  describeOperations(app)
  addDocument(app, context)
  return app
}

function refuseMethod(c: RequestContext, methods: readonly string[]) {
  const allow = methods.join(', ')
  return c.json(faultOf(reason('server.only-methods', { methods: allow })), 405, { Allow: allow })
}

/** Describes the routes as OpenAPI, made from the schemas that they check with. */
function addDocument(app: OpenAPIHono<Request>, { version }: Context) {
  const document = JSON.stringify(
    app.getOpenAPI31Document({
      openapi: '3.1.0',
      info: { title: 'Songkeep', version, description: 'What the page asks of its server.' },
    }),
  )
  app.get('/api', (c) => c.body(document, 200, { 'Content-Type': 'application/json' }))
}
