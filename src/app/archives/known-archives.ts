import { createHash } from 'node:crypto'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeAtomic } from '../../base/file.ts'
import { asRecord } from '../../base/json.ts'
import { waitForLock } from '../../base/lock.ts'
import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import type { Environment } from '../environment.ts'
import { isBucketName, wholeName } from './bucket/named.ts'
import { folderOf } from './bucket/place.ts'

/** An archive that a run of this machine has written to. */
export interface KnownArchive {
  /** Where it can be read, absolute: of one in a bucket, its working copy. */
  readonly dir: string
  /** The bucket that it lies in: `s3://bucket/prefix`. */
  readonly bucket?: string
  readonly verified?: { readonly at: string; readonly faults: number }
  /** Left out of the library by the user. */
  readonly forgotten?: true
}

/** Names an archive in addresses: the same for the same folder, or the same bucket and prefix. */
export const archiveId = (named: string) =>
  createHash('sha256').update(wholeName(named)).digest('hex').slice(0, 16)

/** As the user calls it. */
export const nameOf = ({ dir, bucket }: Pick<KnownArchive, 'dir' | 'bucket'>): string =>
  bucket ?? dir

/** Those that this machine knows of, in the order in which they were met, but for those that are left out. */
export async function listKnownArchives(
  environment: Environment,
): Promise<readonly KnownArchive[]> {
  return (await listAll(environment)).filter(({ forgotten }) => !forgotten)
}

/** UserError where there is none. */
export async function findKnownArchive(
  environment: Environment,
  id: string,
): Promise<KnownArchive> {
  const known = await listKnownArchives(environment)
  const found = known.find((each) => archiveId(nameOf(each)) === id)
  if (!found) throw new UserError(reason('archive.unknown'))
  return found
}

async function listAll(environment: Environment): Promise<readonly KnownArchive[]> {
  const { dataDir, sharedArchives } = environment
  if (sharedArchives) return (await sharedArchives()).map((dir) => ({ dir }))
  if (dataDir === undefined) return []
  const text = await readFile(pathIn(dataDir), 'utf8').catch(() => '')
  let list: unknown
  try {
    list = JSON.parse(text)
  } catch {
    // Nothing is lost but a list: the next backup puts its archive there again.
    return []
  }
  return (Array.isArray(list) ? list : []).map(asRecord).flatMap(({ dir, verified, forgotten }) => {
    const { at, faults } = asRecord(verified)
    if (typeof dir !== 'string') return []
    const isChecked = typeof at === 'string' && typeof faults === 'number'
    return [
      {
        ...(isBucketName(dir) ? { dir: folderOf(dir, environment), bucket: dir } : { dir }),
        verified: isChecked ? { at, faults } : undefined,
        forgotten: forgotten === true || undefined,
      },
    ]
  })
}

/** Puts an archive on the list, or says when it was verified and what was found. */
export async function rememberArchive(
  environment: Environment,
  given: string,
  verified?: KnownArchive['verified'],
): Promise<void> {
  const name = wholeName(given)
  const isThere = (known: readonly KnownArchive[]) =>
    known.some((each) => nameOf(each) === name && !each.forgotten)
  if (!verified && isThere(await listAll(environment))) return
  await change(environment, (known) => {
    const found = known.find((each) => nameOf(each) === name)
    const told = { dir: name, verified: verified ?? found?.verified }
    return found ? known.map((each) => (each === found ? told : each)) : [...known, told]
  })
}

/**
 * Leaves an archive out of the library, or shows it again; no file of it is touched. A backup into it shows it again
 * too. UserError where this machine knows of none with this id.
 */
export async function setForgotten(
  environment: Environment,
  id: string,
  isForgotten: boolean,
): Promise<void> {
  const isKnown = (await listAll(environment)).some((each) => archiveId(nameOf(each)) === id)
  if (!isKnown) throw new UserError(reason('archive.unknown'))
  await change(environment, (known) =>
    known.map((each) =>
      archiveId(nameOf(each)) === id ? { ...each, forgotten: isForgotten || undefined } : each,
    ),
  )
}

/** Reads and writes as one: of several runs that end together, in one process or in many, none loses what another wrote. */
async function change(
  environment: Environment,
  changed: (known: readonly KnownArchive[]) => readonly KnownArchive[],
): Promise<void> {
  const { dataDir } = environment
  if (dataDir === undefined) return
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  using _lock = await waitForLock(join(dataDir, 'archives.lock'))
  const list = changed(await listAll(environment)).map(({ bucket, dir, ...rest }) => ({
    dir: bucket ?? dir,
    ...rest,
  }))
  await writeAtomic(pathIn(dataDir), `${JSON.stringify(list, null, 2)}\n`)
}

const pathIn = (dataDir: string) => join(dataDir, 'archives.json')
