import { chmodSync, mkdirSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

const VERSION = 2
const SCHEMA = `
  CREATE TABLE IF NOT EXISTS answer (
    id BLOB PRIMARY KEY, stored_at INTEGER NOT NULL, fresh_until INTEGER NOT NULL,
    said BLOB NOT NULL, body BLOB NOT NULL
  );
  CREATE INDEX IF NOT EXISTS answer_by_age ON answer (stored_at);
  PRAGMA user_version = ${VERSION};`

/** SQLITE_CORRUPT and SQLITE_NOTADB. */
const DAMAGED = [11, 26]

/** Opens the file of answers. What is damaged or of another version is begun anew: all of it can be asked for again. */
export function openCacheFile(file: string): DatabaseSync {
  if (file === ':memory:') return prepare(new DatabaseSync(file))
  mkdirSync(dirname(file), { recursive: true })
  try {
    return prepareFile(file)
  } catch (error) {
    if (!(error instanceof Error && 'errcode' in error && DAMAGED.includes(Number(error.errcode))))
      throw error
    for (const each of [file, `${file}-wal`, `${file}-shm`]) rmSync(each, { force: true })
    return prepareFile(file)
  }
}

function prepareFile(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: 5000 })
  try {
    // Two runs at once may read and write it.
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;')
    prepare(database)
    chmodSync(file, 0o600)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

function prepare(database: DatabaseSync): DatabaseSync {
  const version = database.prepare('PRAGMA user_version').get()?.user_version
  if (version !== VERSION) database.exec('DROP TABLE IF EXISTS answer')
  database.exec(SCHEMA)
  return database
}
