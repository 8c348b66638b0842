import { type AnswerStore, MAX_AGE_MS, type StoredAnswer } from './answer-store.ts'
import { openCacheFile } from './cache-file.ts'

/** `:memory:` remembers for the run alone. */
export function openSqliteStore(file: string, now: number): AnswerStore {
  const database = openCacheFile(file)
  database.prepare('DELETE FROM answer WHERE stored_at < ?').run(now - MAX_AGE_MS)
  return {
    maxBytes: Number.POSITIVE_INFINITY,
    async get(id) {
      const row = database
        .prepare('SELECT fresh_until, said, body FROM answer WHERE id = ?')
        .get(id)
      if (!row) return undefined
      const [said, body] = [row.said as Uint8Array, row.body as Uint8Array]
      return { freshUntil: Number(row.fresh_until), said, body }
    },
    async put(id, { freshUntil, said, body }: StoredAnswer, at) {
      try {
        database
          .prepare('INSERT OR REPLACE INTO answer VALUES (?, ?, ?, ?, ?)')
          .run(id, at, freshUntil, said, body)
      } catch {
        // A full disk or a busy file: an answer that cannot be remembered is an answer all the same.
      }
    },
    async remove(id) {
      if (database.isOpen) database.prepare('DELETE FROM answer WHERE id = ?').run(id)
    },
    async [Symbol.asyncDispose]() {
      if (database.isOpen) database.close()
    },
  }
}
