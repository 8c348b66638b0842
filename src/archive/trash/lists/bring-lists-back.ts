import { readdir, rename, rm, rmdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { moveInto, syncFolder } from '../../../base/file.ts'
import { look } from '../../../base/inside.ts'
import type { ArchivedFile } from '../../../model/archived-file.ts'
import type { BroughtBack } from '../../../model/lists/trashed-lists.ts'
import { isWhole, locate, makeFolder, makeRoom, setAside } from '../../files/inside.ts'
import type { ArchivePaths } from '../../files/paths.ts'
import { writeIndexFiles } from '../../inventory/index-files.ts'
import { INVENTORY, type Inventory } from '../../inventory/inventory.ts'
import type { ListRecord } from './list-record.ts'
import type { ListPlace } from './list-trash.ts'
import type { ChangedParts } from './set-lists-aside.ts'

/** Notes that what lies there is to come back: a run that is killed after this is continued by the next one. */
export async function writeReturnIntent({ done, leaving, folder }: ListPlace): Promise<void> {
  await rename(done, leaving)
  await syncFolder(dirname(folder))
}

/**
 * Puts lists back where they were, to the byte: files with their lines, then texts, then the lists' own lines. What is
 * newer in their places stays; the older then stays in the trash, and is told.
 */
export async function carryBack(
  place: ListPlace,
  record: ListRecord,
  { inventory, lists, paths }: ChangedParts,
): Promise<BroughtBack> {
  for (const each of [dirname(place.folder), place.folder]) await makeFolder(each)
  const left: string[] = []
  const back: ArchivedFile[] = []
  for (const file of record.files)
    if (await returnFile(file, place, inventory, paths)) back.push(file)
    else left.push(file.path)
  for (const { path, ...sum } of record.written) {
    const now = await locate(paths.root, path)
    if (now !== undefined && (await isWhole(now, sum))) await setAside(now, paths.state)
  }
  for (const path of record.texts) if (!(await returnText(path, place, paths))) left.push(path)
  for (const { id } of record.lists) lists.setRemoved(id, false)
  if (record.into) lists.setAddresses(record.into.id, record.into.uris)
  await lists.save()
  await writeIndexFiles(inventory, paths)
  await close(place, left.length > 0)
  return {
    names: record.lists.map(({ name }) => name),
    files: back.length,
    bytes: back.reduce((sum, { bytes }) => sum + bytes, 0),
    left,
  }
}

/** False where something else has its place, or its name with another ending. */
async function returnFile(
  file: ArchivedFile,
  { folder }: ListPlace,
  inventory: Inventory,
  paths: ArchivePaths,
): Promise<boolean> {
  const now = inventory.at(file.path)
  if (now && (now.path !== file.path || now.sha256 !== file.sha256)) return false
  const from = await locate(folder, file.path)
  const to = await makeRoom(paths.root, file.path)
  if (from !== undefined && (await look(from))) {
    if (await look(to)) return false
    await moveInto(from, to)
  }
  // One that was missing already when its list went is missing again, and its line says so.
  if (!now) await inventory.recordIntent(file)
  return true
}

async function returnText(
  path: string,
  { folder }: ListPlace,
  paths: ArchivePaths,
): Promise<boolean> {
  const from = await locate(folder, path)
  if (from === undefined || !(await look(from))) return true
  const to = await makeRoom(paths.root, path)
  if (await look(to)) return false
  await moveInto(from, to)
  return true
}

async function close({ leaving, folder }: ListPlace, hasLeft: boolean) {
  if (hasLeft) return await rename(leaving, join(folder, 'returned.json'))
  await rm(join(folder, INVENTORY), { force: true })
  await removeEmpty(folder)
  await rm(leaving, { force: true })
}

/** The folders in it, and it; nothing that holds a file. */
async function removeEmpty(folder: string) {
  for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => []))
    if (entry.isDirectory()) await removeEmpty(join(folder, entry.name))
  await rmdir(folder).catch(() => {})
}
