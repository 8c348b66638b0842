import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { moveInto, writeAtomic } from '../../base/file.ts'
import { hashFile } from '../../base/hash.ts'
import { look, makeRoomBelow } from '../../base/inside.ts'
import type { Store } from '../../storage/store.ts'
import { isWhole, makeFolder, makeRoom, refuseLink } from '../files/inside.ts'
import { STATE_FOLDER } from '../files/paths.ts'
import { writeCheckpoint } from '../inventory/checkpoint.ts'
import { INVENTORY } from '../inventory/inventory.ts'
import { SPARE } from '../inventory/spare.ts'
import type { StoredText } from './commits/entries.ts'
import { damagedRecord } from './commits/records.ts'
import type { BucketState } from './commits/state.ts'
import { givenIn } from './given.ts'
import { fileKey } from './keys.ts'
import { fetchObject } from './objects.ts'
import { markWorkingCopy } from './own-mark.ts'
import type { Standing } from './standing.ts'
import type { WorkingCopy } from './working-copy.ts'

/**
 * Makes a working copy that of a state. The inventory is written as one that was settled: its files are not looked for,
 * as they lie in the bucket. What is no part of the state is removed, but for lines that were not sent yet. Whoever calls it
 * holds the copy's lock.
 */
export async function matchCopy(
  { copy, log, texts: known }: Pick<Standing, 'copy' | 'log' | 'texts'>,
  store: Store,
  signal: AbortSignal,
): Promise<void> {
  const { dir } = copy
  const { state } = log
  await makeFolder(join(dir, STATE_FOLDER))
  await markWorkingCopy(dir, store.name)
  await copy.removeUnnamed(state)
  await copy.appendOnly.addMissing(state)
  for (const text of state.texts)
    if (!(await isThere(dir, text, known))) await fetchText(text, copy, store, signal)
  for (const { sha256, names } of givenIn(state.decisions)) {
    const path = await makeRoomBelow(dir, names, refuseLink)
    // One that is gone is told when its track is made.
    if (!(await look(path)) && (await fetchObject(sha256, copy.temporaryPath, store, signal)))
      await moveInto(copy.temporaryPath, path)
  }
  await writeInventory(dir, state)
}

async function isThere(dir: string, text: StoredText, known: Standing['texts']): Promise<boolean> {
  const path = join(dir, text.path)
  if (known.get(text.path) !== text.sha256) return await isWhole(path, text)
  const found = await look(path)
  return found?.isFile() === true && found.size === text.bytes
}

async function fetchText(
  { path, sha256 }: StoredText,
  { dir, temporaryPath }: WorkingCopy,
  store: Store,
  signal: AbortSignal,
): Promise<void> {
  const isFetched = await fetchObject(sha256, temporaryPath, store, signal)
  if (!isFetched) throw damagedRecord(fileKey(sha256), store.name)
  await moveInto(temporaryPath, await makeRoom(dir, path))
}

/** What was laid aside of an earlier one is of another state, and would be taken for what this one has lost. */
async function writeInventory(dir: string, state: BucketState): Promise<void> {
  const own = join(dir, STATE_FOLDER)
  await rm(join(own, SPARE), { force: true })
  const path = join(dir, INVENTORY)
  const lines = state.files.map(({ line }) => `${line}\n`)
  if (lines.length === 0) return
  await writeAtomic(path, lines, join(own, 'unfinished'))
  const sum = await hashFile(path, { noFollow: true })
  await writeCheckpoint(own, sum, join(own, 'unfinished'))
}
