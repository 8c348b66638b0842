import { OpenAPIHono } from '@hono/zod-openapi'
import { methodNotAllowed } from 'hono/method-not-allowed'
import type { Context } from '../app/context.ts'
import { type Authenticator, meetVisitors, onlyAdmitted } from './auth/authenticator.ts'
import type { Request, RequestContext } from './auth/principal.ts'
import { readJson } from './body.ts'
import type { JobUpdates } from './events/job-updates.ts'
import { answerError, refuseInvalid, type ServerLog } from './faults.ts'
import type { PageFile } from './files/page-files.ts'
import { sendPage } from './files/send-page.ts'
import { addArchives } from './routes/archives.ts'
import { addEvents } from './routes/events.ts'
import { addInputs } from './routes/inputs.ts'
import { addJobs } from './routes/jobs.ts'
import { addSession } from './routes/session.ts'
import { addSettings } from './routes/settings.ts'

export interface Parts {
  readonly context: Context
  readonly doorman: Authenticator
  readonly page: ReadonlyMap<string, PageFile>
  readonly updates: JobUpdates
  readonly log: ServerLog
}

/** What is answered, once the gate has let a request pass: the page, then what needs no password, then the rest. */
export function createApp({ context, doorman, page, updates, log }: Parts): OpenAPIHono<Request> {
  const app = new OpenAPIHono<Request>({
    defaultHook: (result) => {
      if (!result.success) throw refuseInvalid(result.error)
    },
  })
  app.onError((error, c) => answerError(error, c, log))
  app.notFound((c) => c.json({ message: 'There is nothing here.' }, 404))
  app.use(meetVisitors(doorman))
  app.use(sendPage(page))
  app.use(readJson(doorman.limits))
  addSession(app, context, doorman)
  app.use(onlyAdmitted)
  app.use(methodNotAllowed({ app, onMethodNotAllowed: refuseMethod }))
  addSettings(app, context)
  addInputs(app, context, doorman.limits)
  addJobs(app, context)
  addEvents(app, context, updates, doorman.limits)
  addArchives(app, context)
  addDocument(app, context)
  return app
}

function refuseMethod(c: RequestContext, methods: readonly string[]) {
  const allow = methods.join(', ')
  return c.json({ message: `Only ${allow} are answered here.` }, 405, { Allow: allow })
}

/** What there is to ask for, told from the very schemas that answer it. */
function addDocument(app: OpenAPIHono<Request>, { version }: Context) {
  const document = JSON.stringify(
    app.getOpenAPI31Document({
      openapi: '3.1.0',
      info: { title: 'Songkeep', version, description: 'What the page asks of its server.' },
    }),
  )
  app.get('/api', (c) => c.body(document, 200, { 'Content-Type': 'application/json' }))
}
