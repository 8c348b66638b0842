import { randomUUID } from 'node:crypto'
import { join } from 'node:path'

/** Where an archive's parts lie. */
export interface ArchivePaths {
  readonly root: string
  /** `.songkeep/`: the lock, unfinished work, what was moved out of the way. */
  readonly state: string
  readonly work: string
  readonly signal?: AbortSignal
}

export function pathsOf(root: string, signal: AbortSignal | undefined): ArchivePaths {
  const state = join(root, '.songkeep')
  return { root, state, work: join(state, 'work'), signal }
}

export const newTemporary = ({ work }: ArchivePaths) => join(work, randomUUID())
