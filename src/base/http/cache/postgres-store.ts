import type { Statements } from '../../postgres/database.ts'
import { type AnswerStore, MAX_AGE_MS } from './answer-store.ts'

/** Step of the tables that workers share. Sealed with what only the asker knows: the whole request. */
export const ANSWER_TABLE = `
  CREATE TABLE songkeep.http_answers (
    id bytea PRIMARY KEY,
    stored_at timestamptz NOT NULL,
    fresh_until double precision NOT NULL,
    bytes int NOT NULL,
    said bytea NOT NULL,
    body bytea NOT NULL
  );
  CREATE INDEX http_answers_by_age ON songkeep.http_answers (stored_at);`

export interface PostgresStoreOptions {
  /** Of all answers together; 1 GiB. */
  readonly totalBytes?: number
  /** After so many answers of this process the oldest are removed. */
  readonly tidyAfter?: number
}

const MAX_BYTES = 2 ** 20
const TOTAL_BYTES = 2 ** 30
const TIDY_AFTER = 500

const PUT = `INSERT INTO songkeep.http_answers VALUES ($1, clock_timestamp(), $2, $3, $4, $5)
  ON CONFLICT (id) DO UPDATE SET (stored_at, fresh_until, bytes, said, body) =
    (EXCLUDED.stored_at, EXCLUDED.fresh_until, EXCLUDED.bytes, EXCLUDED.said, EXCLUDED.body)`
const TIDY = `DELETE FROM songkeep.http_answers WHERE id IN (
  SELECT id FROM (
    SELECT id, stored_at, sum(bytes) OVER (ORDER BY stored_at DESC, id) AS total FROM songkeep.http_answers
  ) AS counted WHERE total > $1 OR stored_at < clock_timestamp() - $2 * interval '1 ms')`

/** The answers that all workers share. */
export function openPostgresStore(
  database: Statements,
  { totalBytes = TOTAL_BYTES, tidyAfter = TIDY_AFTER }: PostgresStoreOptions = {},
): AnswerStore {
  let written = 0
  const tidy = () => database.run(TIDY, [totalBytes, MAX_AGE_MS])
  return {
    maxBytes: MAX_BYTES,
    async get(id) {
      const rows = await database
        .query<{ freshUntil: number; said: Uint8Array; body: Uint8Array }>(
          `SELECT fresh_until AS "freshUntil", said, body FROM songkeep.http_answers
          WHERE id = $1 AND stored_at > clock_timestamp() - $2 * interval '1 ms'`,
          [id, MAX_AGE_MS],
        )
        .catch(() => [])
      return rows[0]
    },
    async put(id, { freshUntil, said, body }) {
      const bytes = said.length + body.length
      try {
        await database.run(PUT, [id, freshUntil, bytes, said, body])
        if (++written % tidyAfter === 0) await tidy()
      } catch {
        // It is asked for again.
      }
    },
    async remove(id) {
      await database.run('DELETE FROM songkeep.http_answers WHERE id = $1', [id]).catch(() => {})
    },
    [Symbol.asyncDispose]: async () => {},
  }
}
