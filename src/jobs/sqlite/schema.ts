import { DatabaseSync } from 'node:sqlite'
import { reason, reasonOf } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'

/** Rises when older code would misread the file. */
const VERSION = 1

/** Opens the file, or makes it. Throws UserError where it is of a later version or cannot be opened. */
export function openDatabase(path: string): DatabaseSync {
  let database: DatabaseSync | undefined
  try {
    database = new DatabaseSync(path, { timeout: 10_000 })
    // A job that was accepted is a promise: it is on the disk when the user is told.
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON')
    prepare(database, path)
    return database
  } catch (error) {
    database?.close()
    if (error instanceof UserError) throw error
    throw new UserError(
      reason('jobs.not-opened', { path, cause: reasonOf(error) }),
      reason('jobs.name-data-folder'),
      { cause: error },
    )
  }
}

function prepare(database: DatabaseSync, path: string) {
  const found = Number(database.prepare('PRAGMA user_version').get()?.user_version)
  if (found > VERSION)
    throw new UserError(reason('jobs.later-version', { path }), reason('jobs.update'))
  if (found < VERSION) database.exec(SCHEMA)
}

const SCHEMA = `
  BEGIN IMMEDIATE;
  CREATE TABLE IF NOT EXISTS work (
    id TEXT PRIMARY KEY,
    "order" TEXT NOT NULL,
    title TEXT NOT NULL,
    owner TEXT NOT NULL,
    place TEXT,
    state TEXT NOT NULL,
    asked TEXT,
    attached INTEGER NOT NULL,
    runner TEXT,
    lease INTEGER,
    tries INTEGER NOT NULL DEFAULT 0,
    created TEXT NOT NULL,
    started TEXT,
    ended TEXT,
    facts TEXT,
    fault TEXT,
    seq INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE INDEX IF NOT EXISTS work_by_state ON work (state);
  CREATE TABLE IF NOT EXISTS entry (
    work TEXT NOT NULL REFERENCES work ON DELETE CASCADE,
    key TEXT NOT NULL,
    seq INTEGER NOT NULL,
    data TEXT NOT NULL,
    detail ANY,
    PRIMARY KEY (work, key)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS entry_by_seq ON entry (work, seq);
  PRAGMA user_version = ${VERSION};
  COMMIT`
