/**
 * A reason among the parameters of another. `Reason` itself is made of all parameters, so a file of
 * parameters cannot import it.
 */
export interface AnyReason {
  readonly code: string
  readonly params: object
}
