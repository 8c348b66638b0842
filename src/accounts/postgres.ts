import { Kysely, PostgresDialect } from 'kysely'
import type { DatabaseOptions } from '../base/postgres/database.ts'
import { type MigrationSet, openMigrated } from '../base/postgres/migrate.ts'
import { appendOnly, migrations } from './migrations.ts'
import type { Tables } from './tables.ts'

/** The same steps as in a file, in the schema `songkeep`. */
const accountMigrations: MigrationSet = {
  name: 'accounts',
  steps: migrations.map(({ statements }, at) => ({
    sql: [
      'SET LOCAL search_path TO songkeep',
      ...statements,
      ...(at === 0 ? appendOnly.postgres : []),
    ].join(';\n'),
  })),
}

/** Opens the tables, or makes them, for all machines that share the database. UserError where that cannot be. */
export async function openPostgres(
  url: string,
  options?: DatabaseOptions,
): Promise<{
  readonly db: Kysely<Tables>
  readonly close: () => Promise<void>
}> {
  const { database } = await openMigrated(url, [accountMigrations], options)
  const dialect = new PostgresDialect({ pool: database.pool })
  const db = new Kysely<Tables>({ dialect }).withSchema('songkeep')
  // The pool ends with the database.
  return { db, close: async () => await database[Symbol.asyncDispose]() }
}
