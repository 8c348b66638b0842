import { type BigIntStats, lstat, lstatSync } from 'node:fs'
import { codeOf } from '../../base/file.ts'

/** An answer that takes longer, in milliseconds, did not come from memory. */
const SLOW_MS = 1
/** So many slow answers, and one in so many, show a disk or a network that others should not have to wait for. */
const MIN_SLOW = 20
const SLOW_SHARE = 20

/**
 * Asks what lies under names, links not followed. Where the system knows it already, it is asked without leaving this
 * thread: a call to another one takes twenty times as long. Where answers turn out to be slow, others go on meanwhile.
 */
export class QuickStats {
  #asked = 0
  #slow = 0

  /** Undefined where nothing has the name. */
  async look(path: string): Promise<BigIntStats | undefined> {
    if (this.#slow > MIN_SLOW && this.#slow * SLOW_SHARE > this.#asked)
      return await lookElsewhere(path)
    this.#asked++
    const start = performance.now()
    const found = lookNow(path)
    if (performance.now() - start > SLOW_MS) this.#slow++
    return found
  }
}

function lookNow(path: string): BigIntStats | undefined {
  try {
    return lstatSync(path, { bigint: true, throwIfNoEntry: false })
  } catch (error) {
    return nothingThere(error)
  }
}

const lookElsewhere = (path: string) =>
  new Promise<BigIntStats | undefined>((resolve, reject) => {
    lstat(path, { bigint: true }, (error, stats) => {
      if (!error) return resolve(stats)
      try {
        resolve(nothingThere(error))
      } catch (other) {
        reject(other)
      }
    })
  })

function nothingThere(error: unknown): undefined {
  if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return undefined
  throw error
}
