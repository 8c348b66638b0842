import type { Reason } from '../../model/reason.ts'
import type { Licence } from '../../model/verdict.ts'
import type { PackageContents, RecordingFile } from '../../packages/package-contents.ts'
import { judgeSharing } from '../../rights/sharing.ts'

/** A kept file that may be given to others. */
export interface SharedFile {
  readonly file: RecordingFile
  readonly licence: Licence
  /** Why it may, and what is asked of who passes it on. */
  readonly reasons: readonly Reason[]
  /** Its bytes are those of its source. */
  readonly isVerbatim: boolean
}

export interface WithheldFile {
  readonly path: string
  readonly reason: Reason
}

export interface Selection {
  readonly shared: readonly SharedFile[]
  readonly withheld: readonly WithheldFile[]
}

/**
 * Decides anew of every kept file whether it may be given to others. All else that lies in an archive is nobody
 * else's: its lists, decisions and reports are not even looked at.
 */
export function selectShared({ files }: PackageContents, today: string): Selection {
  const shared: SharedFile[] = []
  const withheld: WithheldFile[] = []
  for (const file of files) {
    if (file.kind !== 'recording') continue
    const { kept } = file
    const decision = judgeSharing(kept, { today })
    if (decision.kind === 'keep') withheld.push({ path: kept.path, reason: decision.reason })
    else
      shared.push({
        file,
        licence: decision.licence,
        reasons: decision.reasons,
        isVerbatim: kept.how === 'kept' && kept.sha256 === kept.chosen.sha256,
      })
  }
  return { shared, withheld }
}
