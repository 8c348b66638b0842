import { reason, reasonOf } from '../model/reason.ts'
import { StorageError } from '../words/user-error.ts'

const full = /ENOSPC|EDQUOT|No space left on device|Disk quota exceeded/

/** What is thrown while writing: a full disk is no fault of the file, and stops the run. */
export function asStorageError(error: unknown): unknown {
  const says = error instanceof Error ? error.message : String(error)
  return full.test(says)
    ? new StorageError(
        reason('storage.disk-full', { why: reasonOf(error) }),
        reason('storage.make-room'),
        {
          cause: error,
        },
      )
    : error
}
