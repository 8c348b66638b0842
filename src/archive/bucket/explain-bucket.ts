import { UnavailableError } from '../../base/http/errors.ts'
import { reason, reasonOf } from '../../model/reason.ts'
import { StorageError } from '../../words/user-error.ts'

/**
 * Says what stops an archive in a bucket from being written. A server that does not answer is no source of music that
 * could be passed over: the run ends, as with a disk that is pulled out.
 */
export function explainBucket(error: unknown, place: string, signal: AbortSignal): unknown {
  if (signal.aborted || !(error instanceof UnavailableError)) return error
  const told = reason('archive.bucket-unreachable', { place, why: reasonOf(error) })
  return new StorageError(told, reason('archive.check-bucket'), { cause: error })
}
