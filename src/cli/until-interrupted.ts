import { exitCodes } from './exit-codes.ts'

/** What is not put down in order by then is cut off: its lease runs out, and another runner takes it up. */
const MAX_STOP_MS = 10_000

/**
 * Waits for Ctrl-C or SIGTERM. Once: all is put down in order, for as long as `MAX_STOP_MS`. Twice: out at once, which
 * loses nothing either.
 */
export function untilInterrupted(): Promise<void> {
  return new Promise((resolve) => {
    let asked = false
    const stop = () => {
      if (asked) process.exit(exitCodes.interrupted)
      asked = true
      setTimeout(() => process.exit(exitCodes.broken), MAX_STOP_MS).unref()
      resolve()
    }
    process.on('SIGINT', stop).on('SIGTERM', stop)
  })
}
