import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { moveInto, writeAtomic } from '../../base/file.ts'
import { hashFile } from '../../base/hash.ts'
import { look, makeRoomBelow } from '../../base/inside.ts'
import { fetchWhole } from '../../storage/fetch-whole.ts'
import type { Store } from '../../storage/store.ts'
import { isWhole, makeFolder, makeRoom, refuseLink } from '../files/inside.ts'
import { STATE_FOLDER } from '../files/paths.ts'
import { writeCheckpoint } from '../inventory/checkpoint.ts'
import { INVENTORY } from '../inventory/inventory.ts'
import { SPARE } from '../inventory/spare.ts'
import type { StoredText } from './entries.ts'
import { givenIn } from './given.ts'
import { fileKey } from './keys.ts'
import { markWorkingCopy } from './own-mark.ts'
import { damagedRecord } from './records.ts'
import type { BucketState } from './state.ts'
import type { WorkingCopy } from './working-copy.ts'

/** What the texts of a clean copy are, by path: those are not read again. */
export type KnownTexts = ReadonlyMap<string, string>

/**
 * Makes a working copy that of a state. The inventory is written as one that was settled: its files are not looked for,
 * as they lie in the bucket. What is no part of the state is removed, but for lines that were not sent yet.
 */
export async function matchCopy(
  copy: WorkingCopy,
  state: BucketState,
  known: KnownTexts,
  store: Store,
  signal: AbortSignal,
): Promise<void> {
  const { dir } = copy
  await makeFolder(join(dir, STATE_FOLDER))
  await markWorkingCopy(dir, store.name)
  await copy.removeUnnamed(state)
  await copy.growing.addMissing(state)
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

async function isThere(dir: string, text: StoredText, known: KnownTexts): Promise<boolean> {
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

/** Writes an object of this digest to `to`, in the place of what a killed run has left there. */
export async function fetchObject(
  sha256: string,
  to: string,
  store: Store,
  signal: AbortSignal,
): Promise<boolean> {
  await rm(to, { force: true })
  return await fetchWhole(store, { key: fileKey(sha256), sha256 }, to, signal)
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
