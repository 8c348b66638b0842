import { setTimeout as sleep } from 'node:timers/promises'
import { isLocked } from '../../base/lock.ts'

const PATIENCE_MS = 10 * 60_000
const PAUSE_MS = 1_000

/**
 * Does a job as soon as nobody else has its archive open. A worker that is cut off from the queue does not hear that its
 * job has become another's, and goes on with it until it does: the other waits for so long, and does not fail.
 */
export async function whenFree(
  run: () => Promise<void>,
  signal: AbortSignal,
  { patienceMs = PATIENCE_MS, pauseMs = PAUSE_MS } = {},
): Promise<void> {
  for (const end = performance.now() + patienceMs; ; )
    try {
      return await run()
    } catch (error) {
      if (!isLocked(error) || performance.now() > end) throw error
      // Who is asked to stop meanwhile ends as one who was asked to.
      await sleep(pauseMs, undefined, { signal }).catch(() => {})
      if (signal.aborted) return
    }
}
