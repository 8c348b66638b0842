import { OpenAPIHono } from '@hono/zod-openapi'
import { methodNotAllowed } from 'hono/method-not-allowed'
import type { Context } from '../app/context.ts'

import { readJson } from './body.ts'
import { answerError, type Log, refuseInvalid } from './faults.ts'
import type { JobNews } from './events/job-updates.ts'
import type { PageFile } from './files/page-files.ts'
import { addArchives } from './routes/archives.ts'
import { addEvents } from './routes/events.ts'
import { addInputs } from './routes/inputs.ts'
import { addJobs } from './routes/jobs.ts'
import { addSession } from './routes/session.ts'
import { addSettings } from './routes/settings.ts'
import { sendPage } from './files/send-page.ts'
import type { Visit, VisitContext } from './auth/principal.ts'
import { type Doorman, meetVisitors, onlyAdmitted } from './auth/authenticator.ts'

export interface Parts {
  readonly context: Context
  readonly doorman: Doorman
  readonly page: ReadonlyMap<string, PageFile>
  readonly news: JobNews
  readonly log: Log
}

/** What is answered, once the gate has let a request pass: the page, then what needs no password, then the rest. */
export function createApp({ context, doorman, page, news, log }: Parts): OpenAPIHono<Visit> {
  const app = new OpenAPIHono<Visit>({
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
  addEvents(app, context, news, doorman.limits)
  addArchives(app, context)
  addDocument(app, context)
  return app
}

function refuseMethod(c: VisitContext, methods: readonly string[]) {
  const allow = methods.join(', ')
  return c.json({ message: `Only ${allow} are answered here.` }, 405, { Allow: allow })
}

/** What there is to ask for, told from the very schemas that answer it. */
function addDocument(app: OpenAPIHono<Visit>, { version }: Context) {
  const document = JSON.stringify(
    app.getOpenAPI31Document({
      openapi: '3.1.0',
      info: { title: 'Songkeep', version, description: 'What the page asks of its server.' },
    }),
  )
  app.get('/api', (c) => c.body(document, 200, { 'Content-Type': 'application/json' }))
}
