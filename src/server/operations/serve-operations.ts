import { once } from 'node:events'
import type { OperationsService } from '../../app/context.ts'
import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import { addressOf, isLoopback } from '../addresses.ts'
import { usualLimits } from '../limits.ts'
import { type ListenAddress, listen, portOf } from '../listen.ts'
import { answerOperations } from './answer-operations.ts'

export interface OperationsServer extends AsyncDisposable {
  readonly port: number
  /** `http://127.0.0.1:4748` */
  readonly address: string
}

/** Answers probes alone, for a process that has no page. Throws UserError where the port cannot be had. */
export async function serveOperations(
  operations: OperationsService,
  address: ListenAddress,
): Promise<OperationsServer> {
  refuseOpenMetrics(operations, address.host)
  const server = await listen(address, usualLimits, (incoming, outgoing) => {
    if (!answerOperations(operations, incoming, outgoing)) outgoing.writeHead(404).end()
  })
  const port = portOf(server)
  return {
    port,
    address: addressOf(address.host, port),
    async [Symbol.asyncDispose]() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

/** Throws UserError where others than this machine could read metrics without a token. */
export function refuseOpenMetrics({ metrics }: OperationsService, host: string): void {
  if (metrics && metrics.token === undefined && !isLoopback(host))
    throw new UserError(reason('app.metrics-need-token', { host }), reason('app.set-metrics-token'))
}
