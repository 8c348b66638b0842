import type { DatabaseSync, SQLOutputValue, StatementSync } from 'node:sqlite'

export type Fields = Record<string, SQLOutputValue>
export type Value = string | number | Uint8Array | null

/** One connection to the file: its prepared statements, its transactions, and a number that tells of changes. */
export class Connection {
  readonly #database: DatabaseSync
  readonly #statements = new Map<string, StatementSync>()
  #ownChanges = 0

  constructor(database: DatabaseSync) {
    this.#database = database
  }

  /** Another number than before when anything has changed, here or in another process. */
  get version(): number {
    // SQLite's own number tells of other connections alone.
    return Number(this.all('PRAGMA data_version')[0]?.data_version) + this.#ownChanges
  }

  all(sql: string, ...values: Value[]): Fields[] {
    return this.#prepare(sql).all(...values)
  }

  /** Returns how many rows it has changed. */
  run(sql: string, ...values: Value[]): number {
    const changes = Number(this.#prepare(sql).run(...values).changes)
    this.#ownChanges += changes
    return changes
  }

  transaction<Result>(act: () => Result): Result {
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

  close(): void {
    this.#database.close()
  }

  #prepare(sql: string) {
    const known = this.#statements.get(sql) ?? this.#database.prepare(sql)
    this.#statements.set(sql, known)
    return known
  }
}
