import { reason, reasonOf } from '../../../model/reason.ts'
import { keyOf, readCopies } from '../../../preserve/mirror/copies-log.ts'
import { readMarker } from '../../../preserve/mirror/marker.ts'
import { noConditions } from '../../../storage/errors.ts'
import type { Store } from '../../../storage/store.ts'
import { UserError } from '../../../words/user-error.ts'
import type { Environment } from '../../environment.ts'
import type { Finding } from '../../settings/doctor.ts'
import { listKnownArchives } from '../known-archives.ts'
import { openStore } from './open-store.ts'
import { readTarget } from './target.ts'

/** An archive's record may name any number. */
const MAX_BUCKETS = 20

interface KnownBucket {
  readonly target: string
  readonly endpoint?: string
  /** Whose copy it is, by that archive's id. */
  readonly archive: string
}

/**
 * Whether the buckets that hold copies of known archives can do what a copy needs. Asks them over the network, and
 * tries it with objects of our own that are removed again; a bucket that does not say itself that it is a copy of that
 * archive is not written to. Without such a copy, or offline, nothing is found and nobody is asked.
 */
export async function examineBuckets(
  environment: Environment,
  signal: AbortSignal,
): Promise<readonly Finding[]> {
  if (environment.offline) return []
  const findings: Finding[] = []
  for (const bucket of await listBuckets(environment, signal))
    findings.push(await examineBucket(bucket, environment, signal))
  return findings
}

async function listBuckets(
  environment: Environment,
  signal: AbortSignal,
): Promise<readonly KnownBucket[]> {
  const buckets = new Map<string, KnownBucket>()
  for (const { dir } of await listKnownArchives(environment)) {
    // A disk that is not attached: its copies cannot be told.
    const log = await readCopies(dir, signal).catch(() => undefined)
    signal.throwIfAborted()
    const { archive } = log ?? {}
    if (log === undefined || archive === undefined) continue
    for (const copy of log.copies)
      if (copy.target.startsWith('s3:')) buckets.set(keyOf(copy), { ...copy, archive })
  }
  return [...buckets.values()].slice(0, MAX_BUCKETS)
}

async function examineBucket(
  { target, endpoint, archive }: KnownBucket,
  environment: Environment,
  signal: AbortSignal,
): Promise<Finding> {
  const what = 'Copies'
  try {
    await using store: Store = openStore(readTarget(target, endpoint), environment)
    if ((await readMarker(store, signal)) !== archive)
      return { what, state: 'note', text: reason('storage.no-copy-there', { place: target }) }
    const { conditionalWrites } = await store.capabilities(signal)
    if (conditionalWrites)
      return { what, state: 'good', text: reason('storage.has-conditions', { place: target }) }
    const { reason: text, advice } = noConditions(target)
    return { what, state: 'note', text, advice }
  } catch (error) {
    signal.throwIfAborted()
    const advice = error instanceof UserError ? error.advice : undefined
    return { what, state: 'note', text: reasonOf(error), advice }
  }
}
