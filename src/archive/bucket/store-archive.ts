import { cp, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { writeAtomic } from '../../base/file.ts'
import { look } from '../../base/inside.ts'
import { inParallel } from '../../base/parallel.ts'
import type { ArchivedFile } from '../../model/archived-file.ts'
import { reason } from '../../model/reason.ts'
import type { Store } from '../../storage/store.ts'
import { UserError } from '../../words/user-error.ts'
import { openArchive } from '../archive.ts'
import { DECISIONS } from '../decisions/decisions.ts'
import { makeRoom } from '../files/inside.ts'
import { OWN_TEXTS } from '../files/own-names.ts'
import { STATE_FOLDER } from '../files/paths.ts'
import { GIVEN_FOLDER } from '../given/given-files.ts'
import { LISTS } from '../lists/lists.ts'
import type { TransferOptions, Transferred } from './fetch-archive.ts'
import { readArchiveId } from './marker.ts'
import { openBucketWriter } from './open-bucket.ts'
import type { BucketPlace } from './standing.ts'
import type { BucketWriter } from './writer.ts'

/** So many share a commit, as those do that come at one time. */
const WIDTH = 16
const PICTURES = ['cover.jpg', 'cover.png']

/**
 * Puts an archive of a folder into an empty bucket, where it goes on; the folder stays as it is. Done again after a kill, it
 * sends what is missing. Files that are not as they were kept are left out, and told. What lies in the folder's trash, its
 * parity and its records of checks and copies stay with the folder.
 */
export async function storeArchive(
  folder: string,
  place: BucketPlace,
  { signal, onProgress }: TransferOptions,
): Promise<Transferred> {
  // Held open for writing, so that nothing is changed under way.
  await using source = await openArchive(folder, { signal })
  const mark = join(source.dir, STATE_FOLDER, 'storing')
  await refuseTaken(mark, place.store, signal)
  await writeAtomic(mark, place.store.name)
  await using opened = await openBucketWriter(place, signal)
  const { writer, standing, match } = opened
  const { copy } = standing
  const lines = {
    lists: await linesOf(source.dir, LISTS),
    decisions: await linesOf(source.dir, DECISIONS),
  }
  await copy.appendOnly.addMissing(lines)
  const given = join(STATE_FOLDER, GIVEN_FOLDER)
  if (await look(join(source.dir, given)))
    await cp(join(source.dir, given), join(copy.dir, given), { recursive: true })
  const files = source.list()
  const missing: string[] = []
  let done = 0
  const sent = inParallel(files, WIDTH, async (file) => ({
    file,
    isSent: await sendFile(file, source.dir, writer, (each) => source.isWhole(each)),
  }))
  for await (const { file, isSent } of sent) {
    if (!isSent) missing.push(file.path)
    onProgress?.(++done, files.length)
    signal.throwIfAborted()
  }
  const folders = new Set([
    ...source.lists().map((list) => list.folder),
    ...files.map(({ path }) => path.split('/').slice(0, -1).join('/')),
  ])
  for (const each of folders) await sendTexts(each, source.dir, copy.dir, writer)
  await writer.checkpoint()
  await match()
  await rm(mark)
  const bytes = files.reduce((sum, each) => sum + each.bytes, 0)
  return { files: files.length, bytes, missing: missing.toSorted() }
}

async function linesOf(dir: string, name: string): Promise<readonly string[]> {
  const path = join(dir, name)
  if (!(await look(path))?.isFile()) return []
  return (await readFile(path, 'utf8')).split('\n').filter((line) => line.startsWith('{'))
}

/** An archive that lies there already is another's, or has gone on since; one that was begun from here may be gone on with. */
async function refuseTaken(mark: string, store: Store, signal: AbortSignal): Promise<void> {
  const begun = await readFile(mark, 'utf8').catch(() => undefined)
  if (begun === store.name || (await readArchiveId(store, signal)) === undefined) return
  throw new UserError(
    reason('archive.bucket-taken', { place: store.name }),
    reason('archive.choose-empty-prefix'),
  )
}

async function sendFile(
  file: ArchivedFile,
  dir: string,
  writer: BucketWriter,
  isWhole: (file: ArchivedFile) => Promise<boolean>,
): Promise<boolean> {
  if (!(await isWhole(file))) return false
  await writer.keep(file, join(dir, file.path))
  return true
}

async function sendTexts(folder: string, from: string, to: string, writer: BucketWriter) {
  if (folder === '') return
  for (const name of [...OWN_TEXTS, ...PICTURES]) {
    const path = `${folder}/${name}`
    if (!(await look(join(from, path)))?.isFile()) continue
    await cp(join(from, path), await makeRoom(to, path))
    await writer.keepText(path)
  }
}
