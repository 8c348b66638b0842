import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { isLocked, takeLock, waitForLock } from '../../base/lock.ts'
import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import { type Archive, type ArchiveOptions, openArchive } from '../archive.ts'
import { type BucketPlace, bringUp, noteClean, readStanding, type Standing } from './bring-up.ts'
import { explainBucket } from './explain-bucket.ts'
import { CHECKPOINTS, FILES } from './keys.ts'
import { ensureArchive, readArchiveId } from './marker.ts'
import { StoredObjects } from './objects.ts'
import type { BucketState } from './state.ts'
import { WorkingCopy } from './working-copy.ts'
import { BucketWriter, HEARTBEAT_MS, sendGiven } from './writer.ts'

/** Without a word for so long, whoever writes is taken for gone. It loses nothing by that but its turn. */
const STALE_MS = 3 * HEARTBEAT_MS

/** An archive that lies in a bucket, open through its working copy. */
export interface BucketArchive extends AsyncDisposable {
  readonly archive: Archive
}

type OpenOptions = Pick<ArchiveOptions, 'names'> & { readonly signal: AbortSignal }

/**
 * Opens an archive in a bucket for writing, or begins one in an empty place. UserError where another process or host is at
 * work there, where something else lies there, or where the place knows no conditional writes.
 */
export async function openBucketArchive(
  place: BucketPlace,
  { names, signal }: OpenOptions,
): Promise<BucketArchive> {
  const { store } = place
  await using opening = new AsyncDisposableStack()
  try {
    const { writer, matchCopy } = opening.use(await openBucketWriter(place, signal))
    const dir = await matchCopy()
    const archive = opening.use(await openArchive(dir, { names, signal, upstream: writer }))
    const held = opening.move()
    return { archive, [Symbol.asyncDispose]: () => held.disposeAsync() }
  } catch (error) {
    throw explainBucket(error, store.name, signal)
  }
}

export interface OpenWriter extends AsyncDisposable {
  readonly standing: Standing
  readonly writer: BucketWriter
  /** Makes the working copy that of what is stored; returns the archive's folder there. */
  matchCopy(): Promise<string>
}

/**
 * Takes the turn to write; the working copy is as it was left. A run that is broken off still stores what it has made, and
 * gives the turn back: so `signal` ends the opening alone.
 */
export async function openBucketWriter(
  place: BucketPlace,
  signal: AbortSignal,
): Promise<OpenWriter> {
  const { store } = place
  const { lockPath } = await WorkingCopy.at(place.folder)
  await using opening = new AsyncDisposableStack()
  opening.use(await lockCopy(lockPath, store.name))
  const { signal: lasting } = new AbortController()
  const id = await ensureArchive(store, signal)
  const standing = await readStanding(place, id, lasting)
  const refuse = (state: BucketState) => refuseBusy(state, standing.writer, store.name)
  refuse(standing.log.state)
  const objects = await StoredObjects.list(store, lasting)
  signal.throwIfAborted()
  const { copy, log } = standing
  const writer = new BucketWriter({ store, log, objects, copy, signal: lasting })
  let isMatched = false
  opening.defer(async () => {
    if (isMatched) await close(standing, writer)
  })
  opening.use(writer)
  await writer.takeTurn(refuse)
  await copy.saveRecord({ id, isClean: false, writer: writer.id })
  await store.sweep((key) => key.startsWith(FILES) || key.startsWith(CHECKPOINTS), lasting)
  const held = opening.move()
  return {
    standing,
    writer,
    async matchCopy() {
      await bringUp({ ...standing, isMatched: standing.isMatched && !isMatched }, store, signal)
      isMatched = true
      return copy.dir
    },
    [Symbol.asyncDispose]: () => held.disposeAsync(),
  }
}

/** Whoever only brings the copy up to date holds it for moments. */
async function lockCopy(lockPath: string, place: string): Promise<Disposable> {
  try {
    return await waitForLock(lockPath)
  } catch (error) {
    throw isLocked(error) ? busy(place) : error
  }
}

/** One that was killed on this machine is known by its name; it need not be waited for. */
function refuseBusy({ turn }: BucketState, writer: string | undefined, place: string): void {
  if (!turn || turn.by === writer || Date.now() - Date.parse(turn.at) > STALE_MS) return
  throw busy(place)
}

const busy = (place: string) =>
  new UserError(reason('storage.locked', { folder: place }), reason('storage.wait-for-lock'))

/** Audio lies in the bucket: here it would only take room. A copy whose turn was lost is made to match when it is next opened. */
async function close(standing: Standing, writer: BucketWriter): Promise<void> {
  const { copy, log } = standing
  if (log.state.turn !== undefined) return
  for (const { path } of log.state.files) await rm(join(copy.dir, path), { force: true })
  await noteClean(standing, writer.id)
}

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
 * archives can read it, but for the audio. Where a process of this machine is writing to it, it is as good as that; where no
 * archive lies in the bucket, it is empty.
 */
export async function refreshBucketCopy(place: BucketPlace, signal: AbortSignal): Promise<string> {
  const { store, folder } = place
  const { lockPath, dir } = await WorkingCopy.at(folder)
  try {
    using _lock = takeLock(lockPath)
    const id = await readArchiveId(store, signal)
    if (id === undefined) return dir
    const standing = await readStanding(place, id, signal)
    const isSent = await sendNewLines(place, standing, signal)
    if (standing.isMatched && !isSent) return dir
    await standing.copy.saveRecord({ id, isClean: false, writer: standing.writer })
    await bringUp(standing, store, signal)
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
  const lines = await copy.growing.readNew(log.state)
  if (lines.length === 0) return false
  await sendGiven(lines, copy, await StoredObjects.list(store, signal))
  await log.append(lines)
  return true
}
