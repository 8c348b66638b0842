import { UserError } from '../words/user-error.ts'
import { Lease } from './lease.ts'
import type { Queue, WorkFault } from './queue.ts'
import { nameRunner } from './sqlite/runner.ts'

export interface WorkerOptions {
  /** How many run at once. */
  readonly width: number
  /** Does one piece of work, until its end or until `hold.signal` is aborted. */
  readonly run: (hold: Lease) => Promise<void>
  /** Told when the queue itself cannot be read or written: nothing is lost, and it is tried again. */
  readonly onFault: (error: unknown) => void
}

export interface Workers extends AsyncDisposable {
  /** There may be something to do: looked for at once, not only at the next turn. */
  wake(): void
}

/** Work put in line by another process is found so late at most. */
const LOOK_MS = 1_000

/**
 * Does what is in line, in this process. Closed, it stops what is under way and puts it back in line:
 * the next one goes on from there.
 */
export function startWorkers(queue: Queue, { width, run, onFault }: WorkerOptions): Workers {
  const runner = nameRunner()
  const underway = new Map<Lease, Promise<void>>()
  const leaving = new AbortController()

  const work = async (hold: Lease) => {
    const leave = () => hold.leave()
    leaving.signal.addEventListener('abort', leave)
    const fault = await run(hold).then(
      () => undefined,
      (error: unknown) => ({ error }),
    )
    leaving.signal.removeEventListener('abort', leave)
    underway.delete(hold)
    try {
      finish(hold, fault)
    } catch (error) {
      // Its lease runs out, and somebody takes it up again.
      hold[Symbol.dispose]()
      onFault(error)
    }
    look()
  }
  const look = () => {
    try {
      while (!leaving.signal.aborted && underway.size < width) {
        const next = queue.take(runner)
        if (!next) return
        const hold = new Lease(queue, next, runner)
        underway.set(hold, work(hold))
      }
    } catch (error) {
      onFault(error)
    }
  }
  const looking = setInterval(look, LOOK_MS)
  look()
  return {
    wake: () => setImmediate(look),
    async [Symbol.asyncDispose]() {
      clearInterval(looking)
      leaving.abort()
      await Promise.all(underway.values())
    },
  }
}

/** How work ended: by itself, because it was asked to, or by a fault. */
export function finish(hold: Lease, fault?: { readonly error: unknown }): void {
  const { stopReason } = hold
  if (stopReason === 'lost') hold[Symbol.dispose]()
  else if (stopReason === 'leave') hold.end('queued')
  else if (stopReason === 'pause') hold.end('paused')
  else if (stopReason === 'cancel') hold.end('cancelled')
  else if (fault === undefined) hold.end('done')
  else hold.end('failed', explain(fault.error))
}

function explain(error: unknown): WorkFault {
  if (error instanceof UserError) return { message: error.message, hint: error.hint }
  const text = error instanceof Error ? error.message : String(error)
  return {
    message: `Something broke that should not have: ${text}`,
    hint: 'What was kept is safe. Resume to go on from there.',
  }
}
