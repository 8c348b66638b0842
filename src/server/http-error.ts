import type { Fault } from '../api/contract.ts'
import { StorageError, UserError } from '../words/user-error.ts'

export type HttpErrorStatus =
  | 400
  | 401
  | 403
  | 404
  | 405
  | 408
  | 409
  | 413
  | 414
  | 415
  | 416
  | 421
  | 422
  | 429
  | 503
  | 507

/** A request that is answered with a status of 400 or above, in words for the user. */
export class HttpError extends Error {
  override readonly name = 'Refusal'
  readonly status: HttpErrorStatus
  readonly hint: string | undefined
  readonly headers: Readonly<Record<string, string>>

  constructor(
    status: HttpErrorStatus,
    message: string,
    hint?: string,
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(message)
    this.status = status
    this.hint = hint
    this.headers = headers
  }

  get fault(): Fault {
    return { message: this.message, hint: this.hint }
  }
}

/**
 * What the user can mend becomes an answer of the given status: which one fits, only the route knows. A place
 * that can store no more is never the request's fault. Anything else goes on as it is.
 */
export async function orRefuse<Result>(
  status: HttpErrorStatus,
  work: () => Result | Promise<Result>,
): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    throw new HttpError(error instanceof StorageError ? 507 : status, error.message, error.hint)
  }
}
