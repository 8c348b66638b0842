import type { Told } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import type { HttpAnswer } from './http.ts'

/** A request that was never sent, because it must not be. */
export class RequestRefusedError extends UserError {}

/**
 * A host that does not answer as it should: down, too slow, too busy, or sending nonsense. `until` is
 * when it asked to be tried again (ISO 8601, UTC), where it said so; `refusal` what it answered when it did.
 */
export class UnavailableError extends UserError {
  readonly host: string
  readonly until: string | undefined
  readonly refusal: Refusal | undefined

  constructor(host: string, reason: Told, options: UnavailableOptions = {}) {
    super(reason, undefined, options)
    this.host = host
    this.until = options.until
    this.refusal = options.refusal
  }
}

type Refusal = Pick<HttpAnswer, 'status' | 'body' | 'answer'>

interface UnavailableOptions extends ErrorOptions {
  readonly until?: string
  readonly refusal?: Refusal
}
