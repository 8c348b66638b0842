import { repairFile } from '../../fixity/parity/repair.ts'
import type { ArchivedFile } from '../../model/archived-file.ts'
import type { FixityFinding } from '../../model/preserve/fixity.ts'
import { findMoved } from './find-moved.ts'
import type { Suspect } from './look-at-file.ts'
import { remediesFor } from './remedies.ts'
import type { VerifyOptions } from './verify-options.ts'

/** Makes findings of files that are not as they were kept, with all that can be done about each. */
export async function* describeSuspects(
  root: string,
  suspects: readonly Suspect[],
  unknown: readonly string[],
  { digester, hasCopy, signal }: VerifyOptions,
): AsyncGenerator<FixityFinding> {
  if (suspects.length === 0) return
  const moved = signal?.aborted
    ? new Map<string, string>()
    : await findMoved(root, suspects, unknown, digester, signal)
  for (const { kind, kept, ...look } of suspects) {
    const foundAt = moved.get(kept.sha256)
    const reason = 'reason' in look ? look.reason : undefined
    const byParity = signal?.aborted ? undefined : await askParity(root, kept, signal)
    const isComputable = byParity?.kind === 'restored'
    const isCopied = signal?.aborted ? undefined : await hasCopy?.(kept)
    const remedies = remediesFor(kept, { foundAt, hasCopy: isCopied, isComputable })
    // Of a file whose bytes are another's, all would be named.
    const isKnown = kind === 'damaged' && foundAt === undefined && byParity && 'damaged' in byParity
    const ranges = isKnown ? byParity.damaged : undefined
    yield { kind, path: kept.path, kept, reason, foundAt, ranges, remedies }
  }
}

/** Which bytes are damaged, and whether parity can restore them. */
const askParity = (root: string, { path, sha256, bytes }: ArchivedFile, signal?: AbortSignal) =>
  repairFile(root, { path, sha256, bytes }, { signal }).catch((error: unknown) => {
    if (signal?.aborted) return undefined
    throw error
  })
