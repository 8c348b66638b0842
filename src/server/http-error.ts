import type { Reason } from '../model/reason.ts'
import { type Fault, faultOf } from '../words/fault.ts'
import {
  ForbiddenError,
  LimitError,
  StorageError,
  UnsupportedError,
  UserError,
} from '../words/user-error.ts'

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

interface HttpErrorOptions {
  /** What to do about it. */
  readonly advice?: Reason
  readonly headers?: Readonly<Record<string, string>>
}

/** A request that is answered with a status of 400 or above, and why. */
export class HttpError extends Error {
  override readonly name = 'HttpError'
  readonly status: HttpErrorStatus
  readonly fault: Fault
  readonly headers: Readonly<Record<string, string>>

  constructor(
    status: HttpErrorStatus,
    reason: Reason,
    { advice, headers = {} }: HttpErrorOptions = {},
  ) {
    const fault = faultOf(reason, advice)
    super(fault.message)
    this.status = status
    this.fault = fault
    this.headers = headers
  }
}

/**
 * Makes what the user can mend an answer of the given status: which one fits, only the route knows. A place that
 * can store no more is never the request's fault (507); what an account may not do, or not now (403, 429), and what is
 * not done with things of a kind (422) have statuses of their own. Anything else goes on as it is.
 */
export async function orRefuse<Result>(
  status: HttpErrorStatus,
  work: () => Result | Promise<Result>,
): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    const { reason, advice } = error
    throw new HttpError(statusOf(error) ?? status, reason, { advice })
  }
}

function statusOf(error: UserError): HttpErrorStatus | undefined {
  if (error instanceof StorageError) return 507
  if (error instanceof ForbiddenError) return 403
  if (error instanceof UnsupportedError) return 422
  return error instanceof LimitError ? 429 : undefined
}
