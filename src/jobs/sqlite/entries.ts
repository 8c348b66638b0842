import { packDetail, unpackDetail } from '../pack.ts'
import type { EntriesPage, StoredEntry, Update } from '../queue.ts'
import type { Connection } from './connection.ts'
import { readJson, writeJson } from './read-row.ts'
import { PUT } from './statements.ts'

/** What runners report: the latest entry of each key, numbered by its latest change. */
export class EntryTable {
  readonly #connection: Connection

  constructor(connection: Connection) {
    this.#connection = connection
  }

  write(id: string, runner: string, { entries = [], facts, title }: Update): boolean {
    return this.#connection.transaction(() => {
      const [held] = this.#connection.all(
        'SELECT seq FROM work WHERE id = ? AND runner = ?',
        ...[id, runner],
      )
      if (!held) return false
      let seq = Number(held.seq)
      for (const { key, data, detail } of entries)
        this.#connection.run(PUT, id, key, ++seq, writeJson(data), packDetail(detail))
      // Work that makes progress is not what brings its process down: its tries are counted anew.
      this.#connection.run(
        'UPDATE work SET seq = ?, facts = coalesce(?, facts), title = coalesce(?, title), tries = 0 WHERE id = ?',
        ...[seq, facts === undefined ? null : writeJson(facts), title ?? null, id],
      )
      return true
    })
  }

  after(id: string, seq: number, max: number): EntriesPage {
    const found = this.#connection.all(
      'SELECT key, seq, data FROM entry WHERE work = ? AND seq > ? ORDER BY seq LIMIT ?',
      ...[id, seq, max],
    )
    return {
      seq: Number(found.at(-1)?.seq ?? seq),
      entries: found.map(({ key, data }) => ({ key: String(key), data: readJson(data) })),
    }
  }

  find(id: string, key: string): StoredEntry | undefined {
    const [found] = this.#connection.all(
      'SELECT * FROM entry WHERE work = ? AND key = ?',
      ...[id, key],
    )
    if (!found) return undefined
    return { key, data: readJson(found.data), detail: unpackDetail(found.detail) }
  }

  patch(id: string, key: string, data: unknown): boolean {
    return this.#connection.transaction(() => {
      if (this.#connection.run('UPDATE work SET seq = seq + 1 WHERE id = ?', id) === 0) return false
      const changed = this.#connection.run(
        `UPDATE entry SET data = ?, seq = (SELECT seq FROM work WHERE id = entry.work)
          WHERE work = ? AND key = ?`,
        ...[writeJson(data), id, key],
      )
      return changed > 0
    })
  }
}
