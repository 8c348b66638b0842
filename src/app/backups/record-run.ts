import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { BackupJobRequest } from '../../api/contract.ts'
import { Lease } from '../../jobs/lease.ts'
import { nameRunner } from '../../jobs/sqlite/runner.ts'
import { openQueue } from '../../jobs/sqlite/sqlite-queue.ts'
import { finish } from '../../jobs/worker.ts'
import type { Progress } from '../../model/progress.ts'
import { readLink } from '../../playlist/links/link.ts'
import { UserError } from '../../words/user-error.ts'
import type { Environment } from '../environment.ts'
import { CLI, titleOfRequest } from '../jobs/describe-job.ts'
import { MOST_JOBS } from '../jobs/jobs.ts'
import type { BackUpOptions } from './back-up.ts'
import { followRun } from './follow-run.ts'

/** A run of the command line as a job: whoever has the page open sees it, and can stop it. */
export interface RunRecord {
  /** Aborted when the page asks the run to stop. */
  readonly signal: AbortSignal
  /** What was asked, in a sentence for who sits at the command line. */
  readonly asked: string | undefined
  /** Passes the events on and writes them down; `isStopped` tells whether the user broke off. */
  follow(events: AsyncIterable<Progress>, isStopped: () => boolean): AsyncGenerator<Progress>
}

/** Writes the run down where that can be done: a backup never fails for want of it. */
export async function recordRun(
  options: BackUpOptions,
  environment: Environment,
): Promise<RunRecord | undefined> {
  const { dataDir } = environment
  if (dataDir === undefined) return undefined
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 })
    return begin(openQueue(join(dataDir, 'jobs.sqlite')), options, environment)
  } catch (error) {
    if (error instanceof UserError || (error instanceof Error && 'code' in error)) return undefined
    throw error
  }
}

function begin(
  queue: ReturnType<typeof openQueue>,
  options: BackUpOptions,
  environment: Environment,
): RunRecord {
  queue.tidy(MOST_JOBS)
  const order = orderOf(options)
  const runner = nameRunner()
  const work = queue.adopt(
    { order, title: titleOfRequest(order), owner: CLI, place: order.into },
    runner,
  )
  const hold = new Lease(queue, work, runner)
  return {
    signal: hold.signal,
    get asked() {
      return hold.stopReason === 'pause'
        ? 'Paused from the page: go on there, or run this again.'
        : hold.stopReason === 'cancel'
          ? 'Cancelled from the page. What was kept stays.'
          : undefined
    },
    async *follow(events, isStopped) {
      try {
        yield* followRun(events, hold, order.into, environment)
        attempt(() => {
          if (isStopped() && hold.stopReason === undefined) hold.end('paused')
          else finish(hold)
        })
      } catch (error) {
        attempt(() => finish(hold, { error }))
        throw error
      } finally {
        hold[Symbol.dispose]()
        queue[Symbol.dispose]()
      }
    },
  }
}

/** What cannot be written down any more is told as interrupted, and the backup is what it is. */
function attempt(act: () => void): void {
  try {
    act()
  } catch {}
}

function orderOf(options: BackUpOptions): BackupJobRequest {
  const { input, libraries, catalogues, into, names, media, only } = options
  const inputs = typeof input === 'string' ? [input] : input
  const all = (folders: readonly string[]) => folders.map((folder) => resolve(folder))
  return {
    kind: 'backup',
    inputs: inputs.map((each) =>
      readLink(each)
        ? { kind: 'link', link: each }
        : { kind: 'file', path: each === '-' ? each : resolve(each) },
    ),
    libraries: all(libraries),
    catalogues: all(catalogues),
    into: resolve(into),
    names,
    format: media.format,
    quality: media.quality,
    id3: media.id3 ?? '2.4',
    only: only === undefined ? undefined : typeof only === 'string' ? [only] : [...only],
    order: options.order,
    cover: options.cover || undefined,
    prune: options.prune || undefined,
    replace: options.replace || undefined,
    dryRun: options.dryRun || undefined,
    offline: options.offline || undefined,
    publicPage: options.publicPage || undefined,
  }
}
