import { randomUUID } from 'node:crypto'
import { join } from 'node:path'

/** A text larger than this was not written by us. */
export const MAX_TEXT_BYTES = 512 * 2 ** 20

/** Has an archive's working state; a folder that has one is an archive. */
export const STATE_FOLDER = '.songkeep'

/** Where an archive's parts lie. */
export interface ArchivePaths {
  readonly root: string
  /** `.songkeep/`: the lock, unfinished work, what was moved out of the way. */
  readonly state: string
  readonly work: string
  readonly signal?: AbortSignal
}

export function pathsOf(root: string, signal: AbortSignal | undefined): ArchivePaths {
  const state = join(root, STATE_FOLDER)
  return { root, state, work: join(state, 'work'), signal }
}

export const newTemporary = ({ work }: ArchivePaths) => join(work, randomUUID())
