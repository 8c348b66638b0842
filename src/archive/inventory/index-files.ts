import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { writeAtomic } from '../../base/file.ts'
import { hashFile } from '../../base/hash.ts'
import type { ArchivedFile } from '../../model/archived-file.ts'
import { look, setAside } from '../files/inside.ts'
import { isOwnFile, noteOwnFile } from '../files/own-files.ts'
import { type ArchivePaths, newTemporary } from '../files/paths.ts'
import { findReadme, README, writeReadme } from '../readme/readme.ts'
import { type Checkpoint, writeCheckpoint } from './checkpoint.ts'
import { INVENTORY, type Inventory } from './inventory.ts'
import { MANIFEST, MANIFEST_SHA512, writeManifest } from './manifest.ts'
import { writeSpare } from './spare.ts'

/** Writes the index files, which are the inventory, the manifests and the README, anew and sorted, and notes the
 * checkpoint. Does nothing where nothing has changed since. */
export async function writeIndexFiles(inventory: Inventory, paths: ArchivePaths) {
  if (inventory.isWritten) return
  const all = inventory.all()
  const isNew = all.length === 0 && !(await look(join(paths.root, INVENTORY)))
  const checkpoint = isNew ? { bytes: 0 } : await rewrite(inventory, paths)
  await writeCheckpoint(paths.state, checkpoint, newTemporary(paths))
  if (isNew) return
  await writeDerivedFiles(all, paths)
  inventory.noteWritten()
}

/** What follows from the inventory, and lies open beside it. Files that say the same already are left as they are. */
export async function writeDerivedFiles(all: readonly ArchivedFile[], paths: ArchivePaths) {
  await replace(join(paths.root, MANIFEST), [...writeManifest(all)].join(''), paths)
  await writeSecondManifest(all, paths)
  await writeReadme(paths)
}

/** Where an archive is as a checkpoint left it, its index files need not be written again before something changes. */
export async function areIndexFilesThere({ root }: ArchivePaths): Promise<boolean> {
  const found = await Promise.all([MANIFEST, README].map((name) => look(join(root, name))))
  return found.every((each) => each?.isFile())
}

async function rewrite(inventory: Inventory, paths: ArchivePaths): Promise<Checkpoint> {
  await inventory.rewrite(newTemporary(paths))
  await writeSpare(paths)
  return await hashFile(join(paths.root, INVENTORY), { noFollow: true })
}

/** Archives of earlier versions have none: what lies under its name there is somebody else's, and is moved away. */
async function writeSecondManifest(all: readonly ArchivedFile[], paths: ArchivePaths) {
  const place = join(paths.root, MANIFEST_SHA512)
  const text = [...writeManifest(all, 'sha512')].join('')
  const isOwn = (await isOwnFile(MANIFEST_SHA512, paths)) || (await findReadme(paths)) === 'ours'
  if (text === '') {
    if (isOwn) await rm(place, { force: true })
    return
  }
  if (!isOwn && (await look(place))) await setAside(place, paths.state)
  await noteOwnFile(MANIFEST_SHA512, paths)
  await replace(place, text, paths)
}

/** A file that holds the text already is left as it is. */
async function replace(place: string, text: string, paths: ArchivePaths) {
  const found = await look(place)
  const isSame = found?.isFile() && found.size === Buffer.byteLength(text)
  if (isSame && (await readFile(place, 'utf8')) === text) return
  await writeAtomic(place, text, newTemporary(paths))
}
