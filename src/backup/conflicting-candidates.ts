import { basename } from 'node:path'
import { type ComparedFingerprint, compareFingerprints } from '../media/fingerprint/compare.ts'
import { StorageError } from '../words/user-error.ts'
import type { RunContext } from './context.ts'
import type { Candidate } from './copy.ts'

/** Weights that lie no more apart, in bits, say that two files fit equally well. */
const equalBits = 1
/** To listen takes about a second a file. */
const mostRivals = 3

/**
 * Where several of the user's own files fit a track equally well and sound different, one is a live take or a
 * cover under the studio title, and nothing says which: returns that in a sentence. Choices come best first.
 */
export async function findConflict(
  choices: readonly Candidate[],
  run: RunContext,
): Promise<string | undefined> {
  const [best] = choices
  const rivals = choices.flatMap(({ match: { recording, weight } }) =>
    recording.media?.kind === 'file' && (best?.match.weight ?? 0) - weight <= equalBits
      ? [recording.media.path]
      : [],
  )
  if (rivals.length < 2) return undefined
  const heard: { readonly path: string; readonly fingerprint: ComparedFingerprint }[] = []
  for (const path of rivals.slice(0, mostRivals)) {
    const fingerprint = await tryToListen(path, run)
    if (!fingerprint) continue
    const other = heard.find(
      (one) => compareFingerprints(one.fingerprint, fingerprint)?.likeness === 'different',
    )
    if (other) return describeConflict(other.path, path)
    heard.push({ path, fingerprint })
  }
  return undefined
}

/** What cannot be heard is no rival: should it be chosen, its making says what is wrong with it. */
async function tryToListen(path: string, { media, signal }: RunContext) {
  try {
    return await media.fingerprint(path, signal)
  } catch (error) {
    if (signal.aborted || error instanceof StorageError) throw error
    return undefined
  }
}

const describeConflict = (left: string, right: string) =>
  `Two files of yours fit equally well and sound different (${nameApart(left, right)}): one may be live, or a cover. Listen and choose on the page, or tag it so.`

/** Their names; where these are the same, the whole paths. */
function nameApart(left: string, right: string): string {
  const names = [basename(left), basename(right)]
  return (names[0] === names[1] ? [left, right] : names).join(' and ')
}
