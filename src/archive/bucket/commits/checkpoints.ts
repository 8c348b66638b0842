import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { writeAtomic } from '../../../base/file.ts'
import { hashFile } from '../../../base/hash.ts'
import { NoSuchKeyError } from '../../../storage/errors.ts'
import type { Store } from '../../../storage/store.ts'
import { MAX_LINE_BYTES } from '../../inventory/inventory-line.ts'
import { splitLines } from '../../journal/lines.ts'
import { CHECKPOINTS, checkpointKey, commitKey, readCheckpointKey } from '../keys.ts'
import { damagedRecord, readRecord, writeRecord } from './records.ts'
import { BucketState } from './state.ts'

/** A reader that has begun with one must find it to its end. */
const KEPT_CHECKPOINTS = 3

/** The state as it stands, in a file of this machine; `path` is replaced. */
export async function saveState(state: BucketState, path: string): Promise<void> {
  const { number, lastId: id } = state
  const head = { kind: 'checkpoint', number, id } as const
  await writeAtomic(path, writeRecord(head, state.entries()))
}

/** The same read again. StorageError where it is not whole. */
export const readState = (path: string, place: string): Promise<BucketState> =>
  readCheckpoint(createReadStream(path), path, place)

/** `key`: how the record is called where it is damaged. */
async function readCheckpoint(
  bytes: AsyncIterable<Uint8Array>,
  key: string,
  place: string,
): Promise<BucketState> {
  const record = await readRecord(textsOf(bytes), key, place)
  if (record.head.kind !== 'checkpoint') throw damagedRecord(key, place)
  const state = new BucketState()
  state.apply(record)
  return state
}

async function* textsOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string | undefined> {
  // An entry is a line of an inventory and its name.
  for await (const { text, torn } of splitLines(bytes, MAX_LINE_BYTES + 64))
    yield torn ? undefined : text
}

/**
 * Stores the state, so that nobody has to read the commits before. The same commits give the same bytes, so it does no harm
 * where a writer that has lost its turn stores one too. Commits stay: a writer that was paused must find them taken.
 */
export async function storeCheckpoint(
  state: BucketState,
  store: Store,
  temporary: string,
  signal: AbortSignal,
): Promise<void> {
  const { number } = state
  try {
    await saveState(state, temporary)
    const sum = await hashFile(temporary, { noFollow: true })
    await store.put(checkpointKey(number), { from: { path: temporary }, ...sum }, { signal })
  } finally {
    await rm(temporary, { force: true })
  }
  for (const old of (await listCheckpoints(store, signal)).slice(KEPT_CHECKPOINTS))
    await store.delete(checkpointKey(old), signal)
}

/** The state as the latest checkpoint has it that is whole; an empty one where there is none. */
export async function fetchCheckpoint(store: Store, signal: AbortSignal): Promise<BucketState> {
  let failure: unknown
  for (const number of await listCheckpoints(store, signal)) {
    const key = checkpointKey(number)
    try {
      return await readCheckpoint(store.get(key, { signal }), key, store.name)
    } catch (error) {
      signal.throwIfAborted()
      // Deleted meanwhile, or damaged: the one before it, and the commits since, say the same.
      if (!(error instanceof NoSuchKeyError)) failure ??= error
    }
  }
  // The commits from the first one on are all there.
  if (failure !== undefined && !(await store.head(commitKey(1), signal))) throw failure
  return new BucketState()
}

/** Their numbers, the latest first. */
async function listCheckpoints(store: Store, signal: AbortSignal): Promise<readonly number[]> {
  const numbers: number[] = []
  for await (const { key } of store.list(CHECKPOINTS, signal)) {
    const number = readCheckpointKey(key)
    if (number !== undefined) numbers.push(number)
  }
  return numbers.toSorted((a, b) => b - a)
}
