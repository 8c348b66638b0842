import { join } from 'node:path'
import { hashFile } from '../../base/hash.ts'
import { look } from '../../base/inside.ts'
import type { ArchivedFile } from '../../model/archived-file.ts'
import { reason } from '../../model/reason.ts'
import { isWhole, locate } from '../files/inside.ts'
import type { ArchivePaths } from '../files/paths.ts'
import { readLines } from '../journal/lines.ts'
import type { Checkpoint } from './checkpoint.ts'
import { INVENTORY } from './inventory.ts'
import { MAX_LINE_BYTES } from './inventory-line.ts'
import type { Loaded, LoadedLine } from './load.ts'
import { readCheckpointed, SPARE } from './spare.ts'

/**
 * Sorts out lines that can be read and yet are not what was written: bits of a disk may turn one name, or one digest,
 * into another. Only where the inventory has changed since its checkpoint, and the copy that was laid aside has not. A
 * line of a file that was made or tagged anew since, by a run that was killed before its checkpoint, is right by its
 * file. What is sorted out is damaged, and comes back from the copy.
 */
export async function sortOutChanged(
  loaded: Loaded,
  checkpoint: Checkpoint | undefined,
  paths: ArchivePaths,
): Promise<Loaded> {
  if (checkpoint?.sha256 === undefined || loaded.bytes < checkpoint.bytes) return loaded
  if (await isAsLeft(join(paths.root, INVENTORY), checkpoint, paths)) return loaded
  if (!(await isAsLeft(join(paths.state, SPARE), checkpoint, paths))) return loaded
  const before = new Map((await readCheckpointed(paths.root)).map((file) => [file.path, file]))
  const texts = new Set((await readTexts(join(paths.state, SPARE), paths)).values())
  const now = await readTexts(join(paths.root, INVENTORY), paths)
  const changed = new Set<LoadedLine>()
  for (const line of loaded.lines) {
    const known = before.get(line.file.path)
    if (texts.has(now.get(line.start) ?? '')) continue
    if (line.checkpointed && known && (await isDamaged(line.file, known, paths))) changed.add(line)
  }
  const damaged = [...changed].map(({ number, start, end }) => ({
    number,
    start,
    end,
    reason: reason('archive.line-changed'),
  }))
  return {
    ...loaded,
    lines: loaded.lines.filter((line) => !changed.has(line)),
    damaged: [...loaded.damaged, ...damaged],
  }
}

async function isAsLeft(path: string, { bytes, sha256 }: Checkpoint, { signal }: ArchivePaths) {
  const found = await look(path)
  if (!found?.isFile() || found.size < bytes) return false
  return (await hashFile(path, { end: bytes, noFollow: true, signal })).sha256 === sha256
}

/** Lines as they stand there, by their places. */
async function readTexts(path: string, { signal }: ArchivePaths) {
  const texts = new Map<number, string>()
  for await (const { start, text } of readLines(path, MAX_LINE_BYTES, signal))
    if (text !== undefined) texts.set(start, text)
  return texts
}

async function isDamaged(now: ArchivedFile, before: ArchivedFile, paths: ArchivePaths) {
  // What was found out of its uploader, or measured, since: at worst it is found out once more.
  if (now.sha256 === before.sha256) return true
  const path = await locate(paths.root, now.path).catch(() => undefined)
  return path === undefined || !(await isWhole(path, now, paths.signal))
}
