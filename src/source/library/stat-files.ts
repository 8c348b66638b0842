import { type BigIntStats, lstat, lstatSync } from 'node:fs'

/** Takes what is known of a file, or why nothing is. */
type TakeStats = (path: string, found: BigIntStats | Error) => void

/** An answer that takes longer, in milliseconds, did not come from memory. */
const SLOW_MS = 1
/** So many slow answers show a disk or a network that is worth asking for many files at once. */
const MAX_SLOW = 20

/**
 * Asks for size and time of files. Where the system knows them already it is asked for one after the other, without
 * leaving this thread: a hundred thousand calls to another one take longer than all that they ask for. Where answers
 * turn out to be slow nobody waits for each of them.
 */
export class FileStats {
  #patience = MAX_SLOW

  async take(paths: readonly string[], take: TakeStats): Promise<void> {
    let at = 0
    for (let path = paths[at]; path !== undefined && this.#patience > 0; path = paths[++at]) {
      const start = performance.now()
      take(path, statNow(path))
      if (performance.now() - start > SLOW_MS) this.#patience--
    }
    await statTogether(paths.slice(at), take)
  }
}

function statNow(path: string): BigIntStats | Error {
  try {
    return lstatSync(path, { bigint: true })
  } catch (error) {
    return error as Error
  }
}

/** By callbacks: promises take twice the time. */
function statTogether(paths: readonly string[], take: TakeStats): Promise<void> {
  return new Promise((resolve) => {
    let left = paths.length
    if (left === 0) resolve()
    for (const path of paths)
      lstat(path, { bigint: true }, (error, stats) => {
        take(path, error ?? stats)
        if (--left === 0) resolve()
      })
  })
}
