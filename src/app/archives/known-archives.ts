import { createHash } from 'node:crypto'
import { mkdir, readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { writeAtomic } from '../../base/file.ts'
import { asRecord } from '../../base/json.ts'
import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import type { Environment } from '../environment.ts'

/** An archive that a run of this machine has written to. */
export interface KnownArchive {
  /** Absolute. */
  readonly dir: string
  readonly verified?: { readonly at: string; readonly faults: number }
  /** Left out of the library by the user. */
  readonly forgotten?: true
}

/** Names an archive in addresses: the same for the same folder. */
export const archiveId = (dir: string) =>
  createHash('sha256').update(resolve(dir)).digest('hex').slice(0, 16)

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
  const found = known.find(({ dir }) => archiveId(dir) === id)
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
        dir,
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
  if (environment.dataDir === undefined) return
  const dir = resolve(given)
  const known = await listAll(environment)
  const found = known.find((each) => each.dir === dir)
  if (found && !verified && !found.forgotten) return
  const told = { dir, verified: verified ?? found?.verified }
  const list = found ? known.map((each) => (each === found ? told : each)) : [...known, told]
  await write(environment.dataDir, list)
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
  const known = await listAll(environment)
  const found = known.find(({ dir }) => archiveId(dir) === id)
  if (!found || environment.dataDir === undefined) throw new UserError(reason('archive.unknown'))
  const told = { ...found, forgotten: isForgotten || undefined }
  await write(
    environment.dataDir,
    known.map((each) => (each === found ? told : each)),
  )
}

async function write(dataDir: string, list: readonly KnownArchive[]) {
  const path = pathIn(dataDir)
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await writeAtomic(path, `${JSON.stringify(list, null, 2)}\n`)
}

const pathIn = (dataDir: string) => join(dataDir, 'archives.json')
