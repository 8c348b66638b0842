import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeAtomic } from '../../base/file.ts'
import { look } from '../../base/inside.ts'
import { reason } from '../../model/reason.ts'
import { UnsupportedError, UserError } from '../../words/user-error.ts'
import { STATE_FOLDER } from '../files/paths.ts'

const MAX_NAME_BYTES = 4_000

const pathIn = (dir: string) => join(dir, STATE_FOLDER, 'bucket')

/** The archive's folder in that of a working copy, which need not be there. */
export const archiveIn = (folder: string): string => join(folder, 'archive')

/** Notes of which place a folder is the working copy. */
export const markWorkingCopy = (dir: string, place: string): Promise<void> =>
  writeAtomic(pathIn(dir), place)

/** The place that a folder is the working copy of, `s3://bucket/prefix`; undefined where the folder is an archive itself. */
export async function readWorkingCopy(dir: string): Promise<string | undefined> {
  const found = await look(pathIn(dir))
  if (!found?.isFile() || found.size > MAX_NAME_BYTES) return undefined
  return await readFile(pathIn(dir), 'utf8')
}

/** UserError where the folder is a working copy: what is written there is no part of the archive. */
export async function refuseWorkingCopy(dir: string): Promise<void> {
  const place = await readWorkingCopy(dir)
  if (place !== undefined)
    throw new UserError(
      reason('archive.is-working-copy', { path: dir, place }),
      reason('archive.name-bucket', { place }),
    )
}

/** What is not built for archives in buckets. */
export const notInBucket = () =>
  new UnsupportedError(reason('archive.not-in-bucket'), reason('archive.fetch-first'))
