import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import type { JobService } from '../../app/context.ts'
import { UserError } from '../../words/user-error.ts'
import type { RequestContext } from '../auth/principal.ts'
import { isClientGone } from '../client-gone.ts'
import type { Limits } from '../limits.ts'
import type { JobUpdates } from './job-updates.ts'

/** Entries of one batch. */
const MOST = 500
/** Milliseconds after which a browser that lost us comes back. */
const RETRY = 2000

export interface Listening {
  /** Whose entries are told, beside the jobs. */
  readonly job: string | undefined
  /** The number that the listener saw last. */
  readonly after: number
}

/**
 * What a listener is told, in the form of server-sent events. Whoever reads slowly is told less often, and then
 * what is true by then: nothing is kept for him.
 */
export async function* sendEvents(
  jobs: JobService,
  news: JobUpdates,
  { job, after }: Listening,
  { batchMs, heartbeatMs }: Limits,
  signal: AbortSignal,
): AsyncGenerator<string> {
  let seq = after
  let told = 0
  yield `retry: ${RETRY}\n\n`
  while (!signal.aborted) {
    const tick = news.ticks
    const { version, texts } = news.since(told)
    told = version
    const batch = job === undefined ? undefined : readBatch(jobs, job, seq)
    if (batch === 'gone') return
    seq = batch?.seq ?? seq
    const said = tellJobs(texts) + (batch ? tellEntries(batch) : '')
    if (said !== '') yield said
    await pause(batchMs, undefined, { signal }).catch(() => {})
    if (batch && batch.entries.length >= MOST) continue
    await news.wait(tick, heartbeatMs, signal)
    if (news.ticks === tick) yield ': here\n\n'
  }
}

type Batch = ReturnType<JobService['entriesAfter']>

const tellJobs = (texts: readonly string[]) =>
  texts.length === 0 ? '' : `event: jobs\ndata: [${texts.join(',')}]\n\n`

const tellEntries = ({ seq, entries }: Batch) =>
  `id: ${seq}\nevent: entries\ndata: ${JSON.stringify(entries)}\n\n`

function readBatch(jobs: JobService, job: string, seq: number): Batch | 'gone' | undefined {
  try {
    const batch = jobs.entriesAfter(job, seq, MOST)
    return batch.entries.length > 0 ? batch : undefined
  } catch (error) {
    // It was forgotten meanwhile.
    if (error instanceof UserError) return 'gone'
    throw error
  }
}

/** Writes a stream of texts, never more than the client reads; leaves one that does not read at all. */
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
