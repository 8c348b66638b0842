import { resolve } from 'node:path'
import type { ArchivedFile } from '../model/archived-file.ts'
import type { KeptList } from '../model/lists/kept-list.ts'
import { openArchive } from './archive.ts'
import { pathsOf } from './files/paths.ts'
import { readTextOf } from './files/texts.ts'
import { readLists } from './lists/lists.ts'

/** The lists of an archive, looked at while somebody else may be at work there. */
export interface ListsOnDisk {
  lists(): readonly KeptList[]
  readText(folder: string, name: string): Promise<string | undefined>
  /** What is kept: the inventory is read only now. */
  files(): Promise<readonly ArchivedFile[]>
}

/** None where there is no archive yet. Writes nothing, and takes no lock. */
export async function lookAtLists(dir: string): Promise<ListsOnDisk> {
  const root = resolve(dir)
  const lists = (await readLists(pathsOf(root, undefined))).all()
  return {
    lists: () => lists,
    readText: (folder, name) => readTextOf(root, folder, name),
    async files() {
      await using archive = await openArchive(root, { readOnly: true })
      return archive.list()
    },
  }
}
