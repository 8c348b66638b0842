import { reason } from '../model/reason.ts'
import { UserError } from '../words/user-error.ts'

/** What was read is not what was promised; nothing was stored. */
export class DigestMismatchError extends Error {
  override readonly name = 'DigestMismatchError'
}

/** The file that was to be stored is not there, or its disk does not give it; `cause` says why. */
export class SourceUnreadableError extends Error {
  override readonly name = 'SourceUnreadableError'
}

export class NoSuchKeyError extends Error {
  override readonly name = 'NoSuchKeyError'
}

/** A name that is no key: it leads out, or is not the same on every system. */
export class BadKeyError extends Error {
  override readonly name = 'BadKeyError'
}

/** The server refuses a request: `code` is its own word for it, `AccessDenied`. */
export class S3Error extends UserError {
  readonly status: number
  readonly code: string

  constructor(status: number, code: string, message: string, place: string) {
    super(
      reason('storage.s3-refused', { place, status, code, message }),
      reason('storage.check-s3'),
    )
    this.status = status
    this.code = code
  }
}

export const noConditions = (place: string) =>
  new UserError(
    reason('storage.no-conditions', { place }),
    reason('storage.choose-conditional-store'),
  )
