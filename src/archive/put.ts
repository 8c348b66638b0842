import { sep } from 'node:path'
import { moveInto } from '../base/file.ts'
import { digestFile } from '../base/hash.ts'
import type { ArchivedFile } from '../model/archived-file.ts'
import type { Media } from '../model/media.ts'
import { locate, refuseOccupied } from './files/inside.ts'
import { type ArchivePaths, newTemporary } from './files/paths.ts'
import { describeFile, type Why } from './inventory/describe.ts'
import { putInPlace } from './journal/recover.ts'
import { isArchivedFilePath } from './naming/clean.ts'
import type { OpenedArchive } from './open.ts'

/** Gives a finished file the name that was reserved for it: the steps of the redo rule, in the README. */
export async function putFile(
  media: Media,
  stem: string,
  why: Why,
  { inventory, lists, paths }: OpenedArchive,
): Promise<ArchivedFile> {
  const ready = await moveToWork(media.path, paths)
  const sum = await digestFile(ready, { noFollow: true })
  const file = describeFile(pathOf(stem, media.extension), sum, media, why)
  const before = inventory.at(file.path)
  const path = before?.path === file.path ? undefined : await locate(paths.root, file.path)
  if (path) await refuseOccupied(path)
  await inventory.recordIntent(file)
  try {
    await lists.save()
    await putInPlace(ready, file, before, paths)
  } catch (error) {
    inventory.withdraw(file, before)
    throw error
  }
  return file
}

/** Recovery looks for unfinished files in the work directory only. */
export async function moveToWork(path: string, paths: ArchivePaths): Promise<string> {
  if (path.startsWith(paths.work + sep)) return path
  const temporary = newTemporary(paths)
  await moveInto(path, temporary)
  return temporary
}

/** The ending comes from a file's name in the user's own folders: it is not to be believed. */
function pathOf(stem: string, extension: string): string {
  const ending = extension.toLowerCase().replace(/[^a-z0-9]/g, '')
  const path = `${stem}.${ending.slice(0, 8)}`
  return ending !== '' && isArchivedFilePath(path) ? path : `${stem}.bin`
}
