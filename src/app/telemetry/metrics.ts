import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { isSpan, listenToSpans, type Span } from '../../base/telemetry/span.ts'
import type { Queue } from '../../jobs/queue.ts'
import { tellHost } from './known-hosts.ts'
import { describeMetric, type Label, type MetricName } from './metric-names.ts'

export interface Metrics extends Disposable {
  /** A media type. */
  readonly type: string
  /** All of them as Prometheus reads them. Asks the queue. */
  read(): Promise<string>
}

/** Begins to count. */
export function openMetrics(queue: Pick<Queue, 'count'>): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  addQueueGauges(registry, queue)
  const count = openCounters(registry)
  const listening = listenToSpans({ ended: count })
  return {
    type: registry.contentType,
    read: () => registry.metrics(),
    [Symbol.dispose]() {
      listening[Symbol.dispose]()
      registry.clear()
    },
  }
}

const jobStates = [
  'queued',
  'running',
  'paused',
  'interrupted',
  'failed',
  'cancelled',
  'done',
] as const

/** They are asked for when somebody reads; where the queue does not answer they are absent, and the rest is told. */
function addQueueGauges(registry: Registry, queue: Pick<Queue, 'count'>) {
  const registers = [registry]
  const waiting = new Gauge({ ...describeMetric('songkeep_oldest_waiting_job_seconds'), registers })
  new Gauge({
    ...describeMetric('songkeep_jobs'),
    registers,
    async collect() {
      this.reset()
      waiting.reset()
      const figures = await queue.count().catch(() => undefined)
      if (!figures) return
      for (const state of jobStates) this.set({ state }, figures.states[state] ?? 0)
      const { waitingSince } = figures
      const waitedMs = waitingSince === undefined ? 0 : Date.now() - Date.parse(waitingSince)
      waiting.set(Math.max(0, waitedMs) / 1000)
    },
  })
}

/** Waiting for less is no waiting: it is what a call costs. */
const MIN_WAIT_MS = 5

function openCounters(registry: Registry): (span: Span) => void {
  const registers = [registry]
  const counter = (name: MetricName) => new Counter<Label>({ ...describeMetric(name), registers })
  const histogram = (name: MetricName, buckets: readonly number[]) =>
    new Histogram<Label>({ ...describeMetric(name), buckets: [...buckets], registers })
  const runs = counter('songkeep_runs_total')
  const runSeconds = histogram('songkeep_run_duration_seconds', [1, 10, 60, 600, 3600, 36_000])
  const entries = counter('songkeep_entries_total')
  const requests = counter('songkeep_host_requests_total')
  const requestSeconds = histogram('songkeep_host_request_duration_seconds', [0.1, 0.5, 2, 10, 60])
  const waits = counter('songkeep_host_waits_total')
  const waitSeconds = counter('songkeep_host_wait_seconds_total')
  const lookUps = counter('songkeep_catalogue_lookups_total')
  const received = counter('songkeep_received_bytes_total')
  const pages = counter('songkeep_page_requests_total')
  const pageSeconds = histogram('songkeep_page_request_duration_seconds', [0.01, 0.1, 1, 10])
  const slowed = counter('songkeep_accounts_slowed_total')
  const faults = counter('songkeep_faults_total')
  return (span) => {
    const seconds = (span.durationMs ?? 0) / 1000
    if (isSpan(span, 'run')) {
      const { kind = 'other', result = 'failed' } = span.fields
      runs.inc({ kind, result })
      runSeconds.observe({ kind }, seconds)
    } else if (isSpan(span, 'entry')) entries.inc({ outcome: span.fields.outcome })
    else if (isSpan(span, 'request')) {
      const { status = 'none', waitedMs = 0 } = span.fields
      const host = tellHost(span.fields.host)
      requests.inc({ host, status })
      requestSeconds.observe({ host }, seconds)
      if (waitedMs < MIN_WAIT_MS) return
      waits.inc({ host })
      waitSeconds.inc({ host }, waitedMs / 1000)
    } else if (isSpan(span, 'lookup')) lookUps.inc({ result: span.fields.result })
    else if (isSpan(span, 'received')) received.inc(span.fields.bytes)
    else if (isSpan(span, 'page')) {
      const { route = 'none', method = 'none', status = 0 } = span.fields
      pages.inc({ route, method, status: String(status) })
      pageSeconds.observe({ route }, seconds)
    } else if (isSpan(span, 'slowed')) slowed.inc({ by: span.fields.by })
    else if (isSpan(span, 'fault')) faults.inc({ where: span.fields.where })
  }
}
