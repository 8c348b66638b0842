import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { notInBucket } from '../../archive/bucket/own-mark.ts'
import { CHECKPOINT } from '../../archive/inventory/checkpoint.ts'
import { INVENTORY } from '../../archive/inventory/inventory.ts'
import { isArchive } from '../../archive/reindex/bring-back.ts'
import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import { isBucketName, looksLikeAddress } from './bucket/named.ts'

/** UserError where an address stands in the place of a folder that is to be written. */
export function requireFolder(named: string): void {
  if (looksLikeAddress(named))
    throw new UserError(
      reason('archive.no-folder', { path: named }),
      reason('archive.choose-empty-folder'),
    )
}

/** UserError where the folder is no archive, or a bucket is named; one that has lost its inventory, or its working state too, is one. */
export async function requireArchive(dir: string): Promise<void> {
  if (isBucketName(dir)) throw notInBucket()
  const known = [INVENTORY, CHECKPOINT].map((name) => stat(join(dir, name)).catch(() => undefined))
  const isKnown = (await Promise.all(known)).some((found) => found !== undefined)
  if (!isKnown && !(await isArchive(dir)))
    throw new UserError(reason('archive.is-none', { path: dir }), reason('archive.name-into'))
}
