/** An answer as it lies in a store: sealed, so that a store knows neither what was asked nor what was answered. */
export interface StoredAnswer {
  /** Milliseconds since 1970. */
  readonly freshUntil: number
  readonly said: Uint8Array
  readonly body: Uint8Array
}

/**
 * Where answers are remembered: in a file of this machine's (`sqlite-store.ts`), or in the database that all workers
 * share (`postgres-store.ts`). It is a memory, not a promise: what cannot be read is not there, and what cannot be
 * written is lost. Nothing here throws.
 */
export interface AnswerStore extends AsyncDisposable {
  /** Longer ones are not kept here. */
  readonly maxBytes: number
  get(id: Uint8Array): Promise<StoredAnswer | undefined>
  put(id: Uint8Array, answer: StoredAnswer, now: number): Promise<void>
  remove(id: Uint8Array): Promise<void>
}

/** How long an answer is kept at most, whatever its host says. */
export const MAX_AGE_MS = 30 * 24 * 3600_000
