import { isLocked, waitForLock } from '../../base/lock.ts'
import { type Reason, reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import { type Archive, type ArchiveOptions, openArchive } from '../archive.ts'
import type { BucketState } from './commits/state.ts'
import { explainBucket } from './explain-bucket.ts'
import { CHECKPOINTS, FILES } from './keys.ts'
import { ensureArchive } from './marker.ts'
import { matchCopy } from './match-copy.ts'
import { StoredObjects } from './objects.ts'
import { type BucketPlace, noteClean, readStanding, type Standing } from './standing.ts'
import { WorkingCopy } from './working-copy.ts'
import { BucketWriter, HEARTBEAT_MS } from './writer.ts'

/** Without a word for so long, whoever writes is taken for gone. It loses nothing by that but its turn. */
const STALE_MS = 3 * HEARTBEAT_MS
const LEAVE_MS = 60_000

/** An archive that lies in a bucket, open through its working copy. */
export interface BucketArchive extends AsyncDisposable {
  readonly archive: Archive
}

export type OpenOptions = Pick<ArchiveOptions, 'names'> & { readonly signal: AbortSignal }

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
    const { standing, writer, match } = opening.use(await openBucketWriter(place, signal))
    const dir = await match(standing.isMatched)
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
  /**
   * Makes the working copy that of what is stored, unless it is that already; returns the archive's folder there. Only a copy
   * that was matched is left as clean.
   */
  match(isMatched?: boolean): Promise<string>
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
  const id = await ensureArchive(place, signal)
  const standing = await readStanding(place, id, lasting)
  const refuse = (state: BucketState) => refuseBusy(state, standing.writer, store.name)
  refuse(standing.log.state)
  const objects = await StoredObjects.list(store, lasting)
  signal.throwIfAborted()
  const { copy, log } = standing
  const writer = new BucketWriter({ store, log, objects, copy, signal: lasting })
  let wasMatched = false
  opening.defer(async () => {
    if (wasMatched) await leaveClean(standing, place, writer.id)
  })
  opening.use(writer)
  await writer.takeTurn(refuse)
  await copy.saveRecord({ id, isClean: false, writer: writer.id })
  await store.sweep((key) => key.startsWith(FILES) || key.startsWith(CHECKPOINTS), lasting)
  const held = opening.move()
  return {
    standing,
    writer,
    async match(isMatched = false) {
      if (!isMatched) await matchCopy(standing, store, signal)
      wasMatched = true
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
    throw isLocked(error) ? busy(place, reason('storage.wait-for-lock')) : error
  }
}

/** One that was killed on this machine is known by its name; it need not be waited for. */
function refuseBusy({ turn }: BucketState, writer: string | undefined, place: string): void {
  if (!turn || turn.by === writer || Date.now() - Date.parse(turn.at) > STALE_MS) return
  throw busy(place, reason('archive.wait-for-host'))
}

const busy = (place: string, advice: Reason) =>
  new UserError(reason('storage.locked', { folder: place }), advice)

/**
 * Leaves the copy as the bucket has the archive, without audio, which would only take room here. Where that fails, or the
 * turn was lost, it is done when the copy is next opened.
 */
async function leaveClean(
  standing: Standing,
  { store }: BucketPlace,
  writer: string,
): Promise<void> {
  if (standing.log.state.turn !== undefined) return
  try {
    await matchCopy(standing, store, AbortSignal.timeout(LEAVE_MS))
    await noteClean(standing, writer)
  } catch {}
}
