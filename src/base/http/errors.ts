import type { Told } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'

/** A request that was never sent, because it must not be. */
export class RequestRefusedError extends UserError {}

/**
 * A host that does not answer as it should: down, too slow, too busy, or sending nonsense. `until` is
 * when it asked to be tried again (ISO 8601, UTC), where it said so.
 */
export class UnavailableError extends UserError {
  readonly host: string
  readonly until: string | undefined

  constructor(host: string, reason: Told, options: ErrorOptions & { until?: string } = {}) {
    super(reason, undefined, options)
    this.host = host
    this.until = options.until
  }
}
