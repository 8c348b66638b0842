import { cp, mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { moveInto } from '../../base/file.ts'
import { inParallel } from '../../base/parallel.ts'
import type { ArchivedFile } from '../../model/archived-file.ts'
import { reason } from '../../model/reason.ts'
import type { Store } from '../../storage/store.ts'
import { UserError } from '../../words/user-error.ts'
import { openArchive } from '../archive.ts'
import { isWhole, makeFolder, makeRoom } from '../files/inside.ts'
import { STATE_FOLDER } from '../files/paths.ts'
import { fetchObject } from './objects.ts'
import { markWorkingCopy, readWorkingCopy } from './own-mark.ts'
import { refreshBucketCopy } from './refresh-copy.ts'
import type { BucketPlace } from './standing.ts'

const WIDTH = 4

export interface TransferOptions {
  readonly signal: AbortSignal
  /** Files that are done, of all. */
  readonly onProgress?: (done: number, total: number) => void
}

/** What a transfer came to; `missing` by path. */
export interface Transferred {
  readonly files: number
  readonly bytes: number
  readonly missing: readonly string[]
}

/**
 * Makes an ordinary archive of one that lies in a bucket: all of it, in a folder that is empty, or that such a fetch has
 * begun to fill; what is there whole is not fetched again. Files that the bucket does not have whole are told, and missed by
 * the next check. UserError where the folder holds other things.
 */
export async function fetchArchive(
  place: BucketPlace,
  folder: string,
  { signal, onProgress }: TransferOptions,
): Promise<Transferred> {
  const { store } = place
  const copied = await refreshBucketCopy(place, signal, { mustBeThere: true })
  await mkdir(folder, { recursive: true })
  if ((await readdir(folder)).length > 0 && (await readWorkingCopy(folder)) !== store.name)
    throw new UserError(
      reason('archive.folder-not-empty', { path: folder }),
      reason('archive.choose-empty-folder'),
    )
  await makeFolder(join(folder, STATE_FOLDER))
  // As long as it is not whole, it is refused as an archive of its own.
  await markWorkingCopy(folder, store.name)
  const files = await listFiles(copied, signal)
  const missing: string[] = []
  let done = 0
  const fetched = inParallel(files, WIDTH, async (file) => ({
    file,
    isThere: await fetchFile(file, folder, store, signal),
  }))
  for await (const { file, isThere } of fetched) {
    if (!isThere) missing.push(file.path)
    onProgress?.(++done, files.length)
  }
  // Whatever else lies in the working copy is texts and records, which are written anew where they are not whole.
  await cp(copied, folder, { recursive: true, filter: (path) => !isOfThisMachine(path, copied) })
  await rm(join(folder, STATE_FOLDER, 'bucket'))
  await using archive = await openArchive(folder, { signal })
  await archive.rewriteRecords()
  const bytes = files.reduce((sum, each) => sum + each.bytes, 0)
  return { files: files.length, bytes, missing: missing.toSorted() }
}

async function listFiles(dir: string, signal: AbortSignal): Promise<readonly ArchivedFile[]> {
  await using archive = await openArchive(dir, { readOnly: true, signal })
  return archive.list()
}

async function fetchFile(
  file: ArchivedFile,
  folder: string,
  store: Store,
  signal: AbortSignal,
): Promise<boolean> {
  const path = await makeRoom(folder, file.path)
  if (await isWhole(path, file, signal)) return true
  const temporary = join(folder, STATE_FOLDER, `fetch-${file.sha256}`)
  if (!(await fetchObject(file.sha256, temporary, store, signal))) return false
  await moveInto(temporary, path)
  return true
}

/** Locks, the mark of a working copy, and unfinished work stay where they are. */
function isOfThisMachine(path: string, root: string): boolean {
  const own = join(root, STATE_FOLDER)
  return ['lock', 'bucket', 'work'].some((name) => path === join(own, name))
}
