import { notInBucket } from '../../../archive/bucket/own-mark.ts'
import type { Environment } from '../../environment.ts'
import { readTarget } from '../copies/target.ts'
import { isBucketName } from './named.ts'
import { openBucketPlace } from './place.ts'

/** UserError where an archive can be made neither in a folder nor in a bucket of that name, before anything is read. */
export async function refuseInto(
  { into, parity }: { readonly into: string; readonly parity?: number },
  environment: Environment,
): Promise<void> {
  if (!isBucketName(into)) {
    readTarget(into)
    return
  }
  if (parity !== undefined) throw notInBucket()
  // Says what keys are missing, and asks nobody.
  await using _place = await openBucketPlace(into, environment)
}
