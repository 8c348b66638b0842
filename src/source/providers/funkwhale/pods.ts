/** A server that runs Funkwhale: each has an owner, and rules of its own. */
export interface Pod {
  readonly host: string
  readonly title: string
  /**
   * The day on which somebody read its page “About” (ISO 8601) and found that it lets visitors copy what
   * is openly licensed there. Until then its tracks are linked to, and not taken.
   */
  readonly readOn?: string
}

/**
 * On this list are pods that anybody may listen to without an account and that carry openly licensed
 * music; a pod that is not is never asked, whatever an answer says. Adding one, or the day its terms were
 * read, is one line.
 */
export const pods: readonly Pod[] = [{ host: 'open.audio', title: 'open.audio' }]
