import type { Queue } from '../../jobs/queue.ts'
import type { Workers } from '../../jobs/worker.ts'
import type { OperationsService } from '../context.ts'
import type { Environment } from '../environment.ts'
import { openMetrics } from '../telemetry/metrics.ts'
import { Readiness } from './readiness.ts'

export interface OperationsParts {
  readonly environment: Environment
  readonly dataDir: string
  readonly queue: Queue
  /** Absent where others work it off. */
  readonly workers?: Pick<Workers, 'leave'>
}

/** What whoever runs the program asks of a process that works off the queue. */
export function openOperations({
  environment: { telemetry, databaseUrl },
  dataDir,
  queue,
  workers,
}: OperationsParts): OperationsService & Disposable {
  const readiness = new Readiness({ dataDir, queue, hasDatabase: databaseUrl !== undefined })
  const metrics = telemetry?.metrics ? openMetrics(queue) : undefined
  return {
    readiness: () => readiness.check(),
    metrics: metrics && {
      type: metrics.type,
      token: telemetry?.metricsToken,
      read: () => metrics.read(),
    },
    stop() {
      readiness.stop()
      workers?.leave()
    },
    [Symbol.dispose]() {
      metrics?.[Symbol.dispose]()
    },
  }
}
