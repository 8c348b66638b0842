import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { JobService } from '../../app/jobs/service.ts'
import { reason } from '../../model/reason.ts'
import type { Request } from '../auth/principal.ts'
import type { JobUpdates } from '../events/job-updates.ts'
import { sendEvents, writeEvents } from '../events/send-events.ts'
import { HttpError } from '../http-error.ts'
import type { Limits } from '../limits.ts'
import { id, seq } from '../params.ts'
import { streams } from '../schemas.ts'
import { SlotLimits } from '../slots.ts'
import { findJob } from './jobs.ts'

const query = z.object({ job: id.optional(), after: seq.optional() })
/** A browser that connects again says what it saw last. */
const headers = z.object({ 'last-event-id': seq.optional() })

/** Adds the stream of events. */
export function addEvents(
  app: OpenAPIHono<Request>,
  updatesOf: (jobs: JobService) => JobUpdates,
  limits: Limits,
) {
  const slots = new SlotLimits(limits.streamsEach, limits.streams)
  app.openapi(
    createRoute({
      method: 'get',
      path: '/api/events',
      summary: 'What changes, as it changes',
      request: { query, headers },
      responses: streams(
        'Server-sent events: `jobs` (Job[]) and, of the one job, `entries` (Entry[]).',
        'text/event-stream',
      ),
    }),
    async (c) => {
      const { jobs } = c.var.context
      const { job, after = 0 } = c.req.valid('query')
      const from = c.req.valid('header')['last-event-id'] ?? after
      if (job !== undefined) await findJob(jobs, job)
      const slot = slots.take(c.var.principal.client)
      if (typeof slot === 'string') throw tooMany(slot)
      using _ = slot
      const { incoming, outgoing } = c.env
      outgoing.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8' })
      if (incoming.method === 'HEAD') outgoing.end()
      else {
        const signal = AbortSignal.any([c.req.raw.signal, c.var.principal.gone])
        const texts = sendEvents(jobs, updatesOf(jobs), { job, after: from }, limits, signal)
        await writeEvents(c, texts, limits.unreadMs, signal)
      }
      return RESPONSE_ALREADY_SENT
    },
  )
}

const tooMany = (whose: 'yours' | 'all') =>
  new HttpError(whose === 'yours' ? 429 : 503, reason('server.too-many-listeners'), {
    advice: reason('server.close-some'),
    headers: { 'Retry-After': '5' },
  })
