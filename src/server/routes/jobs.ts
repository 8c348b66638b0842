import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Job, JobRequest } from '../../api/contract.ts'
import type { JobService } from '../../app/jobs/service.ts'
import { reason } from '../../model/reason.ts'
import type { Request } from '../auth/principal.ts'
import { HttpError, orRefuse } from '../http-error.ts'
import { jobParams } from '../params.ts'
import * as schemas from '../schemas.ts'
import { answers, takes } from '../schemas.ts'
import { addView } from './view.ts'

const Jobs = z.object({ jobs: z.array(schemas.Job) })
const Forgotten = z.object({})

const listRoute = createRoute({
  method: 'get',
  path: '/api/jobs',
  summary: 'All jobs, the latest first',
  responses: answers('The jobs.', Jobs),
})

const addRoute = createRoute({
  method: 'post',
  path: '/api/jobs',
  summary: 'Order a job',
  request: { body: takes(schemas.JobRequest) },
  responses: answers('The job.', schemas.Job),
})

const findRoute = createRoute({
  method: 'get',
  path: '/api/jobs/{job}',
  summary: 'A job',
  request: { params: jobParams },
  responses: answers('The job.', schemas.Job),
})

const forgetRoute = createRoute({
  method: 'delete',
  path: '/api/jobs/{job}',
  summary: 'Forget a job that has ended',
  request: { params: jobParams },
  responses: answers('Forgotten.', Forgotten),
})

const steerRoute = (verb: string, summary: string) =>
  createRoute({
    method: 'post',
    path: `/api/jobs/{job}/${verb}`,
    summary,
    request: { params: jobParams },
    responses: answers('The job, or the new one.', schemas.Job),
  })

/** Adds jobs: they are ordered, looked at and steered. */
export function addJobs(app: OpenAPIHono<Request>) {
  app.openapi(listRoute, async (c) => c.json({ jobs: [...(await c.var.context.jobs.list())] }, 200))
  app.openapi(addRoute, async (c) => {
    const request = c.req.valid('json')
    refuseFiles(request)
    return c.json(
      await orRefuse(422, () => c.var.context.jobs.add(request, c.var.principal.owner)),
      200,
    )
  })
  app.openapi(findRoute, async (c) =>
    c.json(await findJob(c.var.context.jobs, c.req.valid('param').job), 200),
  )
  app.openapi(forgetRoute, async (c) => {
    const { id } = await findJob(c.var.context.jobs, c.req.valid('param').job)
    await orRefuse(409, () => c.var.context.jobs.forget(id))
    return c.json({}, 200)
  })
  addSteering(app)
  addView(app, '/api/jobs/{job}', jobParams, (c, { job = '' }) =>
    orRefuse(404, () => c.var.context.jobs.view(job)),
  )
}

type Steer = (jobs: JobService, id: string, owner: string) => Promise<Job>

function addSteering(app: OpenAPIHono<Request>) {
  const steer = (verb: string, summary: string, act: Steer) =>
    app.openapi(steerRoute(verb, summary), async (c) => {
      const { id } = await findJob(c.var.context.jobs, c.req.valid('param').job)
      return c.json(
        await orRefuse(409, () => act(c.var.context.jobs, id, c.var.principal.owner)),
        200,
      )
    })
  steer('pause', 'Let it rest', (jobs, id) => jobs.pause(id))
  steer('resume', 'Let it go on', (jobs, id) => jobs.resume(id))
  steer('cancel', 'End it', (jobs, id) => jobs.cancel(id))
  steer('again', 'A new job of the same order', (jobs, id, owner) => jobs.again(id, owner))
}

export async function findJob(jobs: JobService, id: string): Promise<Job> {
  const job = await jobs.find(id)
  if (!job)
    throw new HttpError(404, reason('server.no-job'), {
      advice: reason('server.perhaps-forgotten'),
    })
  return job
}

/** A page must not be able to have any file of this machine read. */
function refuseFiles(request: JobRequest) {
  if (request.kind === 'backup' && request.inputs.some(({ kind }) => kind === 'file'))
    throw new HttpError(422, reason('server.file-only-on-command-line'), {
      advice: reason('server.drop-it'),
    })
}
