import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from '../../app/context.ts'
import type { Request } from '../auth/principal.ts'
import type { JobUpdates } from '../events/job-updates.ts'
import { sendEvents, writeEvents } from '../events/send-events.ts'
import { HttpError } from '../http-error.ts'
import type { Limits } from '../limits.ts'
import { id, seq } from '../params.ts'
import { SlotLimits } from '../places.ts'
import { streams } from '../schemas.ts'
import { findJob } from './jobs.ts'

const query = z.object({ job: id.optional(), after: seq.optional() })
/** Where a browser takes up what it has lost. */
const headers = z.object({ 'last-event-id': seq.optional() })

/** What changes, told as it changes. */
export function addEvents(
  app: OpenAPIHono<Request>,
  { jobs }: Context,
  news: JobUpdates,
  limits: Limits,
) {
  const places = new SlotLimits(limits.streamsEach, limits.streams)
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
      const { job, after = 0 } = c.req.valid('query')
      const from = c.req.valid('header')['last-event-id'] ?? after
      if (job !== undefined) findJob(jobs, job)
      const place = places.take(c.var.visitor.client)
      if (typeof place === 'string') throw tooMany(place)
      using _ = place
      const { incoming, outgoing } = c.env
      outgoing.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8' })
      if (incoming.method === 'HEAD') outgoing.end()
      else {
        const signal = AbortSignal.any([c.req.raw.signal, c.var.visitor.left])
        const texts = sendEvents(jobs, news, { job, after: from }, limits, signal)
        await writeEvents(c, texts, limits.unreadMs, signal)
      }
      return RESPONSE_ALREADY_SENT
    },
  )
}

const tooMany = (whose: 'yours' | 'all') =>
  new HttpError(
    whose === 'yours' ? 429 : 503,
    'Too many pages listen at once.',
    'Close some of them.',
    { 'Retry-After': '5' },
  )
