import { lstatSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { UserError } from '../words/user-error.ts'

const SQLITE_BUSY = 5

/**
 * Takes a lock that one process at a time can hold, or throws UserError. The file at `path` is empty
 * and may stay behind: what locks is the kernel's record lock under SQLite's transaction, gone with
 * its process however that ends.
 */
export function takeLock(path: string): Disposable {
  refuseOddFile(path)
  const database = openDatabase(path)
  try {
    database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE')
  } catch (error) {
    database.close()
    throw explain(error, path)
  }
  return { [Symbol.dispose]: () => database.close() }
}

function openDatabase(path: string): DatabaseSync {
  try {
    return new DatabaseSync(path, { timeout: 0 })
  } catch (error) {
    throw explain(error, path)
  }
}

/** A link would make us lock, and so touch, a file somewhere else; content would be no lock of ours. */
function refuseOddFile(path: string) {
  const found = lstatSync(path, { throwIfNoEntry: false })
  if (found && !(found.isFile() && found.size === 0))
    throw new UserError(`The lock is not an empty file: ${path}`, 'Remove it, then try again.')
}

function explain(error: unknown, path: string): unknown {
  const code = error instanceof Error && 'errcode' in error ? error.errcode : undefined
  if (code === SQLITE_BUSY)
    return new UserError(
      `Another run is at work in ${dirname(path)}.`,
      'Wait until it has ended, or stop it; a lock never outlives its run.',
      { cause: error },
    )
  return new UserError(
    `Cannot take the lock ${path}: ${error instanceof Error ? error.message : error}`,
    'The folder must be writable, and its file system must know locks.',
    { cause: error },
  )
}
