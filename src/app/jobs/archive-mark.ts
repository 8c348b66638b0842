import { hostname } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import type { JobRequest } from '../../api/contract.ts'
import { openArchive } from '../../archive/archive.ts'
import { giveMark, hasState, readMark } from '../../archive/files/mark.ts'
import { asRecord } from '../../base/json.ts'
import { isLocked } from '../../base/lock.ts'
import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import { isBucketName } from '../archives/bucket/named.ts'
import type { Environment } from '../environment.ts'

/**
 * Where machines share one list of jobs, a worker that does not see a job's archive would make another one under the same
 * path on a disk of its own. So whoever orders a job gives its archive a mark, and writes the same mark into the order:
 * a worker begins where it finds that one, and nowhere else.
 */
export type MarkedRequest = JobRequest & { readonly mark?: string }

/** Makes the archive where a backup will need one. UserError where the folder cannot become one. */
export async function markArchive(request: MarkedRequest): Promise<MarkedRequest> {
  const { into, kind } = request
  // Every machine sees the same bucket, and whoever is in it is known there.
  if (isBucketName(into)) return { ...request, mark: undefined }
  const isMade = kind === 'backup' && !request.dryRun
  if (!(await hasState(into)) && isMade) await makeArchive(into)
  // What is none will be told when the job runs.
  if (!(await hasState(into))) return { ...request, mark: undefined }
  return { ...request, mark: await giveMark(into, request.mark) }
}

async function makeArchive(into: string): Promise<void> {
  try {
    await using _archive = await openArchive(into)
  } catch (error) {
    // Whoever holds it has made it.
    if (!isLocked(error)) throw error
  }
}

const LOOK_MS = 1_000
/** What another machine has just made is seen by NFS after a minute at most: its clients remember what was not there. */
const PATIENCE_MS = 65_000

/**
 * Returns when the archive that the job was ordered for is seen here, or the job is to stop. UserError where it is not.
 * An order of an earlier version has no mark, and is believed.
 */
export async function awaitMarkedArchive(
  payload: unknown,
  into: string,
  { databaseUrl, clock }: Pick<Environment, 'databaseUrl' | 'clock'>,
  signal: AbortSignal,
): Promise<void> {
  const { mark } = asRecord(payload)
  if (databaseUrl === undefined || typeof mark !== 'string') return
  const pause = clock
    ? () => clock.sleep(LOOK_MS, signal)
    : () => sleep(LOOK_MS, undefined, { signal })
  for (
    let waitedMs = 0;
    (await readMark(into).catch(() => undefined)) !== mark;
    waitedMs += LOOK_MS
  ) {
    if (waitedMs >= PATIENCE_MS) {
      const why = reason('app.archive-not-here', { host: hostname(), folder: into })
      throw new UserError(why, reason('app.share-archives'))
    }
    await pause()
  }
}
