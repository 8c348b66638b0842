import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { moveInto, syncFolder, writeAtomic } from '../../../base/file.ts'
import { look } from '../../../base/inside.ts'
import type { ArchivedFile } from '../../../model/archived-file.ts'
import { locate, makeFolder, makeRoom, setAside } from '../../files/inside.ts'
import { type ArchivePaths, newTemporary } from '../../files/paths.ts'
import { writeIndexFiles } from '../../inventory/index-files.ts'
import { INVENTORY, type Inventory } from '../../inventory/inventory.ts'
import { writeInventoryLine } from '../../inventory/inventory-line.ts'
import type { Lists } from '../../lists/lists.ts'
import { removeEmptyFolders } from '../prune.ts'
import type { ListRecord, WrittenText } from './list-record.ts'
import type { ListPlace } from './list-trash.ts'

/** The parts of an open archive that change. */
export interface ChangedParts {
  readonly inventory: Inventory
  readonly lists: Lists
  readonly paths: ArchivePaths
}

/**
 * Moves lists to the trash: their lines first, then their texts, then the files that are theirs alone. Each step may
 * have been done already, by a run that was killed.
 */
export async function carryAway(place: ListPlace, record: ListRecord, parts: ChangedParts) {
  const { lists, inventory, paths } = parts
  for (const { id } of record.lists) lists.setRemoved(id, true)
  if (record.into) lists.setAddresses(record.into.id, joinedAddresses(record))
  await lists.save()
  await makeFolder(place.folder)
  for (const path of record.texts) await moveText(path, place, record.written, paths)
  for (const text of record.written) await putWritten(text, paths)
  for (const file of record.files) await moveFile(file, place, inventory, paths)
  if (record.files.length > 0) {
    const lines = record.files.map(writeInventoryLine)
    await writeAtomic(join(place.folder, INVENTORY), lines, newTemporary(paths))
  }
  await writeIndexFiles(inventory, paths)
  await rename(place.begun, place.done)
  await syncFolder(place.folder)
  const left = [...record.texts, ...record.files.map(({ path }) => path)]
  for (const path of left) await removeEmptyFolders(path, paths)
}

/** Its own address stays the one that it is read again by. */
function joinedAddresses({ into, lists }: ListRecord): readonly string[] {
  const others = lists.flatMap(({ id, uris }) => (id.includes(':') ? [...uris, id] : uris))
  return [...new Set([...(into?.uris ?? []), ...others])]
}

async function moveText(
  path: string,
  { folder }: ListPlace,
  written: readonly WrittenText[],
  paths: ArchivePaths,
) {
  const news = written.find((each) => each.path === path)
  // What lies there is the new text already.
  if (news && !(await look(join(paths.work, news.temporary)))) return
  const from = await locate(paths.root, path)
  if (from === undefined || !(await look(from))?.isFile()) return
  const to = await makeRoom(folder, path)
  if (!(await look(to))) await moveInto(from, to)
}

async function putWritten({ path, temporary }: WrittenText, paths: ArchivePaths) {
  const from = join(paths.work, temporary)
  if (!(await look(from))) return
  const to = await makeRoom(paths.root, path)
  if (await look(to)) await setAside(to, paths.state)
  await moveInto(from, to)
}

/** A file of another size is somebody's own by now, and stays with its line. */
async function moveFile(
  file: ArchivedFile,
  { folder }: ListPlace,
  inventory: Inventory,
  paths: ArchivePaths,
) {
  const from = await locate(paths.root, file.path)
  const found = from === undefined ? undefined : await look(from)
  if (found && !(found.isFile() && found.size === file.bytes)) return
  if (from !== undefined && found) await moveInto(from, await makeRoom(folder, file.path))
  const now = inventory.at(file.path)
  if (now?.path === file.path && now.sha256 === file.sha256) inventory.remove(now)
}

/** For looking only: the lines of files that have gone to the trash already do not count. */
export async function overlookCarried(
  { files }: ListRecord,
  inventory: Inventory,
  { root }: ArchivePaths,
) {
  for (const file of files) {
    const now = inventory.at(file.path)
    const place = now && (await locate(root, file.path).catch(() => undefined))
    if (now?.sha256 === file.sha256 && !(place && (await look(place)))) inventory.remove(now)
  }
}
