import { lstat, mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { codeOf, syncFolder } from '../../base/file.ts'
import { reason } from '../../model/reason.ts'
import { StorageError } from '../../words/user-error.ts'
import { checkKey } from '../key.ts'

/** The file of a key below `root`, with no link on the way; undefined where a folder is missing. */
export async function locate(root: string, key: string): Promise<string | undefined> {
  const names = checkKey(key).split('/')
  let folder = root
  for (const name of names.slice(0, -1)) {
    folder = join(folder, name)
    const found = await look(folder)
    if (!found) return undefined
    if (!found.isDirectory()) throw inTheWay(folder)
  }
  return join(root, ...names)
}

/** Makes the folders that a key needs, durably; returns where its file goes. */
export async function makeRoom(root: string, key: string): Promise<string> {
  const names = checkKey(key).split('/')
  let folder = root
  for (const name of names.slice(0, -1)) {
    folder = join(folder, name)
    const found = await look(folder)
    if (found && !found.isDirectory()) throw inTheWay(folder)
    if (found) continue
    await mkdir(folder).catch((error: unknown) => {
      if (codeOf(error) !== 'EEXIST') throw error
    })
    await syncFolder(dirname(folder))
  }
  return join(root, ...names)
}

/** What lies under a name itself, links not followed. */
export async function look(path: string) {
  try {
    return await lstat(path)
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return undefined
    throw error
  }
}

/** A link, or a thing of another kind, where a folder or file of the store would be. */
export const inTheWay = (path: string) =>
  new StorageError(reason('storage.in-the-way', { path }), reason('storage.move-it-away'))
