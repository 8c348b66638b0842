import { asReason, type Reason, type Told } from '../model/reason.ts'
import { en } from './en/index.ts'
import { say } from './say.ts'

/**
 * Something the user can mend: `reason` says what is wrong, `advice` what to do. `message` and `hint` are the
 * same in English, for logs and for callers of the library. Everything else that is thrown counts as broken.
 */
export class UserError extends Error {
  override readonly name: string = 'UserError'
  readonly reason: Reason
  readonly advice: Reason | undefined
  readonly hint: string | undefined

  constructor(reason: Told, advice?: Told, options?: ErrorOptions) {
    super(say(reason, en), options)
    this.reason = asReason(reason)
    this.advice = advice === undefined ? undefined : asReason(advice)
    this.hint = advice === undefined ? undefined : say(advice, en)
  }
}

/** The place where things are kept cannot take more (full, read-only, gone): it stops the whole run. */
export class StorageError extends UserError {
  override readonly name = 'StorageError'
}

/** What whoever asks may not do, whether or not it is there. */
export class ForbiddenError extends UserError {
  override readonly name = 'ForbiddenError'
}

/** What is not done with things of that kind, though it is there. */
export class UnsupportedError extends UserError {
  override readonly name = 'UnsupportedError'
}

/** More than an account may do for now. */
export class LimitError extends UserError {
  override readonly name = 'LimitError'
}
