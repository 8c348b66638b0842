import { type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Request } from '../auth/principal.ts'
import { answers, streams } from '../schemas.ts'

const Alive = z.object({ alive: z.boolean() }).openapi('Alive')
const Ready = z.object({ ready: z.boolean(), notReady: z.array(z.string()) }).openapi('Ready')

/** Says in the OpenAPI document what is answered before the app is asked (`answer-operations.ts`). */
export function describeOperations({ openAPIRegistry }: OpenAPIHono<Request>): void {
  openAPIRegistry.registerPath({
    method: 'get',
    path: '/healthz',
    summary: 'Whether the process is alive',
    responses: answers('It is.', Alive),
  })
  openAPIRegistry.registerPath({
    method: 'get',
    path: '/readyz',
    summary: 'Whether it can take work: 503 where it cannot, with codes of what is not ready',
    responses: answers('It can.', Ready),
  })
  openAPIRegistry.registerPath({
    method: 'get',
    path: '/metrics',
    summary: 'Metrics, where they are asked for, as Prometheus reads them',
    responses: streams('All of them.', 'text/plain'),
  })
}
