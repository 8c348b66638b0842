import { chmodSync } from 'node:fs'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { Kysely, type SqliteDatabase, SqliteDialect } from 'kysely'
import { reason, reasonOf } from '../model/reason.ts'
import { UserError } from '../words/user-error.ts'
import { appendOnly, migrations } from './migrations.ts'
import type { Tables } from './tables.ts'

/** Opens the file, or makes it; for as many processes of one machine as share it. UserError where it cannot be. */
export function openSqlite(path: string): Kysely<Tables> {
  let database: DatabaseSync | undefined
  try {
    database = new DatabaseSync(path, { timeout: 10_000 })
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON')
    // It holds what passwords were made into.
    if (process.platform !== 'win32') chmodSync(path, 0o600)
    migrate(database, path)
  } catch (error) {
    database?.close()
    if (error instanceof UserError) throw error
    const why = reason('accounts.not-opened', { where: path, cause: reasonOf(error) })
    throw new UserError(why, undefined, { cause: error })
  }
  return new Kysely({ dialect: new SqliteDialect({ database: adapt(database) }) })
}

function migrate(database: DatabaseSync, path: string): void {
  database.exec('BEGIN IMMEDIATE')
  try {
    const version = Number(database.prepare('PRAGMA user_version').get()?.user_version)
    if (version > migrations.length)
      throw new UserError(
        reason('accounts.later-version', { where: path }),
        reason('accounts.update'),
      )
    for (const { statements } of migrations.slice(version))
      for (const statement of statements) database.exec(statement)
    if (version === 0) for (const statement of appendOnly.sqlite) database.exec(statement)
    database.exec(`PRAGMA user_version = ${migrations.length}`)
    database.exec('COMMIT')
  } catch (error) {
    database.exec('ROLLBACK')
    throw error
  }
}

/** Node's own SQLite in the form that Kysely asks for. */
function adapt(database: DatabaseSync): SqliteDatabase {
  return {
    close: () => database.close(),
    prepare(sql) {
      const statement = database.prepare(sql)
      const values = (given: readonly unknown[]) => given as readonly SQLInputValue[]
      return {
        reader: statement.columns().length > 0,
        all: (given) => statement.all(...values(given)),
        run: (given) => statement.run(...values(given)),
        iterate: (given) =>
          statement.iterate(...values(given)) as unknown as IterableIterator<unknown>,
      }
    },
  }
}
