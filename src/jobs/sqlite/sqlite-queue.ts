import { randomUUID } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import type {
  EndState,
  EntriesPage,
  NewWork,
  Queue,
  Signal,
  StoredEntry,
  Update,
  Work,
  WorkFault,
} from '../queue.ts'
import { packDetail, unpackDetail } from './pack.ts'
import { type Fields, readJson, readWork, writeJson } from './read-row.ts'
import { isAlive } from './runner.ts'
import { openDatabase } from './schema.ts'
import { GIVEN_UP, MOST_TRIES, NEXT, PUT, RECLAIM } from './statements.ts'

/** A runner that has said nothing for so long is gone: a laptop may sleep, and goes on if nobody took over. */
const LEASE_MS = 30_000

/** A queue in one file, for as many processes of this machine as like to share it. */
export function openQueue(path: string, clock: () => number = Date.now): Queue {
  return new SqliteQueue(openDatabase(path), clock)
}

type Value = string | number | Uint8Array | null

class SqliteQueue implements Queue {
  readonly #database: DatabaseSync
  readonly #clock: () => number
  readonly #statements = new Map<string, ReturnType<DatabaseSync['prepare']>>()
  #ownChanges = 0

  constructor(database: DatabaseSync, clock: () => number) {
    this.#database = database
    this.#clock = clock
  }

  add(work: NewWork): Work {
    return this.#insert(work, { state: 'queued', attached: 0 })
  }

