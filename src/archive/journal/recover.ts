import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { moveInto } from '../../base/file.ts'
import { hashFile } from '../../base/hash.ts'
import { look } from '../../base/inside.ts'
import type { ArchivedFile } from '../../model/archived-file.ts'
import { UserError } from '../../words/user-error.ts'
import { isWhole, locate, makeRoom, refuseOccupied, setAside } from '../files/inside.ts'
import type { ArchivePaths } from '../files/paths.ts'
import { stemKey } from '../inventory/line-keys.ts'

export interface LoadedFile {
  readonly file: ArchivedFile
  /** False for lines written since the last checkpoint: a run that was killed may not have put their files in place. */
  readonly checkpointed: boolean
}

/**
 * Mends what a killed run left behind, and returns the lines that count. A line is written before its file gets
 * its final name. Where a line's file is not in its place, it is looked for in the work directory by its checksum:
 * if it is there, the move is finished; if not, the line is dropped, and the one that it replaced counts again.
 */
export async function recover(
  lines: readonly LoadedFile[],
  paths: ArchivePaths,
): Promise<ArchivedFile[]> {
  const unconfirmed = lines.filter(({ checkpointed }) => !checkpointed).map(({ file }) => file)
  const leftovers = await findLeftovers(unconfirmed, paths)
  const live: ArchivedFile[] = []
  for (const claims of Map.groupBy(lines, ({ file }) => stemKey(file.path)).values()) {
    const file = await firstHolding(claims.toReversed(), leftovers, paths)
    if (file) live.push(file)
  }
  return live
}

/**
 * The lines that count while nothing may be written: a file that a run has announced, and not put in its place, is not
 * kept yet, and what it is to replace still is.
 */
export async function overlookUnfinished(
  lines: readonly LoadedFile[],
  paths: ArchivePaths,
): Promise<ArchivedFile[]> {
  const live: ArchivedFile[] = []
  for (const claims of Map.groupBy(lines, ({ file }) => stemKey(file.path)).values()) {
    const newest = claims.toReversed()
    for (const [at, { file, checkpointed }] of newest.entries()) {
      const isKept = checkpointed || (await isInPlace(file, newest[at + 1]?.file, paths))
      if (!isKept) continue
      live.push(file)
      break
    }
  }
  return live
}

async function isInPlace(
  file: ArchivedFile,
  before: ArchivedFile | undefined,
  paths: ArchivePaths,
): Promise<boolean> {
  const path = await locate(paths.root, file.path).catch(() => undefined)
  if (path === undefined || !(await look(path))) return false
  return !(await isStill(path, file, before, paths))
}

/** The first line that counts; the newest comes first. */
async function firstHolding(
  claims: readonly LoadedFile[],
  leftovers: Map<string, string[]>,
  paths: ArchivePaths,
): Promise<ArchivedFile | undefined> {
  for (const [at, { file, checkpointed }] of claims.entries()) {
    if (checkpointed) return file
    if (await holds(file, claims[at + 1]?.file, leftovers, paths)) return file
  }
  return undefined
}

async function holds(
  file: ArchivedFile,
  before: ArchivedFile | undefined,
  leftovers: Map<string, string[]>,
  paths: ArchivePaths,
): Promise<boolean> {
  try {
    const path = await locate(paths.root, file.path)
    const left = leftovers.get(file.sha256)
    // The file that it was to replace is still there: the move was never made.
    if (path && !left?.length && (await isStill(path, file, before, paths))) return false
    // Damaged since or not, it is the line's file: it had got its final name.
    if (path && !left?.length) return (await look(path)) !== undefined
    if (path && (await isWhole(path, file, paths.signal))) return true
    const temporary = left?.pop()
    if (!temporary) return false
    await putInPlace(temporary, file, before, paths)
    return true
  } catch (error) {
    // Somebody else's file has the name.
    if (error instanceof UserError) return false
    throw error
  }
}

async function isStill(
  path: string,
  file: ArchivedFile,
  before: ArchivedFile | undefined,
  { signal }: ArchivePaths,
) {
  if (before?.path !== file.path || before.sha256 === file.sha256) return false
  return await isWhole(path, before, signal)
}

/**
 * Gives a file its final name, and moves away the archived file that it replaces, but no file of anybody else's.
 * A copy under new tags replaces the old file itself, if that is still as it was archived.
 */
export async function putInPlace(
  temporary: string,
  file: ArchivedFile,
  before: ArchivedFile | undefined,
  { root, state, signal }: ArchivePaths,
) {
  const path = await makeRoom(root, file.path)
  const isOver = before && isRetagged(file, before)
  if (before && !isOver) await clearOld(before, root, state)
  if (!isOver || !(await isWhole(path, before, signal))) await refuseOccupied(path)
  await moveInto(temporary, path)
}

/** New tags leave the time as it was; a file that is made again gets a new one. */
const isRetagged = (file: ArchivedFile, before: ArchivedFile) =>
  file.path === before.path && file.keptAt === before.keptAt

async function clearOld(before: ArchivedFile, root: string, state: string) {
  const old = await locate(root, before.path)
  if (old && (await look(old))) await setAside(old, state)
}

/** Unfinished files that one of the lines may mean, by checksum. */
async function findLeftovers(files: readonly ArchivedFile[], { work, signal }: ArchivePaths) {
  const sizes = new Set(files.map(({ bytes }) => bytes))
  const found = new Map<string, string[]>()
  if (sizes.size === 0) return found
  for (const entry of await readdir(work, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    if (!sizes.has((await look(path))?.size ?? -1)) continue
    const { sha256 } = await hashFile(path, { noFollow: true, signal })
    found.set(sha256, [...(found.get(sha256) ?? []), path])
  }
  return found
}
