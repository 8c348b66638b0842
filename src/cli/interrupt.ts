import type { Words } from '../words/words.ts'
import { exitCodes } from './exit-codes.ts'

export interface Interruption {
  readonly signal: AbortSignal
  readonly stopped: () => boolean
  /** Leaves Ctrl-C to the system again. */
  readonly done: () => void
}

/**
 * Ctrl-C once: no new track is begun, what runs is dropped, the report is written. Twice: out at once
 * (which loses nothing either: unfinished files never bear a final name).
 */
export function stopOnInterrupt(words: Words): Interruption {
  const controller = new AbortController()
  const stop = () => {
    if (controller.signal.aborted) process.exit(exitCodes.interrupted)
    process.stderr.write(`\n${words.terminal.stopping}\n`)
    controller.abort()
  }
  process.on('SIGINT', stop).on('SIGTERM', stop)
  return {
    signal: controller.signal,
    stopped: () => controller.signal.aborted,
    done: () => void process.off('SIGINT', stop).off('SIGTERM', stop),
  }
}
