import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeAtomic } from '../../base/file.ts'
import { look } from '../../base/inside.ts'

const SETTLED = 'settled'
/** Where the checkpoint stands, relative to the archive. */
export const CHECKPOINT = `.songkeep/${SETTLED}`

/** The inventory at the last checkpoint: the lines that follow may not have been finished. */
export interface Checkpoint {
  readonly bytes: number
  /** Of these bytes; archives of earlier versions do not say it. */
  readonly sha256?: string
}

/** Undefined where none was written yet: nothing can be told of the inventory. */
export async function readCheckpoint(state: string): Promise<Checkpoint | undefined> {
  const path = join(state, SETTLED)
  const found = await look(path)
  if (!found?.isFile() || found.size > 100) return undefined
  const [, bytes, sha256] = /^(\d+)(?: ([0-9a-f]{64}))?\n$/.exec(await readFile(path, 'utf8')) ?? []
  return bytes === undefined ? undefined : { bytes: Number(bytes), sha256 }
}

export const writeCheckpoint = (
  state: string,
  { bytes, sha256 }: Checkpoint,
  temporary: string,
): Promise<void> =>
  writeAtomic(
    join(state, SETTLED),
    sha256 === undefined ? `${bytes}\n` : `${bytes} ${sha256}\n`,
    temporary,
  )
