import { join, posix } from 'node:path'
import type { Archive } from '../../archive/archive.ts'
import { isSafePath } from '../../archive/naming/clean.ts'
import { hashFile } from '../../base/hash.ts'
import { kindOfOwn } from '../pack/own-files.ts'
import { walkFiles } from '../pack/walk-files.ts'
import type { MirroredFile } from './manifest.ts'
import { COPIES } from './names.ts'

export interface SourceFiles {
  /** What belongs into a copy: kept files as the inventory has them, and the archive's own as they are now. */
  readonly files: readonly MirroredFile[]
  /** Files in the archive's folder that are not Songkeep's: they are left out. */
  readonly foreign: readonly string[]
}

/** Lists what an archive consists of. Kept files are not read: their digests are recorded. */
export async function listSource(archive: Archive, signal: AbortSignal): Promise<SourceFiles> {
  const kept = archive.list()
  const paths = new Set(kept.map(({ path }) => path))
  const folders = {
    lists: new Set(archive.lists().map(({ folder }) => folder)),
    kept: new Set(kept.map(({ path }) => posix.dirname(path))),
  }
  const files: MirroredFile[] = kept.map(({ path, bytes, sha256 }) => ({ path, bytes, sha256 }))
  const foreign: string[] = []
  for await (const { path, isPlain } of walkFiles(archive.dir, signal)) {
    if (paths.has(path) || paths.has(path.normalize('NFC')) || path === COPIES) continue
    const isOwn = isPlain && isSafePath(path) && kindOfOwn(path, folders) !== undefined
    if (!isOwn) foreign.push(path)
    else {
      const sum = await hashFile(join(archive.dir, path), { noFollow: true, signal })
      files.push({ path, bytes: sum.bytes, sha256: sum.sha256 })
    }
  }
  return { files, foreign }
}
