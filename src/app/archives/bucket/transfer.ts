import { resolve } from 'node:path'
import type { TransferOptions, Transferred } from '../../../archive/bucket/fetch-archive.ts'
import { reason } from '../../../model/reason.ts'
import { UserError } from '../../../words/user-error.ts'
import type { Environment } from '../../environment.ts'
import { rememberArchive } from '../known-archives.ts'
import { requireArchive } from '../require-archive.ts'
import { isBucketName } from './named.ts'
import { openBucketPlace } from './place.ts'

/** Makes an ordinary archive in a folder of one that lies in a bucket, which stays there. */
export async function fetchFromBucket(
  bucket: string,
  folder: string,
  options: TransferOptions,
  environment: Environment,
): Promise<Transferred> {
  requireBucket(bucket)
  const { fetchArchive } = await import('../../../archive/bucket/fetch-archive.ts')
  await using place = await openBucketPlace(bucket, environment)
  const fetched = await fetchArchive(place, resolve(folder), options)
  await rememberArchive(environment, folder)
  return fetched
}

/** Puts an archive of a folder into an empty bucket; the folder stays as it is. */
export async function storeInBucket(
  folder: string,
  bucket: string,
  options: TransferOptions,
  environment: Environment,
): Promise<Transferred> {
  requireBucket(bucket)
  await requireArchive(folder)
  const { storeArchive } = await import('../../../archive/bucket/store-archive.ts')
  await using place = await openBucketPlace(bucket, environment)
  const stored = await storeArchive(resolve(folder), place, options)
  await rememberArchive(environment, bucket)
  return stored
}

function requireBucket(named: string) {
  if (!isBucketName(named))
    throw new UserError(
      reason('preserve.wrong-target', { target: named }),
      reason('preserve.write-target-so'),
    )
}
