import { constants } from 'node:fs'
import { copyFile, open } from 'node:fs/promises'
import { join } from 'node:path'
import { moveInto } from '../../base/file.ts'
import { look } from '../../base/inside.ts'
import type { ArchivedFile } from '../../model/archived-file.ts'
import { type Reason, reason } from '../../model/reason.ts'
import { isWhole, locate } from '../files/inside.ts'
import { type ArchivePaths, newTemporary, pathsOf } from '../files/paths.ts'
import { findUnfinishedMoves } from '../trash/lists/list-trash.ts'
import { findUnfinished } from '../trash/trash.ts'
import type { Checkpoint } from './checkpoint.ts'
import { INVENTORY } from './inventory.ts'
import { stemKey } from './line-keys.ts'
import type { Loaded } from './load.ts'
import { readInventoryLines } from './read-lines.ts'
import { SealedInventory } from './sealed.ts'

/** In `.songkeep/`: the inventory as it was at the last checkpoint, to the byte. */
export const SPARE = INVENTORY

/** Lays a copy of the inventory aside, where an accident to the one does not reach the other. */
export async function writeSpare(paths: ArchivePaths): Promise<void> {
  const temporary = newTemporary(paths)
  const flags = constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE
  await copyFile(join(paths.root, INVENTORY), temporary, flags)
  await moveInto(temporary, join(paths.state, SPARE))
}

/** Adds to the copy what the inventory had added to it behind its first `before` bytes. */
export async function addToSpare(
  bytes: Uint8Array,
  before: number,
  paths: ArchivePaths,
): Promise<void> {
  const place = join(paths.state, SPARE)
  const found = await look(place)
  if (!found?.isFile() || found.size !== before) return await writeSpare(paths)
  const flags = constants.O_APPEND | constants.O_WRONLY | (constants.O_NOFOLLOW ?? 0)
  await using file = await open(place, flags)
  await file.writeFile(bytes)
  await file.datasync()
}

/** What an inventory has lost since its checkpoint. */
export interface Restored {
  /** Lines that count again. */
  readonly files: readonly ArchivedFile[]
  /** What is to be told; empty where the inventory is as it was left. */
  readonly notes: readonly Reason[]
  /** The inventory as it is, where that is just as the checkpoint left it. */
  readonly sealed?: SealedInventory
}

/**
 * Finds the lines that are missing since the last checkpoint (the file was cut, changed or removed) in the copy that
 * was laid aside. They count again, so that a check misses what is not whole of their files, and a repair can have it
 * back; but of an inventory that lost nothing of its own, only those of whole files, as the others were replaced.
 */
export async function restoreLines(
  { lines, damaged, bytes }: Loaded,
  checkpoint: Checkpoint | undefined,
  paths: ArchivePaths,
): Promise<Restored> {
  const isCut = checkpoint !== undefined && bytes < checkpoint.bytes
  const unreadable = damaged.filter((line) => !isTorn(line, checkpoint))
  const isHarmed = isCut || unreadable.length > 0
  const sealed = isHarmed ? undefined : await readSealed(checkpoint, paths)
  const isChanged = sealed !== undefined && sealed.sha256 !== checkpoint?.sha256
  if (!isHarmed && !isChanged)
    return { files: [], notes: [], sealed: sealed?.bytes === bytes ? sealed : undefined }
  const known = new Map(lines.map(({ file }) => [stemKey(file.path), file]))
  const leaving = await findLeaving(paths)
  const files: ArchivedFile[] = []
  let lost = 0
  const spare = await readLatest(paths)
  for (const [key, file] of spare) {
    const now = known.get(key)
    // Of a file with several lines the last may be missing alone.
    if ((now && keyOf(now) === keyOf(file)) || leaving.has(keyOf(file))) continue
    const path = await locate(paths.root, file.path).catch(() => undefined)
    const isThere = path !== undefined && (await isWhole(path, file, paths.signal))
    if (!isThere && now) continue
    if (!isThere) lost++
    if (isThere || isHarmed) files.push(file)
  }
  // A run that was killed while it wrote a shorter one, or an empty one, has lost nothing.
  const isEmptied = leaving.size > 0 && bytes === 0 && (await isEmptyFile(join(paths.state, SPARE)))
  const isExplained = files.length === 0 && unreadable.length === 0 && (spare.size > 0 || isEmptied)
  if (isExplained || !(isHarmed || files.length > 0)) return { files, notes: [] }
  const whole = isHarmed ? files.length - lost : files.length
  const params = { restored: whole, lost: isHarmed ? lost : 0, damaged: unreadable.length }
  return { files, notes: [reason('archive.inventory-mended', params)] }
}

/** A last line that was being written when its run was killed. */
const isTorn = ({ start, reason }: Loaded['damaged'][number], checkpoint: Checkpoint | undefined) =>
  reason.code === 'archive.line-cut-off' && start >= (checkpoint?.bytes ?? 0)

const keyOf = ({ path, sha256 }: ArchivedFile) => `${sha256} ${path}`

/** What a run that was killed on its way takes to the trash: files that were pruned, or went with their lists. */
async function findLeaving(paths: ArchivePaths): Promise<ReadonlySet<string>> {
  const pruned = (await findUnfinished(paths)).flatMap(({ lines }) => lines)
  const withLists = (await findUnfinishedMoves(paths)).flatMap(({ way, record }) =>
    way === 'into the trash' ? record.files : [],
  )
  return new Set([...pruned, ...withLists].map(keyOf))
}

async function isEmptyFile(path: string): Promise<boolean> {
  const found = await look(path)
  return found?.isFile() === true && found.size === 0
}

async function readSealed(checkpoint: Checkpoint | undefined, { root, signal }: ArchivePaths) {
  if (checkpoint?.sha256 === undefined || checkpoint.bytes === 0) return undefined
  return await SealedInventory.read(join(root, INVENTORY), checkpoint.bytes, signal)
}

/** What was kept at the last checkpoint, as far as the copy that was laid aside then can be read. */
export async function readCheckpointed(root: string): Promise<ArchivedFile[]> {
  return [...(await readLatest(pathsOf(root, undefined))).values()]
}

/** By stem: of several lines the last one. */
async function readLatest({ state, signal }: ArchivePaths): Promise<Map<string, ArchivedFile>> {
  const files = new Map<string, ArchivedFile>()
  for await (const file of readInventoryLines(join(state, SPARE), signal))
    files.set(stemKey(file.path), file)
  return files
}
