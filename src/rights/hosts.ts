/** What the place that a recording comes from says about copies: the second key. */
export interface HostTerms {
  /** `Recording.source`. */
  readonly source: string
  /**
   * `own`: the files are the user's already. `licensed`: copies of what is under a licence that allows
   * them. `never`: none, whatever the licence.
   */
  readonly copies: 'own' | 'licensed' | 'never'
  /** A sentence for the user. */
  readonly reason: string
  /** Where the terms stand, and the day they were read (ISO 8601). */
  readonly termsUrl?: string
  readonly readOn?: string
}

/** A source that is not here may be linked to, no more. Adding one is one entry. */
export const hosts: readonly HostTerms[] = [
  { source: 'library', copies: 'own', reason: 'It is your own file.' },
]
