import { mkdir, realpath, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { codeOf } from '../base/file.ts'
import { takeLock } from '../base/lock.ts'
import { reason } from '../model/reason.ts'
import { UserError } from '../words/user-error.ts'
import type { DecisionLog } from './decisions/decision-log.ts'
import { readDecisions } from './decisions/decisions.ts'
import { Folders } from './files/folders.ts'
import { look, makeFolder, refuseLink } from './files/inside.ts'
import { type ArchivePaths, pathsOf } from './files/paths.ts'
import { writeIndexFiles } from './inventory/index-files.ts'
import { Inventory } from './inventory/inventory.ts'
import { keepDamaged, loadInventory, readSettled } from './inventory/load.ts'
import { recover } from './journal/recover.ts'
import { finishPruning, overlookPruned } from './trash/prune.ts'

export interface OpenedArchive extends AsyncDisposable {
  readonly readOnly: boolean
  readonly site: ArchivePaths
  readonly inventory: Inventory
  readonly folders: Folders
  /** As they were when the archive was opened. */
  readonly decisions: DecisionLog
}

/** Opens for reading alone: writes nothing, and takes what the inventory says as it is. */
export async function openForReading(dir: string, signal?: AbortSignal): Promise<OpenedArchive> {
  const root = (await look(dir)) ? await realpath(dir) : resolve(dir)
  if ((await look(root))?.isDirectory() === false) throw noFolder(dir)
  const site = pathsOf(root, signal)
  if ((await look(site.state))?.isDirectory() === false) throw refuseLink(site.state)
  const decisions = await readDecisions(root, signal)
  const settled = await readSettled(site.state)
  const { lines } = await loadInventory(site, settled)
  const inventory = new Inventory(
    root,
    lines.map(({ kept }) => kept),
  )
  await overlookPruned(inventory, site)
  const folders = await Folders.read(site.state)
  return {
    readOnly: true,
    site,
    inventory,
    folders,
    decisions,
    [Symbol.asyncDispose]: async () => {},
  }
}

/** Opens for writing: takes the lock, mends, and empties the unfinished work. */
export async function openForWriting(dir: string, signal?: AbortSignal): Promise<OpenedArchive> {
  const site = pathsOf(await makeRoot(dir), signal)
  const decisions = await readDecisions(site.root, signal)
  // Before the first trace of ours is left in a folder that cannot become an archive.
  if (!(await look(site.state))) await loadInventory(site, Number.POSITIVE_INFINITY)
  await using opening = new AsyncDisposableStack()
  await makeFolder(site.state)
  opening.use(takeLock(join(site.state, 'lock')))
  const inventory = opening.use(await mend(site))
  const folders = await Folders.read(site.state)
  await rm(site.work, { recursive: true, force: true })
  await makeFolder(site.work)
  const held = opening.move()
  return {
    readOnly: false,
    site,
    inventory,
    folders,
    decisions,
    [Symbol.asyncDispose]: () => held.disposeAsync(),
  }
}

/** Reads the inventory and finishes or drops what a run that ended too early has left. */
async function mend(site: ArchivePaths): Promise<Inventory> {
  const settled = await readSettled(site.state)
  const { lines, damaged, bytes } = await loadInventory(site, settled)
  await makeFolder(site.work)
  await keepDamaged(site, damaged)
  const inventory = new Inventory(site.root, await recover(lines, site))
  if (bytes !== settled || damaged.length > 0) await writeIndexFiles(inventory, site)
  await finishPruning(inventory, site)
  return inventory
}

async function makeRoot(dir: string): Promise<string> {
  try {
    await mkdir(dir, { recursive: true })
  } catch (error) {
    if (codeOf(error) !== 'EEXIST' && codeOf(error) !== 'ENOTDIR') throw error
    throw noFolder(dir)
  }
  return await realpath(dir)
}

const noFolder = (dir: string) =>
  new UserError(reason('archive.is-a-file', { path: dir }), reason('archive.name-a-folder'))
