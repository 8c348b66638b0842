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

const shownFiles = 5

/** How many files there are, and the first that could not be read. */
export function describeLibrary({
  files,
  unreadable,
}: Extract<Progress, { kind: 'library' }>): readonly string[] {
  const more = unreadable.length - shownFiles
  return [
    `Library: ${files.toLocaleString('en')} ${files === 1 ? 'file' : 'files'}`,
    ...unreadable
      .slice(0, shownFiles)
      .map(({ path, reason }) => `  cannot be read: ${path}: ${reason}`),
    ...(more > 0 ? [`  and ${more} more that cannot be read (--json names them all)`] : []),
  ]
}
