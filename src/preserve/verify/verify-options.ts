import type { Digester } from '../../fixity/audit/digester.ts'
import type { ArchivedFile } from '../../model/archived-file.ts'
import type { Reason } from '../../model/reason.ts'

/** What is wrong with a file that is as it was kept; nothing where it is as it should be. */
export type CheckFile = (path: string, kept: ArchivedFile) => Promise<Reason | undefined>

export interface VerifyOptions {
  readonly digester: Digester
  /** Only the part that is due today, where all is to be read once in so many days. */
  readonly days?: number
  readonly check?: CheckFile
  /** Whether a second copy is known that should have these bytes; asked of what is missing or damaged. */
  readonly hasCopy?: (kept: ArchivedFile) => Promise<boolean>
  readonly signal?: AbortSignal
}
