import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { moveInto } from '../../base/file.ts'
import { hashFile } from '../../base/hash.ts'
import type { ArchivedFile } from '../../model/archived-file.ts'
import { UserError } from '../../words/user-error.ts'
import { isWhole, locate, look, makeRoom, refuseOccupied, setAside } from '../files/inside.ts'
import type { ArchivePaths } from '../files/paths.ts'
import { stemKey } from '../inventory/lookup.ts'

export interface KeptAt {
  readonly kept: ArchivedFile
  /** False for lines since the last checkpoint: a run that ended too early may not have kept its word. */
  readonly settled: boolean
}

/**
 * Mends what a killed run left behind; answers with the lines that hold. A line is written before its
 * file gets its final name, so a line without its file either finds the file among the unfinished
 * work, known by its checksum, and finishes the move, or is dropped; what it replaced counts again.
 */
export async function recover(
  lines: readonly KeptAt[],
  site: ArchivePaths,
): Promise<ArchivedFile[]> {
  const unsettled = lines.filter(({ settled }) => !settled).map(({ kept }) => kept)
  const leftovers = await findLeftovers(unsettled, site)
  const live: ArchivedFile[] = []
  for (const claims of Map.groupBy(lines, ({ kept }) => stemKey(kept.path)).values()) {
    const kept = await firstHolding(claims.toReversed(), leftovers, site)
    if (kept) live.push(kept)
  }
  return live
}

/** Newest first: the first that holds. */
async function firstHolding(
  claims: readonly KeptAt[],
  leftovers: Map<string, string[]>,
  site: ArchivePaths,
): Promise<ArchivedFile | undefined> {
  for (const [at, { kept, settled }] of claims.entries()) {
    if (settled) return kept
    if (await holds(kept, claims[at + 1]?.kept, leftovers, site)) return kept
  }
  return undefined
}

async function holds(
  kept: ArchivedFile,
  before: ArchivedFile | undefined,
  leftovers: Map<string, string[]>,
  site: ArchivePaths,
): Promise<boolean> {
  try {
    const path = await locate(site.root, kept.path)
    const left = leftovers.get(kept.sha256)
    // The file that it was to replace is still there: the move never came about.
    if (path && !left?.length && (await isStill(path, kept, before, site))) return false
    // Harmed since or not, it is the line's: it bore its final name.
    if (path && !left?.length) return (await look(path)) !== undefined
    if (path && (await isWhole(path, kept, site.signal))) return true
    const temporary = left?.pop()
    if (!temporary) return false
    await putInPlace(temporary, kept, before, site)
    return true
  } catch (error) {
    // Not for us to put there, after all.
    if (error instanceof UserError) return false
    throw error
  }
}

async function isStill(
  path: string,
  kept: ArchivedFile,
  before: ArchivedFile | undefined,
  { signal }: ArchivePaths,
) {
  if (before?.path !== kept.path || before.sha256 === kept.sha256) return false
  return await isWhole(path, before, signal)
}

/**
 * Gives a file its final name, and moves away what it is to replace: never another's file. A copy under new
 * tags takes the place of the old one itself, if that is still as it was kept.
 */
export async function putInPlace(
  temporary: string,
  kept: ArchivedFile,
  before: ArchivedFile | undefined,
  { root, state, signal }: ArchivePaths,
) {
  const path = await makeRoom(root, kept.path)
  const isOver = before && isRetagged(kept, before)
  if (before && !isOver) await clearOld(before, root, state)
  if (!isOver || !(await isWhole(path, before, signal))) await refuseOccupied(path)
  await moveInto(temporary, path)
}

/** What is made anew is kept anew; new tags leave the time as it was. */
const isRetagged = (kept: ArchivedFile, before: ArchivedFile) =>
  kept.path === before.path && kept.keptAt === before.keptAt

async function clearOld(before: ArchivedFile, root: string, state: string) {
  const old = await locate(root, before.path)
  if (old && (await look(old))) await setAside(old, state)
}

/** Files of unfinished work that some line may speak of, by checksum. */
async function findLeftovers(kept: readonly ArchivedFile[], { work, signal }: ArchivePaths) {
  const sizes = new Set(kept.map(({ bytes }) => bytes))
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
