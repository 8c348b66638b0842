import { lstatSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { reason, reasonOf } from '../model/reason.ts'
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

/** Whether it was thrown because somebody else holds the lock. */
export const isLocked = (error: unknown): boolean =>
  error instanceof UserError && error.reason.code === 'storage.locked'

const LOOK_MS = 20

/** The same for what is held for moments alone: waits for it, and throws only where that takes longer than `patienceMs`. */
export async function waitForLock(path: string, patienceMs = 10_000): Promise<Disposable> {
  for (const end = performance.now() + patienceMs; ; )
    try {
      return takeLock(path)
    } catch (error) {
      if (!isLocked(error) || performance.now() > end) throw error
      await sleep(LOOK_MS)
    }
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
    throw new UserError(reason('storage.lock-not-empty', { path }), reason('storage.remove-lock'))
}

function explain(error: unknown, path: string): unknown {
  const code = error instanceof Error && 'errcode' in error ? error.errcode : undefined
  if (code === SQLITE_BUSY)
    return new UserError(
      reason('storage.locked', { folder: dirname(path) }),
      reason('storage.wait-for-lock'),
      { cause: error },
    )
  return new UserError(
    reason('storage.no-lock', { path, why: reasonOf(error) }),
    reason('storage.check-lock-folder'),
    { cause: error },
  )
}
