import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Job, JobRequest } from '../../api/contract.ts'
import type { Context, JobService } from '../../app/context.ts'
import type { Request } from '../auth/principal.ts'
import { HttpError, orRefuse } from '../http-error.ts'
import { jobParams } from '../params.ts'
import * as schemas from '../schemas.ts'
import { answers, takes } from '../schemas.ts'
import { addView } from './view.ts'

const Jobs = z.object({ jobs: z.array(schemas.Job) })
const Forgotten = z.object({})

/** Work that is ordered, watched and steered. */
export function addJobs(app: OpenAPIHono<Request>, { jobs }: Context) {
  app.openapi(
    createRoute({
      method: 'get',
      path: '/api/jobs',
      summary: 'All jobs, the latest first',
      responses: answers('The jobs.', Jobs),
    }),
    async (c) => c.json({ jobs: [...(await jobs.list())] }, 200),
  )

  app.openapi(
    createRoute({
      method: 'post',
      path: '/api/jobs',
      summary: 'Order a job',
      request: { body: takes(schemas.Order) },
      responses: answers('The job.', schemas.Job),
    }),
    async (c) => {
      const order = c.req.valid('json')
      refuseFiles(order)
      return c.json(await orRefuse(422, () => jobs.add(order, c.var.visitor.owner)), 200)
    },
  )

  app.openapi(
    createRoute({
      method: 'get',
      path: '/api/jobs/{job}',
      summary: 'A job',
      request: { params: jobParams },
      responses: answers('The job.', schemas.Job),
    }),
    async (c) => c.json(await findJob(jobs, c.req.valid('param').job), 200),
  )

  app.openapi(
    createRoute({
      method: 'delete',
      path: '/api/jobs/{job}',
      summary: 'Forget a job that has ended',
      request: { params: jobParams },
      responses: answers('Forgotten.', Forgotten),
    }),
    async (c) => {
      const { id } = await findJob(jobs, c.req.valid('param').job)
      await orRefuse(409, () => jobs.forget(id))
      return c.json({}, 200)
    },
  )

  const steer = (verb: string, summary: string, act: (id: string, owner: string) => Promise<Job>) =>
    app.openapi(
      createRoute({
        method: 'post',
        path: `/api/jobs/{job}/${verb}`,
        summary,
        request: { params: jobParams },
        responses: answers('The job, or the new one.', schemas.Job),
      }),
      async (c) => {
        const { id } = await findJob(jobs, c.req.valid('param').job)
        return c.json(await orRefuse(409, () => act(id, c.var.visitor.owner)), 200)
      },
    )
  steer('pause', 'Let it rest', (id) => jobs.pause(id))
  steer('resume', 'Let it go on', (id) => jobs.resume(id))
  steer('cancel', 'End it', (id) => jobs.cancel(id))
  steer('again', 'A new job of the same order', (id, owner) => jobs.again(id, owner))

  addView(app, '/api/jobs/{job}', jobParams, ({ job = '' }) => orRefuse(404, () => jobs.view(job)))
}

export async function findJob(jobs: JobService, id: string): Promise<Job> {
  const job = await jobs.find(id)
  if (!job) throw new HttpError(404, 'There is no such job.', 'It may have been forgotten.')
  return job
}

/** A page must not be able to have any file of this machine read. */
function refuseFiles(order: JobRequest) {
  if (order.kind === 'backup' && order.inputs.some(({ kind }) => kind === 'file'))
    throw new HttpError(
      422,
      'A file of this machine can only be named on the command line.',
      'Drop it on the page instead.',
    )
}
