import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import type { JobService, RunEntries } from '../../app/jobs/service.ts'
import { UserError } from '../../words/user-error.ts'
import type { RequestContext } from '../auth/principal.ts'
import { isClientGone } from '../client-gone.ts'
import type { Limits } from '../limits.ts'
import type { JobUpdates } from './job-updates.ts'

/** Entries of one batch. */
const MAX_BATCH = 500
/** Milliseconds after which a browser that lost the connection connects again. */
const RETRY_MS = 2000

export interface StreamRequest {
  /** Whose entries are sent, beside the jobs. */
  readonly job: string | undefined
  /** The sequence number that the listener saw last. */
  readonly after: number
}

/**
 * What a listener is sent, in the form of server-sent events. A slow reader is sent less often what is true by
 * then: nothing is queued for it.
 */
export async function* sendEvents(
  jobs: JobService,
  updates: JobUpdates,
  { job, after }: StreamRequest,
  { batchMs, heartbeatMs }: Limits,
  signal: AbortSignal,
): AsyncGenerator<string> {
  let seq = after
  let version = 0
  yield `retry: ${RETRY_MS}\n\n`
  while (!signal.aborted) {
    const tick = updates.ticks
    const changed = await updates.since(version)
    version = changed.version
    const batch = job === undefined ? undefined : await readBatch(jobs, job, seq)
    if (batch === 'gone') return
    seq = batch?.seq ?? seq
    const text = formatJobs(changed.texts) + (batch ? formatEntries(batch) : '')
    if (text !== '') yield text
    await pause(batchMs, undefined, { signal }).catch(() => {})
    if (batch && batch.entries.length >= MAX_BATCH) continue
    await updates.wait(tick, heartbeatMs, signal)
    if (updates.ticks === tick) yield ': here\n\n'
  }
}

const formatJobs = (texts: readonly string[]) =>
  texts.length === 0 ? '' : `event: jobs\ndata: [${texts.join(',')}]\n\n`

const formatEntries = ({ seq, entries }: RunEntries) =>
  `id: ${seq}\nevent: entries\ndata: ${JSON.stringify(entries)}\n\n`

async function readBatch(
  jobs: JobService,
  job: string,
  seq: number,
): Promise<RunEntries | 'gone' | undefined> {
  try {
    const batch = await jobs.entriesAfter(job, seq, MAX_BATCH)
    return batch.entries.length > 0 ? batch : undefined
  } catch (error) {
    // It was forgotten meanwhile.
    if (error instanceof UserError) return 'gone'
    throw error
  }
}

/** Writes a stream of texts, never more than the client reads; disconnects one that does not read at all. */
export async function writeEvents(
  { env: { outgoing } }: RequestContext,
  texts: AsyncIterable<string>,
  unreadMs: number,
  signal: AbortSignal,
): Promise<void> {
  try {
    for await (const text of texts) {
      if (signal.aborted) break
      if (outgoing.write(text)) continue
      await once(outgoing, 'drain', {
        signal: AbortSignal.any([signal, AbortSignal.timeout(unreadMs)]),
      })
    }
    outgoing.end()
  } catch (error) {
    outgoing.destroy()
    if (!isClientGone(error)) throw error
  }
}
