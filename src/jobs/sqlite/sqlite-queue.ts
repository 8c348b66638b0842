import { randomUUID } from 'node:crypto'
import type { NewWork, Owners, Queue, QueueFigures, Work } from '../queue.ts'
import { Claims } from './claims.ts'
import { Connection } from './connection.ts'
import { EntryTable } from './entries.ts'
import { findWork, readWork, writeJson } from './read-row.ts'
import { withProcess } from './runner.ts'
import { openDatabase } from './schema.ts'
import { Subscriptions } from './subscriptions.ts'

export interface SqliteQueueOptions {
  /** Milliseconds since 1970. */
  readonly clock?: () => number
  /** The process that runs what is taken here: work of one that has ended goes back in line at once. */
  readonly pid?: number
}

/**
 * Opens a queue in one file, for as many processes of one machine as share it. Throws UserError where the file
 * cannot be opened.
 */
export async function openSqliteQueue(
  path: string,
  { clock = Date.now, pid = process.pid }: SqliteQueueOptions = {},
): Promise<Queue> {
  const connection = new Connection(openDatabase(path))
  const claims = new Claims(connection, clock)
  const entries = new EntryTable(connection)
  const subscriptions = new Subscriptions(() => connection.version)
  const nameOf = (runner: string) => withProcess(runner, pid)
  /** Tells this process's own listeners at once. */
  const changed = <Result>(result: Result): Result => {
    subscriptions.look()
    return result
  }
  return {
    async add(work) {
      return changed(
        insert(connection, work, { state: 'queued', attached: 0, created: claims.now() }),
      )
    },
    async adopt(work, runner) {
      const now = claims.now()
      const lease = { runner: nameOf(runner), lease: claims.leaseEnd() }
      const state = { state: 'running', attached: 1, created: now, started: now }
      return changed(insert(connection, work, { ...state, ...lease }))
    },
    async list(whose) {
      claims.reclaim()
      return listWork(connection, whose)
    },
    count: async () => countWork(connection),
    find: async (id) => findWork(connection, id),
    take: async (runner) => claims.take(nameOf(runner)),
    async takeMany(runner, max) {
      const taken: Work[] = []
      while (taken.length < max) {
        const work = claims.take(nameOf(runner))
        if (!work) break
        taken.push(work)
      }
      return taken
    },
    claim: async (id, runner) => changed(claims.claim(id, nameOf(runner))),
    heartbeat: async (id, runner) => claims.heartbeat(id, nameOf(runner)),
    write: async (id, runner, update) => entries.write(id, nameOf(runner), update),
    end: async (id, runner, ...how) => claims.end(id, nameOf(runner), ...how),
    signal: async (id, signal) => changed(claims.signal(id, signal)),
    resume: async (id) => changed(claims.resume(id)),
    forget: async (id) => changed(forget(connection, id)),
    tidy: async (keep, whose) => tidy(connection, keep, whose),
    entriesAfter: async (id, seq, max) => entries.after(id, seq, max),
    findEntry: async (id, key) => entries.find(id, key),
    patch: async (id, key, data) => changed(entries.patch(id, key, data)),
    subscribe: async (listener) => subscriptions.add(listener),
    async [Symbol.asyncDispose]() {
      subscriptions[Symbol.dispose]()
      connection.close()
    },
  }
}

function insert(
  connection: Connection,
  { payload, title, owner, exclusiveKey }: NewWork,
  more: Record<string, string | number>,
): Work {
  const id = randomUUID()
  const order = writeJson(payload)
  const row = { id, order, title, owner, place: exclusiveKey ?? null, ...more }
  const columns = Object.keys(row).map((name) => `"${name}"`)
  connection.run(
    `INSERT INTO work (${columns}) VALUES (${columns.map(() => '?')})`,
    ...Object.values(row),
  )
  const work = findWork(connection, id)
  if (!work) throw new Error('Work is gone as soon as it was added.')
  return work
}

function countWork(connection: Connection): QueueFigures {
  const rows = connection.all('SELECT state, count(*) AS works FROM work GROUP BY state')
  const states = Object.fromEntries(rows.map(({ state, works }) => [String(state), Number(works)]))
  const [first] = connection.all(`SELECT min(created) AS since FROM work WHERE state = 'queued'`)
  return { states, waitingSince: (first?.since as string | null) ?? undefined }
}

const forget = (connection: Connection, id: string): boolean =>
  connection.run(`DELETE FROM work WHERE id = ? AND state NOT IN ('queued', 'running')`, id) > 0

function listWork(connection: Connection, whose?: Owners): readonly Work[] {
  const { sql, values } = whoseWork(whose)
  return connection
    .all(`SELECT * FROM work WHERE ${sql} ORDER BY rowid DESC`, ...values)
    .map(readWork)
}

function tidy(connection: Connection, keep: number, whose?: Owners): void {
  const { sql, values } = whoseWork(whose)
  const ended = `SELECT id FROM work WHERE state IN ('done', 'failed', 'cancelled') AND ${sql}`
  connection.run(
    `DELETE FROM work WHERE id IN (${ended} ORDER BY rowid DESC LIMIT -1 OFFSET ?)`,
    ...values,
    keep,
  )
}

function whoseWork(whose?: Owners): { readonly sql: string; readonly values: readonly string[] } {
  if (!whose) return { sql: 'true', values: [] }
  if ('owner' in whose) return { sql: 'owner = ?', values: [whose.owner] }
  const { notBeginning } = whose
  return { sql: 'substr(owner, 1, length(?)) <> ?', values: [notBeginning, notBeginning] }
}
