import { basename } from 'node:path'
import { equallyGood } from '../match/rank-copies.ts'
import { type ComparedFingerprint, compareFingerprints } from '../media/fingerprint/compare.ts'
import { type Reason, reason } from '../model/reason.ts'
import { StorageError } from '../words/user-error.ts'
import type { RunContext } from './context.ts'
import type { Candidate } from './search/search-result.ts'

/** A fingerprint takes about a second a file. */
const MAX_COMPARED = 3

/**
 * Where several of the user's own files fit a track equally well and sound different, one is a live take or a
 * cover under the studio title, and nothing says which: returns that as a reason. Candidates come best first.
 */
export async function findConflict(
  candidates: readonly Candidate[],
  run: RunContext,
): Promise<Reason | undefined> {
  const paths = equallyGood(candidates.map(({ match }) => match)).flatMap(({ recording }) =>
    recording.media?.kind === 'file' ? [recording.media.path] : [],
  )
  if (paths.length < 2) return undefined
  const compared: { readonly path: string; readonly fingerprint: ComparedFingerprint }[] = []
  for (const path of paths.slice(0, MAX_COMPARED)) {
    const fingerprint = await tryFingerprint(path, run)
    if (!fingerprint) continue
    const other = compared.find(
      (one) => compareFingerprints(one.fingerprint, fingerprint)?.likeness === 'different',
    )
    if (other) return reason('backup.files-conflict', nameApart(other.path, path))
    compared.push({ path, fingerprint })
  }
  return undefined
}

/** Undefined for a file that cannot be decoded: should it be chosen, copying it says what is wrong with it. */
async function tryFingerprint(path: string, { media, signal }: RunContext) {
  try {
    return await media.fingerprint(path, signal)
  } catch (error) {
    if (signal.aborted || error instanceof StorageError) throw error
    return undefined
  }
}

/** Their names; where these are the same, the whole paths. */
function nameApart(left: string, right: string) {
  const [leftName, rightName] = [basename(left), basename(right)]
  return leftName === rightName ? { left, right } : { left: leftName, right: rightName }
}
