import { constants } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { isWhole } from '../../archive/files/inside.ts'
import type { ArchivedFile } from '../../model/archived-file.ts'
import type { FindOptions, Found } from './way.ts'

/** Takes the file's bytes, where a plain file of exactly these lies at `path`; no link is followed. */
export async function findInFile(
  path: string,
  kept: ArchivedFile,
  { temporary, signal }: FindOptions,
): Promise<Found | undefined> {
  if (!(await isWhole(path, kept, signal))) return undefined
  const flags = constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE
  if (temporary !== undefined) await copyFile(path, temporary, flags)
  return { kind: 'found' }
}
