import { join } from 'node:path'
import { findInFile } from './from-file.ts'
import { nothing, type RepairWay } from './way.ts'

/** Takes a file's bytes from another name in the archive, which keeps what it has. */
export const fromArchive = (root: string): RepairWay => ({
  remedy: 'move',
  find: async ({ kept, foundAt }, options) =>
    (foundAt === undefined ? undefined : await findInFile(join(root, foundAt), kept, options)) ??
    nothing(),
})
