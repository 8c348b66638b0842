/** Every metric of ours: what it tells, and by which labels. Labels are fields of spans, of which each has few values. */
const metrics = {
  songkeep_jobs: { help: 'Jobs of the queue, by their state.', labelNames: ['state'] },
  songkeep_oldest_waiting_job_seconds: {
    help: 'For how long the job that is in line for longest has waited; 0 where none is.',
    labelNames: [],
  },
  songkeep_runs_total: { help: 'Jobs that this process has run.', labelNames: ['kind', 'result'] },
  songkeep_run_duration_seconds: { help: 'How long they took.', labelNames: ['kind'] },
  songkeep_entries_total: {
    help: 'Entries of playlists, by what became of them.',
    labelNames: ['outcome'],
  },
  songkeep_host_requests_total: {
    help: 'Requests to hosts, by the class of their status; none where no answer came.',
    labelNames: ['host', 'status'],
  },
  songkeep_host_request_duration_seconds: {
    help: 'How long they took, without waiting for their turn.',
    labelNames: ['host'],
  },
  songkeep_host_waits_total: {
    help: 'Requests that had to wait for their turn, by the rate limit of their host.',
    labelNames: ['host'],
  },
  songkeep_host_wait_seconds_total: {
    help: 'How long they have waited, together.',
    labelNames: ['host'],
  },
  songkeep_catalogue_lookups_total: {
    help: 'Tracks that the catalogue was asked for.',
    labelNames: ['result'],
  },
  songkeep_received_bytes_total: { help: 'Bytes that came from hosts.', labelNames: [] },
  songkeep_page_requests_total: {
    help: 'Requests to this server, by the template of their route.',
    labelNames: ['route', 'method', 'status'],
  },
  songkeep_page_request_duration_seconds: {
    help: 'How long they took; those for events and files last as long as the client stays.',
    labelNames: ['route'],
  },
  songkeep_accounts_slowed_total: {
    help: 'How often accounts were slowed or refused, by the limit that they had come to.',
    labelNames: ['by'],
  },
  songkeep_faults_total: {
    help: 'What went wrong outside of any job.',
    labelNames: ['where'],
  },
} as const

export type MetricName = keyof typeof metrics
export const metricNames = Object.keys(metrics) as readonly MetricName[]
export type Label = (typeof metrics)[MetricName]['labelNames'][number]

export function describeMetric(name: MetricName) {
  const { help, labelNames } = metrics[name]
  return { name, help, labelNames: [...labelNames] as Label[] }
}
