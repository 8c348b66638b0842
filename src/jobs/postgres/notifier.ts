import type { Database } from '../../base/postgres/database.ts'

/** Anything has changed. */
export const CHANGES = 'songkeep_jobs'
/** There may be work to take. */
export const WORK = 'songkeep_work'

/** After one notice, the next is sent so much later, for all that has changed meanwhile. */
const PAUSE_MS = 50
const FAULT_PAUSE_MS = 500

/**
 * Tells other processes that something has changed. Not within the transactions that change it: those that notify are
 * committed one after the other, each waiting for the disk.
 */
export class Notifier implements AsyncDisposable {
  readonly #database: Database
  readonly #due = new Set<string>()
  #sending: Promise<void> | undefined
  #isClosing = false

  constructor(database: Database) {
    this.#database = database
  }

  changed(): void {
    this.#due.add(CHANGES)
    this.#sending ??= this.#send()
  }

  mayTake(): void {
    this.#due.add(WORK)
    this.changed()
  }

  /** Sends what is left to tell: the program may end at once. */
  async [Symbol.asyncDispose]() {
    this.#isClosing = true
    await this.#sending
  }

  async #send() {
    while (this.#due.size > 0) {
      const channels = [...this.#due]
      this.#due.clear()
      const isSent = await this.#database
        .run('SELECT pg_notify(name, $2) FROM unnest($1::text[]) AS name', [channels, ''])
        .then(
          () => true,
          () => false,
        )
      // Whoever listens is told after the database was away, so a few tries are enough.
      if (!isSent && !this.#isClosing) for (const channel of channels) this.#due.add(channel)
      if (!this.#isClosing) await pause(isSent ? PAUSE_MS : FAULT_PAUSE_MS)
    }
    this.#sending = undefined
  }
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
