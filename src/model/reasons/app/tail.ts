import type { None } from '../none.ts'

/** What is said of a listening history, and of what `tail` finds in it. */
export interface AppTailReasons {
  'app.tail-no-plays': None
  /** Advice. */
  'app.tail-name-history': None
}
