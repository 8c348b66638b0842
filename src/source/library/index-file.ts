import { mkdirSync, rmSync } from 'node:fs'
import { dirname, sep } from 'node:path'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { codeOf } from '../../base/file.ts'
import { isReason, type Reason } from '../../model/reason.ts'
import type { FileReading } from './read-file.ts'
import type { FoundFile } from './walk-folder.ts'

/** Raise it when what is read from a file changes: older indexes are then made anew. */
/** Raised where the same file is read otherwise than before. */
const schemaVersion = 2

const schema = `
  DROP TABLE IF EXISTS file;
  CREATE TABLE file (
    path TEXT PRIMARY KEY,
    -- Size in bytes and time of change in nanoseconds: the same as before, the same content.
    stamp TEXT NOT NULL,
    reading TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  PRAGMA user_version = ${schemaVersion};
`

/** What can be remembered of a file; what failed by chance is not. */
type Lasting =
  | { readonly kind: 'read' }
  | { readonly kind: 'unreadable'; readonly reason: Reason; readonly lasting: boolean }

/**
 * What is remembered of the user's files from run to run. It can be made again from the files, so
 * nothing that is wrong with it is an error: damaged or from another version, it starts empty; where
 * it cannot be written, this run's memory serves. Two processes may use it at once.
 */
export class IndexFile<Reading extends Lasting = FileReading> implements Disposable {
  readonly #isReading: (value: unknown) => boolean
  readonly #database: DatabaseSync
  readonly #find: StatementSync
  readonly #remember: StatementSync
  readonly #forget: StatementSync

  /** `isReading`: a bit may have fallen over without the database noticing. */
  constructor(path: string, isReading: (value: unknown) => boolean = isFileReading) {
    this.#isReading = isReading
    this.#database = openDatabase(path)
    this.#find = this.#database.prepare('SELECT stamp, reading FROM file WHERE path = ?')
    this.#remember = this.#database.prepare(
      'INSERT OR REPLACE INTO file (path, stamp, reading) VALUES (?, ?, ?)',
    )
    this.#forget = this.#database.prepare('DELETE FROM file WHERE path = ?')
  }

  /** What was read from this file, if it has not changed since. */
  find(file: FoundFile): Reading | undefined {
    try {
      const row = this.#find.get(file.path)
      if (row?.stamp !== stampOf(file)) return undefined
      const reading = JSON.parse(String(row.reading))
      return this.#isReading(reading) ? reading : undefined
    } catch {
      return undefined
    }
  }

  /** What may be read another time is left out. */
  remember(readings: Iterable<{ readonly file: FoundFile; readonly reading: Reading }>): void {
    this.#write(() => {
      for (const { file, reading } of readings)
        if (reading.kind === 'read' || reading.lasting)
          this.#remember.run(file.path, stampOf(file), JSON.stringify(reading))
    })
  }

  /** Drops the files below a folder that are not `there`, but for those below what could not be looked into. */
  prune(folder: string, there: { has(path: string): boolean }, hidden: readonly string[]): void {
    const isHidden = (path: string) => hidden.some((above) => path.startsWith(above + sep))
    this.#write(() => {
      const below = folder.endsWith(sep) ? folder : folder + sep
      const last = below.slice(0, -1) + String.fromCharCode(below.charCodeAt(below.length - 1) + 1)
      const rows = this.#database
        .prepare('SELECT path FROM file WHERE path >= ? AND path < ?')
        .all(below, last)
      for (const path of rows.map((row) => String(row.path)))
        if (!there.has(path) && !isHidden(path)) this.#forget.run(path)
    })
  }

  [Symbol.dispose](): void {
    this.#database.close()
  }

  #write(work: () => void): void {
    try {
      this.#database.exec('BEGIN IMMEDIATE')
      work()
      this.#database.exec('COMMIT')
    } catch (error) {
      if (!isDatabaseError(error)) throw error
      // A full disk, or another process that holds it for long: these are read again next time.
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK')
    }
  }
}

function isFileReading(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return false
  if (value.kind === 'unreadable') return 'reason' in value && isReason(value.reason)
  const facts = value.kind === 'read' && 'facts' in value ? value.facts : undefined
  return (
    typeof facts === 'object' &&
    facts !== null &&
    'artists' in facts &&
    Array.isArray(facts.artists) &&
    (!('title' in facts) || typeof facts.title === 'string')
  )
}

const stampOf = ({ size, mtimeNs }: FoundFile) => `${size}:${mtimeNs}`

function openDatabase(path: string): DatabaseSync {
  try {
    mkdirSync(dirname(path), { recursive: true })
    return openWhole(path)
  } catch {
    try {
      for (const ending of ['', '-wal', '-shm']) rmSync(path + ending, { force: true })
      return openWhole(path)
    } catch {
      return openWhole(':memory:')
    }
  }
}

function openWhole(path: string): DatabaseSync {
  const database = new DatabaseSync(path, { timeout: 10_000 })
  try {
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL')
    const check = database.prepare('PRAGMA quick_check(1)').get()
    if (check?.quick_check !== 'ok') throw new Error('damaged')
    if (readVersion(database) !== schemaVersion) createSchema(database)
    database.prepare('SELECT path, stamp, reading FROM file')
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/** Asked again under the lock: another process may have been first. */
function createSchema(database: DatabaseSync): void {
  database.exec('BEGIN IMMEDIATE')
  if (readVersion(database) !== schemaVersion) database.exec(schema)
  database.exec('COMMIT')
}

const readVersion = (database: DatabaseSync) =>
  database.prepare('PRAGMA user_version').get()?.user_version

const isDatabaseError = (error: unknown) => codeOf(error) === 'ERR_SQLITE_ERROR'
