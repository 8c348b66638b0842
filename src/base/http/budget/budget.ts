/** What somebody lets one user ask for in a day. */
export interface Allowance {
  /** Kebab-case: `youtube-search`. */
  readonly name: string
  /** More than 0. */
  readonly perDay: number
  /** IANA name of the time zone whose midnight begins the day. */
  readonly zone: string
}

export interface Budget {
  /**
   * Takes one of today's for this question; false where none is left. Counted over all runs that share it, before
   * it is used. The same question costs nothing again that day: its answer is in the cache.
   */
  take(allowance: Allowance, question: string): Promise<boolean>
}
