import { mkdirSync, rmSync } from 'node:fs'
import { dirname, sep } from 'node:path'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { codeOf } from '../../base/file.ts'
import type { Reason } from '../../model/reason.ts'
import type { FoundFile } from './walk-folder.ts'

/** Raised where the same file is read otherwise than before. */
const schemaVersion = 6

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
  | { readonly kind: 'read' | 'sheet' }
  | { readonly kind: 'unreadable'; readonly reason: Reason; readonly lasting: boolean }

/** What an index knows of files, and of files that are there no more. */
export interface Recalled<Reading> {
  readonly readings: Map<string, Reading>
  readonly gone: readonly string[]
}

type Row = readonly [path: string, stamp: string, reading: string]

/**
 * What is remembered of the user's files from run to run. It can be made again from the files, so
 * nothing that is wrong with it is an error: damaged or from another version, it starts empty; where
 * it cannot be written, this run's memory serves. Two processes may use it at once.
 */
export class IndexFile<Reading extends Lasting> implements Disposable {
  readonly #isReading: (value: unknown) => boolean
  readonly #database: DatabaseSync
  readonly #remember: StatementSync
  readonly #list: StatementSync
  readonly #forget: StatementSync

  /** `isReading`: a bit may have fallen over without the database noticing. */
  constructor(path: string, isReading: (value: unknown) => boolean) {
    this.#isReading = isReading
    this.#database = openDatabase(path)
    this.#remember = this.#database.prepare(
      'INSERT OR REPLACE INTO file (path, stamp, reading) VALUES (?, ?, ?)',
    )
    this.#list = this.#database.prepare(
      'SELECT path, stamp, reading FROM file WHERE path >= ? AND path < ?',
    )
    // As objects they would take twice the time.
    this.#list.setReturnArrays(true)
    this.#forget = this.#database.prepare('DELETE FROM file WHERE path = ?')
  }

  /** What may be read another time is left out. */
  remember(readings: Iterable<{ readonly file: FoundFile; readonly reading: Reading }>): void {
    this.#write(() => {
      for (const { file, reading } of readings)
        if (reading.kind !== 'unreadable' || reading.lasting)
          this.#remember.run(file.path, stampOf(file), JSON.stringify(reading))
    })
  }

  /**
   * What was read from all these files that have not changed since, by their paths, and what is remembered below the
   * folders of files that are not among them. One statement for each folder: to ask for each file takes four times as
   * long.
   */
  recall(folders: readonly string[], files: readonly FoundFile[]): Recalled<Reading> {
    const waiting = new Map(files.map((file) => [file.path, file]))
    const readings = new Map<string, Reading>()
    const gone: string[] = []
    const take = (file: FoundFile, stamp: string, text: string) => {
      const reading = stamp === stampOf(file) ? this.#parse(text) : undefined
      if (reading) readings.set(file.path, reading)
    }
    for (const folder of folders)
      for (const [path, stamp, text] of this.#listBelow(folder)) {
        const file = waiting.get(path)
        if (file) take(file, stamp, text)
        else gone.push(path)
      }
    // What a link led to lies in none of the folders.
    for (const file of files)
      if (!folders.some((folder) => isBelow(file.path, folder)))
        for (const [, stamp, text] of this.#listFrom(file.path, `${file.path}\0`))
          take(file, stamp, text)
    return { readings, gone }
  }

  #listBelow(folder: string): readonly Row[] {
    const below = folder.endsWith(sep) ? folder : folder + sep
    const last = below.slice(0, -1) + String.fromCharCode(below.charCodeAt(below.length - 1) + 1)
    return this.#listFrom(below, last)
  }

  /** The rows from one path to just before another. */
  #listFrom(first: string, end: string): readonly Row[] {
    try {
      // Arrays, as was asked for above; the types know of objects alone.
      return this.#list.all(first, end) as unknown as Row[]
    } catch {
      return []
    }
  }

  #parse(text: string): Reading | undefined {
    try {
      const reading = JSON.parse(text)
      return this.#isReading(reading) ? reading : undefined
    } catch {
      return undefined
    }
  }

  /** Drops what is gone, but for what lies below folders that could not be looked into. */
  forget(gone: readonly string[], hidden: readonly string[]): void {
    const lost = gone.filter((path) => !hidden.some((above) => isBelow(path, above)))
    if (lost.length === 0) return
    this.#write(() => {
      for (const path of lost) this.#forget.run(path)
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

const isBelow = (path: string, folder: string) =>
  path.startsWith(folder.endsWith(sep) ? folder : folder + sep)

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
