import type { Outcome } from '../../model/outcome.ts'
import type { Progress } from '../../model/progress.ts'
import { formatName } from '../../report/words.ts'

/** Shows events as they come. */
export interface Display {
  show(event: Progress): void
  /** Takes away what is drawn and not meant to stay. */
  clear(): void
}

export function nameOf(outcome: Outcome): string {
  return outcome.kind === 'skipped' ? outcome.text : formatName(outcome.track)
}
