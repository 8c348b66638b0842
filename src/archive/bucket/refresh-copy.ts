import { isLocked, takeLock } from '../../base/lock.ts'
import { openArchive } from '../archive.ts'
import { explainBucket } from './explain-bucket.ts'
import { sendGiven } from './given.ts'
import { readArchiveId, requireArchiveId } from './marker.ts'
import { matchCopy } from './match-copy.ts'
import { StoredObjects } from './objects.ts'
import type { BucketArchive, OpenOptions } from './open-bucket.ts'
import { archiveIn } from './own-mark.ts'
import { type BucketPlace, noteClean, readStanding, type Standing } from './standing.ts'
import { WorkingCopy } from './working-copy.ts'

/**
 * Opens an archive in a bucket for looking alone, as for a dry run: what lies in the bucket is as good as here. Where there
 * is none yet, it is an empty one, and nothing is made in the bucket.
 */
export async function lookAtBucketArchive(
  place: BucketPlace,
  { names, signal }: OpenOptions,
): Promise<BucketArchive> {
  const dir = await refreshBucketCopy(place, signal)
  const objects = await StoredObjects.list(place.store, signal)
  const archive = await openArchive(dir, { names, signal, readOnly: true, upstream: objects })
  return { archive, [Symbol.asyncDispose]: () => archive[Symbol.asyncDispose]() }
}

/**
 * Brings the working copy up to date, sends what was decided here and not sent yet, and returns its folder: whatever reads
 * archives can read it, but for the audio. Where a process of this machine is writing to it, it is as good as that. Where no
 * archive lies in the bucket, none is made here; UserError where one must be there.
 */
export async function refreshBucketCopy(
  place: BucketPlace,
  signal: AbortSignal,
  { mustBeThere = false } = {},
): Promise<string> {
  const { store, folder } = place
  const dir = archiveIn(folder)
  try {
    const id = await (mustBeThere ? requireArchiveId : readArchiveId)(store, signal)
    if (id === undefined) return dir
    using _lock = takeLock((await WorkingCopy.at(folder)).lockPath)
    const standing = await readStanding(place, id, signal)
    const isSent = await sendNewLines(place, standing, signal)
    if (standing.isMatched && !isSent) return dir
    await standing.copy.saveRecord({ id, isClean: false, writer: standing.writer })
    if (!standing.isMatched) await matchCopy(standing, store, signal)
    await noteClean(standing, standing.writer)
  } catch (error) {
    if (!isLocked(error)) throw explainBucket(error, store.name, signal)
  }
  return dir
}

/** Sends what was decided or renamed in the working copy, whoever may be writing: when it returns, it is kept. */
export async function sendBucketLines(place: BucketPlace, signal: AbortSignal): Promise<void> {
  const { store } = place
  try {
    const id = await readArchiveId(store, signal)
    if (id !== undefined) await sendNewLines(place, await readStanding(place, id, signal), signal)
  } catch (error) {
    throw explainBucket(error, store.name, signal)
  }
}

/** True where there were any. */
async function sendNewLines(
  { store }: BucketPlace,
  { copy, log }: Standing,
  signal: AbortSignal,
): Promise<boolean> {
  const lines = await copy.appendOnly.readNew(log.state)
  if (lines.length === 0) return false
  await sendGiven(lines, copy, () => StoredObjects.list(store, signal))
  await log.append(lines)
  return true
}
