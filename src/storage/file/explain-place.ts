import { codeOf } from '../../base/file.ts'
import { reason, reasonOf } from '../../model/reason.ts'
import { StorageError, UserError } from '../../words/user-error.ts'
import { DigestMismatchError } from '../errors.ts'

/** Says what stops a place from being written or read, in words for the user. */
export function explainPlace(error: unknown, place: string): unknown {
  const code = codeOf(error)
  if (error instanceof UserError || error instanceof DigestMismatchError || !code) return error
  const why = { place, why: reasonOf(error) }
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new StorageError(reason('storage.place-full', why), reason('storage.make-room'), {
      cause: error,
    })
  return /^E(?:ACCES|PERM|ROFS|IO|NODEV|NXIO|STALE|NOENT)$/.test(code)
    ? new StorageError(reason('storage.place-broken', why), reason('storage.check-place'), {
        cause: error,
      })
    : error
}
