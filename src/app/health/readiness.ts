import { randomUUID } from 'node:crypto'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Queue } from '../../jobs/queue.ts'

/** Why no work can be taken. Nothing else is told of it: whoever asks has not said who they are. */
export type NotReady = 'stopping' | 'data-folder' | 'queue' | 'database'

export interface ReadinessParts {
  readonly dataDir: string
  readonly queue: Pick<Queue, 'count'>
  /** Whether the queue lies in a database of its own. */
  readonly hasDatabase: boolean
}

/** What takes longer does not answer. */
const PATIENCE_MS = 2_000
/** Whoever asks again sooner gets the same answer: asking costs a write, and anybody may ask. */
const KEEP_MS = 1_000

/** Whether this process can take work. */
export class Readiness {
  readonly #parts: ReadinessParts
  #isStopping = false
  #last: { readonly at: number; readonly answer: Promise<readonly NotReady[]> } | undefined

  constructor(parts: ReadinessParts) {
    this.#parts = parts
  }

  /** From now on it is not ready, whatever else is. */
  stop(): void {
    this.#isStopping = true
  }

  /** Empty where it is ready. */
  async check(): Promise<readonly NotReady[]> {
    if (this.#isStopping) return ['stopping']
    const now = performance.now()
    if (!this.#last || now - this.#last.at > KEEP_MS) this.#last = { at: now, answer: this.#look() }
    return await this.#last.answer
  }

  async #look(): Promise<readonly NotReady[]> {
    const { dataDir, queue, hasDatabase } = this.#parts
    const [folder, answers] = await Promise.all([
      succeeds(tryToWrite(dataDir)),
      succeeds(queue.count()),
    ])
    return [
      ...(folder ? [] : ['data-folder' as const]),
      ...(answers ? [] : [hasDatabase ? ('database' as const) : ('queue' as const)]),
    ]
  }
}

/** What is asked of a folder's rights alone does not know of a full disk, nor of one that is read-only. */
async function tryToWrite(folder: string): Promise<void> {
  const path = join(folder, `.ready-${randomUUID()}`)
  try {
    await writeFile(path, 'ready\n', { flag: 'wx' })
  } finally {
    await rm(path, { force: true })
  }
}

async function succeeds(work: Promise<unknown>): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const timer = setTimeout(() => resolve(false), PATIENCE_MS)
  work.then(
    () => resolve(true),
    () => resolve(false),
  )
  return await promise.finally(() => clearTimeout(timer))
}
