import { createHash } from 'node:crypto'
import { mkdir, readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { writeAtomic } from '../../base/file.ts'
import { asRecord } from '../../base/json.ts'
import type { Environment } from '../environment.ts'

/** An archive that a run of this machine has written to. */
export interface KnownArchive {
  /** Absolute. */
  readonly dir: string
  readonly verified?: { readonly at: string; readonly faults: number }
}

/** Names an archive in addresses: the same for the same folder. */
export const archiveId = (dir: string) =>
  createHash('sha256').update(resolve(dir)).digest('hex').slice(0, 16)

/** Those that this machine knows of, in the order in which they were met. */
export async function listKnownArchives({
  dataDir,
}: Environment): Promise<readonly KnownArchive[]> {
  if (dataDir === undefined) return []
  const text = await readFile(pathIn(dataDir), 'utf8').catch(() => '')
  let list: unknown
  try {
    list = JSON.parse(text)
  } catch {
    // Nothing is lost but a list: the next backup puts its archive there again.
    return []
  }
  return (Array.isArray(list) ? list : []).map(asRecord).flatMap(({ dir, verified }) => {
    const { at, faults } = asRecord(verified)
    if (typeof dir !== 'string') return []
    const isChecked = typeof at === 'string' && typeof faults === 'number'
    return [{ dir, verified: isChecked ? { at, faults } : undefined }]
  })
}

/** Puts an archive on the list, or says when it was verified and what was found. */
export async function rememberArchive(
  environment: Environment,
  given: string,
  verified?: KnownArchive['verified'],
): Promise<void> {
  const { dataDir } = environment
  if (dataDir === undefined) return
  const dir = resolve(given)
  const known = await listKnownArchives(environment)
  const found = known.find((each) => each.dir === dir)
  if (found && !verified) return
  const told = { ...found, dir, verified }
  const list = found ? known.map((each) => (each === found ? told : each)) : [...known, told]
  const path = pathIn(dataDir)
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await writeAtomic(path, `${JSON.stringify(list, null, 2)}\n`)
}

const pathIn = (dataDir: string) => join(dataDir, 'archives.json')
