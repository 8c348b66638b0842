import { basename } from 'node:path'
import { equallyGood } from '../match/rank-copies.ts'
import { type ComparedFingerprint, compareFingerprints } from '../media/fingerprint/compare.ts'
import { type Reason, reason } from '../model/reason.ts'
import type { MediaLocation } from '../model/recording.ts'
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
  const files = equallyGood(candidates.map(({ match }) => match)).flatMap(({ recording }) =>
    recording.media?.kind === 'file' ? [recording.media] : [],
  )
  if (files.length < 2) return undefined
  const compared: { readonly name: string; readonly fingerprint: ComparedFingerprint }[] = []
  for (const file of files.slice(0, MAX_COMPARED)) {
    const fingerprint = await tryFingerprint(file, run)
    if (!fingerprint) continue
    const name = nameOf(file)
    const other = compared.find(
      (one) => compareFingerprints(one.fingerprint, fingerprint)?.likeness === 'different',
    )
    if (other) return reason('backup.files-conflict', nameApart(other.name, name))
    compared.push({ name, fingerprint })
  }
  return undefined
}

type UsersFile = Extract<MediaLocation, { readonly kind: 'file' }>

const nameOf = ({ path, segment }: UsersFile) => (segment ? `${path}#${segment.track}` : path)

/** Undefined for a file that cannot be decoded: should it be chosen, copying it says what is wrong with it. */
async function tryFingerprint({ path, segment }: UsersFile, { media, signal }: RunContext) {
  try {
    return await media.fingerprint(path, signal, segment)
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
