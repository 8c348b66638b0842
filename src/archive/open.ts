import { mkdir, realpath, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { codeOf } from '../base/file.ts'
import { look } from '../base/inside.ts'
import { takeLock } from '../base/lock.ts'
import { type Reason, reason } from '../model/reason.ts'
import { UserError } from '../words/user-error.ts'
import type { DecisionLog } from './decisions/decision-log.ts'
import { readDecisions } from './decisions/decisions.ts'
import { makeFolder, refuseLink } from './files/inside.ts'
import { type ArchivePaths, pathsOf } from './files/paths.ts'
import { RootGuard } from './files/root-guard.ts'
import { sortOutChanged } from './inventory/changed-lines.ts'
import { type Checkpoint, readCheckpoint } from './inventory/checkpoint.ts'
import { areIndexFilesThere, saveLineIndex, writeIndexFiles } from './inventory/index-files.ts'
import { Inventory } from './inventory/inventory.ts'
import { LineIndex } from './inventory/line-index.ts'
import { keepDamaged, type Loaded, loadInventory } from './inventory/load.ts'
import { openSettled, type SettledInventory } from './inventory/settled.ts'
import { type LoadedFile, overlookUnfinished, recover } from './journal/recover.ts'
import { type Lists, readLists, refuseForeignLists } from './lists/lists.ts'
import { bringBackLines, refuseForeignManifest } from './reindex/bring-back.ts'
import type { DescribeFile, ReindexFinding } from './reindex/line-search.ts'
import { finishListMoves, overlookListMoves } from './trash/lists/finish-list-moves.ts'
import { finishPruning, overlookPruned } from './trash/prune.ts'

export interface OpenedArchive extends AsyncDisposable {
  readonly readOnly: boolean
  /** Where it is open for writing. */
  readonly guard?: RootGuard
  readonly paths: ArchivePaths
  readonly inventory: Inventory
  /** What was wrong with the inventory, and what was done about it. */
  readonly notes: readonly Reason[]
  /** Lines that were brought back from other records, and files that they could not be brought back for. */
  readonly findings: readonly ReindexFinding[]
  readonly lists: Lists
  /** As they were when the archive was opened. */
  readonly decisions: DecisionLog
}

/** Opens for reading only: writes nothing, and looks at no file but those that a run has not finished. */
export async function openForReading(
  dir: string,
  signal?: AbortSignal,
  describe?: DescribeFile,
): Promise<OpenedArchive> {
  const root = (await look(dir)) ? await realpath(dir) : resolve(dir)
  if ((await look(root))?.isDirectory() === false) throw noFolder(dir)
  const paths = pathsOf(root, signal)
  if ((await look(paths.state))?.isDirectory() === false) throw refuseLink(paths.state)
  const decisions = await readDecisions(root, signal)
  const checkpoint = await readCheckpoint(paths.state)
  const { inventory, notes, findings } = await read(checkpoint, paths, describe)
  await overlookPruned(inventory, paths)
  await overlookListMoves(inventory, paths)
  const lists = await readLists(paths)
  return {
    readOnly: true,
    paths,
    inventory,
    notes,
    findings,
    lists,
    decisions,
    [Symbol.asyncDispose]: async () => {},
  }
}

async function read(
  checkpoint: Checkpoint | undefined,
  paths: ArchivePaths,
  describe: DescribeFile | undefined,
): Promise<Pick<OpenedArchive, 'inventory' | 'notes' | 'findings'>> {
  const settled = await openSettled(checkpoint, paths)
  if (settled) return { inventory: settled.inventory, notes: [], findings: [] }
  const loaded = await sortOutChanged(await loadInventory(paths, checkpoint), checkpoint, paths)
  if (!checkpoint) await refuseForeignManifest(paths)
  const { files, notes, findings } = await bringBackLines(loaded, checkpoint, paths, describe)
  const live = await overlookUnfinished(loaded.lines, paths)
  return { inventory: new Inventory(paths.root, [...live, ...files]), notes, findings }
}

/** Opens for writing: takes the lock, mends, and empties the unfinished work. */
export async function openForWriting(
  dir: string,
  signal?: AbortSignal,
  describe?: DescribeFile,
): Promise<OpenedArchive> {
  const paths = pathsOf(await makeRoot(dir), signal)
  const decisions = await readDecisions(paths.root, signal)
  // Nothing may be written into a folder that cannot become an archive.
  if (!(await look(paths.state))) {
    await loadInventory(paths, undefined)
    await refuseForeignManifest(paths)
    await refuseForeignLists(paths)
  }
  await using opening = new AsyncDisposableStack()
  const guard = opening.use(await RootGuard.hold(paths.root))
  await makeFolder(paths.state)
  opening.use(takeLock(join(paths.state, 'lock')))
  const { inventory, notes, findings } = await mend(paths, describe)
  opening.use(inventory)
  const lists = await readLists(paths)
  await finishListMoves({ inventory, lists, paths })
  await rm(paths.work, { recursive: true, force: true })
  await makeFolder(paths.work)
  const held = opening.move()
  return {
    readOnly: false,
    guard,
    paths,
    inventory,
    notes,
    findings,
    lists,
    decisions,
    [Symbol.asyncDispose]: () => held.disposeAsync(),
  }
}

/** Reads the inventory and finishes or drops what a run that ended too early has left. */
async function mend(paths: ArchivePaths, describe: DescribeFile | undefined) {
  const checkpoint = await readCheckpoint(paths.state)
  const settled = await openSettled(checkpoint, paths)
  if (settled) return await takeSettled(settled, paths)
  const loaded = await sortOutChanged(await loadInventory(paths, checkpoint), checkpoint, paths)
  const { lines, damaged, bytes } = loaded
  if (!checkpoint) await refuseForeignManifest(paths)
  await makeFolder(paths.work)
  await keepDamaged(paths, damaged)
  const brought = await bringBackLines(loaded, checkpoint, paths, describe)
  const { files, notes, findings, sealed } = brought
  const restored = files.map((file) => ({ file, checkpointed: true }))
  const live = await recover([...lines, ...restored], paths)
  // Where what follows fails, on a full disk, its file is not left open.
  await using opening = new AsyncDisposableStack()
  const inventory = opening.use(new Inventory(paths.root, live, countLoose(lines)))
  // A run that was killed between the inventory and what follows from it has left manifests of before.
  const isAsLeft = bytes === checkpoint?.bytes && notes.length === 0
  const isComplete = isAsLeft && sealed && (await areIndexFilesThere(inventory, paths))
  if (isComplete) {
    const settled = { sealed, index: indexOf(loaded) }
    inventory.unsettled.finish(settled, false)
    await saveLineIndex(inventory, settled, paths)
  } else await writeIndexFiles(inventory, paths)
  await finishPruning(inventory, paths)
  opening.move()
  return { inventory, notes, findings }
}

/** Nothing of the inventory is to be mended; what follows from it may be. */
async function takeSettled({ inventory, sealed, index }: SettledInventory, paths: ArchivePaths) {
  await makeFolder(paths.work)
  if (await areIndexFilesThere(inventory, paths))
    inventory.unsettled.finish({ sealed, index }, false)
  else await writeIndexFiles(inventory, paths)
  await finishPruning(inventory, paths)
  return { inventory, notes: [], findings: [] }
}

/** An archive of an earlier version has none. */
function indexOf({ lines, damaged }: Loaded): LineIndex | undefined {
  if (damaged.length > 0) return undefined
  const index = new LineIndex()
  for (const { file, start, end } of lines) index.add(file, end - start)
  return index
}

/** Lines behind the first that is out of order: some may count for nothing, and all are to be sorted some day. */
function countLoose(lines: readonly LoadedFile[]): number {
  const at = lines.findIndex(({ file }, index) => file.path <= (lines[index - 1]?.file.path ?? ''))
  return at < 0 ? 0 : lines.length - at
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
