import { createHash } from 'node:crypto'
import { join, resolve } from 'node:path'
import type { Archive, ArchiveOptions } from '../../../archive/archive.ts'
import { archiveIn } from '../../../archive/bucket/own-mark.ts'
import type { BucketPlace } from '../../../archive/bucket/standing.ts'
import { reason } from '../../../model/reason.ts'
import { UserError } from '../../../words/user-error.ts'
import type { Environment } from '../../environment.ts'
import { prefixesAbove, readBucketTarget, readEndpoint } from '../copies/target.ts'
import { isBucketName, wholeName } from './named.ts'

/** Where an archive can be read on this machine: its folder, or that of its working copy, which need not be there yet. */
export function folderOf(named: string, environment: Environment): string {
  return isBucketName(named) ? archiveIn(workingCopyOf(named, environment)) : resolve(named)
}

/** Where the texts of an archive that lies in a bucket can be opened; undefined for any other, whose folder has them. */
export const textsOf = (named: string, environment: Environment): string | undefined =>
  isBucketName(named) ? folderOf(named, environment) : undefined

/** One for each bucket and prefix of each server. */
function workingCopyOf(named: string, { dataDir, s3 }: Environment): string {
  if (dataDir === undefined)
    throw new UserError(reason('app.no-data-folder'), reason('app.name-data-folder'))
  const place = wholeName(named)
  const server = s3?.endpoint === undefined ? '' : readEndpoint(s3.endpoint)
  const digest = createHash('sha256').update(`${server} ${place}`).digest('hex')
  return join(dataDir, 'buckets', digest.slice(0, 16))
}

/** The bucket of an archive. UserError where the name is none, or no keys are set. */
export async function openBucketPlace(
  named: string,
  environment: Environment,
): Promise<BucketPlace & AsyncDisposable> {
  const folder = workingCopyOf(named, environment)
  if (environment.offline)
    throw new UserError(
      reason('archive.bucket-offline', { place: wholeName(named) }),
      reason('archive.unset-offline'),
    )
  const { openStore } = await import('../copies/open-store.ts')
  const target = readBucketTarget(wholeName(named), environment.s3?.endpoint)
  const open = (prefix: string) => openStore({ ...target, prefix }, environment)
  const store = open(target.prefix)
  return {
    ...{ store, folder },
    openAbove: () => prefixesAbove(target.prefix).map(open),
    [Symbol.asyncDispose]: () => store[Symbol.asyncDispose](),
  }
}

export interface NamedArchive extends AsyncDisposable {
  readonly archive: Archive
}

type OpenOptions = Pick<ArchiveOptions, 'names' | 'readOnly'> & { readonly signal: AbortSignal }

/** Opens an archive in a folder, or in a bucket. */
export async function openNamed(
  named: string,
  options: OpenOptions,
  environment: Environment,
): Promise<NamedArchive> {
  if (!isBucketName(named)) {
    const { openArchive } = await import('../../../archive/archive.ts')
    const archive = await openArchive(resolve(named), options)
    return { archive, [Symbol.asyncDispose]: () => archive[Symbol.asyncDispose]() }
  }
  const { openBucketArchive } = await import('../../../archive/bucket/open-bucket.ts')
  const { lookAtBucketArchive } = await import('../../../archive/bucket/refresh-copy.ts')
  await using opening = new AsyncDisposableStack()
  const place = opening.use(await openBucketPlace(named, environment))
  const open = options.readOnly ? lookAtBucketArchive : openBucketArchive
  const { archive } = opening.use(await open(place, options))
  const held = opening.move()
  return { archive, [Symbol.asyncDispose]: () => held.disposeAsync() }
}

/**
 * The folder in which an archive can be read, brought up to date where it lies in a bucket. Where there is none yet, the
 * folder is empty or absent; UserError where there must be one in the bucket.
 */
export async function refreshFolder(
  named: string,
  environment: Environment,
  signal: AbortSignal,
  needs?: { readonly mustBeThere: boolean },
): Promise<string> {
  if (!isBucketName(named)) return resolve(named)
  const { refreshBucketCopy } = await import('../../../archive/bucket/refresh-copy.ts')
  await using place = await openBucketPlace(named, environment)
  return await refreshBucketCopy(place, signal, needs)
}

/** The same for whoever wants to read an archive. */
export const readableFolder = (
  named: string,
  environment: Environment,
  signal: AbortSignal,
): Promise<string> => refreshFolder(named, environment, signal, { mustBeThere: true })

/** Sends what was decided or renamed in the folder of an archive that lies in a bucket; nothing to do for any other. */
export async function sendLines(named: string, environment: Environment): Promise<void> {
  if (!isBucketName(named)) return
  const { sendBucketLines } = await import('../../../archive/bucket/refresh-copy.ts')
  await using place = await openBucketPlace(named, environment)
  await sendBucketLines(place, AbortSignal.timeout(SEND_MS))
}

const SEND_MS = 60_000
