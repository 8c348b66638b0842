import type { Database } from '../../base/postgres/database.ts'
import { addLatest } from '../latest.ts'
import { packDetail, unpackDetail } from '../pack.ts'
import type { EntriesPage, NewEntry, StoredEntry, Update } from '../queue.ts'
import { cleanText } from './read-row.ts'

/**
 * What runners report: the latest entry of each key, numbered by its latest change. A number is given while the row of
 * its work is locked, and until the commit: so a reader who saw a number has seen all that are lower.
 */
export class EntryTable {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  async write(id: string, runner: string, update: Update): Promise<boolean> {
    const entries = dropFormer(update.entries ?? [])
    const [row] = await this.#database.query<{ held: boolean }>(WRITE, [
      ...[id, runner, entries.length],
      update.facts === undefined ? null : JSON.stringify(update.facts),
      update.title === undefined ? null : cleanText(update.title),
      entries.map(({ key }) => cleanText(key)),
      entries.map(({ data }) => JSON.stringify(data)),
      entries.map(({ detail }) => toBytes(packDetail(detail))),
    ])
    return row?.held === true
  }

  async after(id: string, seq: number, max: number): Promise<EntriesPage> {
    const found = await this.#database.query<{ key: string; seq: number; data: unknown }>(
      'SELECT key, seq, data FROM songkeep.job_entry WHERE job = $1 AND seq > $2 ORDER BY seq LIMIT $3',
      [id, seq, max],
    )
    const entries = found.map(({ key, data }) => ({ key, data }))
    return { seq: found.at(-1)?.seq ?? seq, entries }
  }

  async find(id: string, key: string): Promise<StoredEntry | undefined> {
    const [found] = await this.#database.query<{ data: unknown; detail: Buffer | null }>(
      'SELECT data, detail FROM songkeep.job_entry WHERE job = $1 AND key = $2',
      [id, key],
    )
    return found && { key, data: found.data, detail: unpackDetail(ofBytes(found.detail)) }
  }

  async patch(id: string, key: string, data: unknown): Promise<boolean> {
    const values = [id, key, JSON.stringify(data)]
    return (await this.#database.run(PATCH, values)) > 0
  }
}

const WRITE = `
  WITH held AS (
    UPDATE songkeep.job SET seq = seq + $3, facts = coalesce($4, facts), title = coalesce($5, title), tries = 0
    WHERE id = $1 AND state = 'running' AND runner = $2 RETURNING seq - $3 AS seq),
  put AS (
    INSERT INTO songkeep.job_entry AS it (job, key, seq, data, detail)
    SELECT $1, new.key, held.seq + new.at, new.data::json, new.detail
    FROM held, unnest($6::text[], $7::text[], $8::bytea[]) WITH ORDINALITY AS new (key, data, detail, at)
    ON CONFLICT (job, key) DO UPDATE SET
      seq = excluded.seq, data = excluded.data, detail = coalesce(excluded.detail, it.detail))
  SELECT EXISTS (SELECT 1 FROM held) AS held`

const PATCH = `
  WITH held AS (
    UPDATE songkeep.job SET seq = seq + 1
    WHERE id = $1 AND EXISTS (SELECT 1 FROM songkeep.job_entry WHERE job = $1 AND key = $2) RETURNING seq)
  UPDATE songkeep.job_entry SET data = $3, seq = held.seq FROM held WHERE job = $1 AND key = $2`

/** Of each key the latest, in the order of the latest change. */
function dropFormer(entries: readonly NewEntry[]): readonly NewEntry[] {
  const latest = new Map<string, NewEntry>()
  for (const entry of entries) addLatest(latest, entry)
  return [...latest.values()]
}

/** Packed bytes begin with a byte with which no JSON begins. */
const PACKED = 1

function toBytes(detail: string | Uint8Array | null): Buffer | null {
  if (detail === null) return null
  return typeof detail === 'string'
    ? Buffer.from(detail)
    : Buffer.concat([Buffer.of(PACKED), detail])
}

function ofBytes(bytes: Buffer | null): string | Uint8Array<ArrayBuffer> | undefined {
  if (bytes === null) return undefined
  return bytes[0] === PACKED ? Uint8Array.from(bytes.subarray(1)) : bytes.toString()
}
