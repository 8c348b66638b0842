import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import { type Database, type DatabaseOptions, openDatabase, type Statements } from './database.ts'

/**
 * Tables of one room and how they came to be. The steps are numbered from 1 by their place: one that was published is
 * never changed, only followed by another.
 */
export interface MigrationSet {
  /** `jobs`, `accounts`: a name that no other set has. */
  readonly name: string
  readonly steps: readonly MigrationStep[]
}

export interface MigrationStep {
  /** Any number of statements, which name the schema `songkeep`. */
  readonly sql: string
  /**
   * True where a program that does not know this step can no longer work with the tables. Others only add, so that old
   * and new programs run beside one another while they are replaced.
   */
  readonly breaks?: boolean
}

/** A set of which the database has later steps than this program knows. */
export interface AheadSet {
  readonly name: string
  readonly known: number
  readonly found: number
}

/** Any number that no other program takes: 'song'. */
const LOCK = 0x736f6e67

/**
 * Brings the tables of these sets up to date, one program at a time. Returns the sets of which the database is ahead,
 * which a program should say. UserError where it is too far ahead to be used.
 */
export async function migrate(
  database: Database,
  sets: readonly MigrationSet[],
): Promise<readonly AheadSet[]> {
  const found = await database.repeat(() => readNumbers(database))
  if (sets.some((set) => (found.get(set.name) ?? 0) < set.steps.length))
    // A step that was done is recorded with it, so all of this is safe to do again.
    await database.repeat(() =>
      database.transaction((statements) => advanceAll(statements, sets), { isLong: true }),
    )
  return await database.repeat(() => findAhead(database, sets))
}

/** Opens a database with the tables of these sets, up to date. UserError where that cannot be. */
export async function openMigrated(
  url: string,
  sets: readonly MigrationSet[],
  options?: DatabaseOptions,
): Promise<{ readonly database: Database; readonly ahead: readonly AheadSet[] }> {
  const database = await openDatabase(url, options)
  try {
    return { database, ahead: await migrate(database, sets) }
  } catch (error) {
    await database[Symbol.asyncDispose]()
    throw error
  }
}

async function advanceAll(statements: Statements, sets: readonly MigrationSet[]) {
  await prepare(statements)
  const current = await readNumbers(statements)
  for (const set of sets) await advance(statements, set, current.get(set.name) ?? 0)
}

async function prepare(statements: Statements) {
  await statements.run('SELECT pg_advisory_xact_lock($1)', [LOCK])
  await statements.run('CREATE SCHEMA IF NOT EXISTS songkeep')
  await statements.run(`CREATE TABLE IF NOT EXISTS songkeep.migrations (
    set text NOT NULL,
    number integer NOT NULL,
    breaks boolean NOT NULL,
    done_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (set, number))`)
}

async function advance(statements: Statements, { name, steps }: MigrationSet, from: number) {
  for (const [index, { sql, breaks = false }] of steps.entries()) {
    if (index < from) continue
    await statements.run(sql)
    await statements.run(
      'INSERT INTO songkeep.migrations (set, number, breaks) VALUES ($1, $2, $3)',
      [name, index + 1, breaks],
    )
  }
}

/** The latest step of each set. */
async function readNumbers(statements: Statements): Promise<ReadonlyMap<string, number>> {
  const [table] = await statements.query(`SELECT to_regclass('songkeep.migrations') AS name`)
  if (!table?.name) return new Map()
  const rows = await statements.query<{ set: string; number: number }>(
    'SELECT set, max(number) AS number FROM songkeep.migrations GROUP BY set',
  )
  return new Map(rows.map(({ set, number }) => [set, number]))
}

async function findAhead(database: Database, sets: readonly MigrationSet[]) {
  const ahead: AheadSet[] = []
  for (const { name, steps } of sets) {
    const known = steps.length
    const later = await database.query<{ number: number; breaks: boolean }>(
      'SELECT number, breaks FROM songkeep.migrations WHERE set = $1 AND number > $2 ORDER BY number',
      [name, known],
    )
    const found = later.at(-1)?.number
    if (found === undefined) continue
    if (later.some(({ breaks }) => breaks))
      throw new UserError(
        reason('database.too-new', { set: name, known, found, database: database.name }),
        reason('jobs.update'),
      )
    ahead.push({ name, known, found })
  }
  return ahead
}
