import { readFileSync, renameSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { basename, dirname, resolve } from 'node:path'
import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import { isAddress } from './address.ts'

/**
 * A file that names the shards of one catalogue: folders, by their paths from the file's own folder, or addresses of
 * `songkeep catalogue serve`.
 */
export const SHARDS_FILE = 'shards.json'
const FORMAT = 'songkeep-shards'
const MAX_NAMED = 256

export async function writeShardsFile(path: string, folders: readonly string[]): Promise<void> {
  const shards = folders.map((folder) => basename(folder))
  const file = await open(`${path}.new`, 'w')
  try {
    await file.writeFile(`${JSON.stringify({ format: FORMAT, shards }, null, 1)}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
  renameSync(`${path}.new`, path)
}

/** The folders, whole, and addresses that it names. Throws UserError where it names none. */
export function readShardsFile(path: string): readonly string[] {
  const named = parse(path)
  if (named === undefined)
    throw new UserError(
      reason('catalogue.shards-file-unreadable', { path }),
      reason('catalogue.name-shards'),
    )
  return named.map((each) => (isAddress(each) ? each : resolve(dirname(path), each)))
}

function parse(path: string): readonly string[] | undefined {
  try {
    const { format, shards } = JSON.parse(readFileSync(path, 'utf8'))
    const isRight =
      format === FORMAT &&
      Array.isArray(shards) &&
      shards.length > 0 &&
      shards.length <= MAX_NAMED &&
      shards.every((each) => typeof each === 'string' && each !== '')
    return isRight ? shards : undefined
  } catch {
    return undefined
  }
}