  adopt(work: NewWork, runner: string): Work {
    const now = { started: this.#now(), runner, lease: this.#clock() + LEASE_MS }
    return this.#insert(work, { state: 'running', attached: 1, ...now })
  }

  list(): readonly Work[] {
    this.#reclaim()
    return this.#all('SELECT * FROM work ORDER BY rowid DESC').map(readWork)
  }

  find(id: string): Work | undefined {
    const found = this.#all('SELECT * FROM work WHERE id = ?', id)[0]
    return found && readWork(found)
  }

  take(runner: string): Work | undefined {
    this.#reclaim()
    return this.#together(() => {
      const [next] = this.#all(NEXT)
      if (!next) return undefined
      this.#run(
        `UPDATE work SET state = 'running', runner = ?, lease = ?, tries = tries + 1,
          started = coalesce(started, ?), ended = NULL, fault = NULL WHERE id = ?`,
        ...[runner, this.#clock() + LEASE_MS, this.#now(), String(next.id)],
      )
      return this.find(String(next.id))
    })
  }

  heartbeat(id: string, runner: string): Signal | 'lost' | undefined {
    const [held] = this.#all('SELECT asked FROM work WHERE id = ? AND runner = ?', id, runner)
    if (!held) return 'lost'
    this.#run('UPDATE work SET lease = ? WHERE id = ?', this.#clock() + LEASE_MS, id)
    return (held.asked as Signal | null) ?? undefined
  }

  write(id: string, runner: string, { entries = [], facts, title }: Update): boolean {
    return this.#together(() => {
      const [held] = this.#all('SELECT seq FROM work WHERE id = ? AND runner = ?', id, runner)
      if (!held) return false
      let seq = Number(held.seq)
      for (const { key, data, detail } of entries)
        this.#run(PUT, id, key, ++seq, writeJson(data), packDetail(detail))
      // Who gets on is not the one that takes the machine down.
      this.#run(
        'UPDATE work SET seq = ?, facts = coalesce(?, facts), title = coalesce(?, title), tries = 0 WHERE id = ?',
        ...[seq, facts === undefined ? null : writeJson(facts), title ?? null, id],
      )
      return true
    })
  }

  end(id: string, runner: string, state: EndState | 'queued', fault?: WorkFault): boolean {
    return (
      this.#run(
        `UPDATE work SET state = ?, ended = ?, fault = ?, runner = NULL, lease = NULL, asked = NULL
          WHERE id = ? AND runner = ?`,
        ...[
          state,
          state === 'queued' ? null : this.#now(),
          fault ? writeJson(fault) : null,
          id,
          runner,
        ],
      ) > 0
    )
  }

  signal(id: string, asked: Signal): Work | undefined {
    this.#reclaim()
    return this.#together(() => {
      const state = asked === 'pause' ? 'paused' : 'cancelled'
      // What has been paused can still be cancelled.
      this.#run(
        `UPDATE work SET state = ?, ended = ? WHERE id = ? AND state IN ('queued', 'interrupted', 'paused')`,
        ...[state, this.#now(), id],
      )
      this.#run(`UPDATE work SET asked = ? WHERE id = ? AND state = 'running'`, asked, id)
      return this.find(id)
    })
  }

  resume(id: string): Work | undefined {
    return this.#together(() => {
      this.#run(
        `UPDATE work SET state = 'queued', attached = 0, asked = NULL, fault = NULL, ended = NULL, tries = 0
          WHERE id = ? AND state IN ('paused', 'interrupted', 'failed', 'cancelled')`,
        id,
      )
      // Asked to pause, and not paused yet: it is not to pause after all.
      this.#run(`UPDATE work SET asked = NULL WHERE id = ? AND asked = 'pause'`, id)
      return this.find(id)
    })
  }

  forget(id: string): boolean {
    return this.#run(`DELETE FROM work WHERE id = ? AND state NOT IN ('queued', 'running')`, id) > 0
  }

  tidy(most: number): void {
    this.#run(
      `DELETE FROM work WHERE id IN (SELECT id FROM work
        WHERE state IN ('done', 'failed', 'cancelled') ORDER BY rowid DESC LIMIT -1 OFFSET ?)`,
      most,
    )
  }

  entriesAfter(id: string, seq: number, most: number): EntriesPage {
    const found = this.#all(
      'SELECT key, seq, data FROM entry WHERE work = ? AND seq > ? ORDER BY seq LIMIT ?',
      ...[id, seq, most],
    )
    return {
      seq: Number(found.at(-1)?.seq ?? seq),
      entries: found.map(({ key, data }) => ({ key: String(key), data: readJson(data) })),
    }
  }

  findEntry(id: string, key: string): StoredEntry | undefined {
    const [found] = this.#all('SELECT * FROM entry WHERE work = ? AND key = ?', id, key)
    if (!found) return undefined
    const detail = unpackDetail(found.detail)
    return { key, data: readJson(found.data), detail }
  }

  patch(id: string, key: string, data: unknown): boolean {
    return this.#together(() => {
      if (this.#run('UPDATE work SET seq = seq + 1 WHERE id = ?', id) === 0) return false
      return (
        this.#run(
          `UPDATE entry SET data = ?, seq = (SELECT seq FROM work WHERE id = entry.work)
            WHERE work = ? AND key = ?`,
          ...[writeJson(data), id, key],
        ) > 0
      )
    })
  }

  version(): number {
    // SQLite's own number tells of other connections alone.
    return Number(this.#all('PRAGMA data_version')[0]?.data_version) + this.#ownChanges
  }

  [Symbol.dispose]() {
    this.#database.close()
  }

  #insert({ order, title, owner, place }: NewWork, more: Record<string, string | number>): Work {
    const id = randomUUID()
    const row = { id, order: writeJson(order), title, owner, place: place ?? null, ...more }
    const columns = Object.keys(row).map((name) => `"${name}"`)
    this.#run(
      `INSERT INTO work (${columns}, created) VALUES (${columns.map(() => '?')}, ?)`,
      ...Object.values(row),
      this.#now(),
    )
    const work = this.find(id)
    if (!work) throw new Error('Work is gone as soon as it was added.')
    return work
  }

  /** What runs with nobody there to run it. */
  #reclaim() {
    const held = this.#all(`SELECT id, runner, lease FROM work WHERE state = 'running'`)
    for (const { id, runner, lease } of held) {
      if (Number(lease) > this.#clock() && isAlive(String(runner))) continue
      this.#run(RECLAIM, MOST_TRIES, MOST_TRIES, GIVEN_UP, this.#now(), String(id), String(runner))
    }
  }

  #now = () => new Date(this.#clock()).toISOString()

  #together<Result>(act: () => Result): Result {
    this.#database.exec('BEGIN IMMEDIATE')
    try {
      const result = act()
      this.#database.exec('COMMIT')
      return result
    } catch (error) {
      this.#database.exec('ROLLBACK')
      throw error
    }
  }

  #all(sql: string, ...values: Value[]): Fields[] {
    return this.#prepare(sql).all(...values)
  }

  #run(sql: string, ...values: Value[]): number {
    const changes = Number(this.#prepare(sql).run(...values).changes)
    this.#ownChanges += changes
    return changes
  }

  #prepare(sql: string) {
    const known = this.#statements.get(sql) ?? this.#database.prepare(sql)
    this.#statements.set(sql, known)
    return known
  }
}
