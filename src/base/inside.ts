import { lstat, mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { codeOf, syncFolder } from './file.ts'

/** What to throw where a link, or a thing of another kind, lies where a folder should. */
type Refuse = (path: string) => Error

/** What lies under a name itself, links not followed; undefined where nothing does. */
export async function look(path: string) {
  try {
    return await lstat(path)
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return undefined
    throw error
  }
}

/** Looks at a name itself, as `look` does; whoever looks at many may have a quicker way. */
export type LookAt = (path: string) => Promise<{ isDirectory(): boolean } | undefined>

/** Where these names lead below `root`, with no link on the way; undefined where a folder is missing. */
export async function locateBelow(
  root: string,
  names: readonly string[],
  refuse: Refuse,
  lookAt: LookAt = look,
): Promise<string | undefined> {
  let folder = root
  for (const name of names.slice(0, -1)) {
    folder = join(folder, name)
    const found = await lookAt(folder)
    if (!found) return undefined
    if (!found.isDirectory()) throw refuse(folder)
  }
  return join(root, ...names)
}

/** Makes the folders that these names need, durably; returns where the last of them goes. */
export async function makeRoomBelow(
  root: string,
  names: readonly string[],
  refuse: Refuse,
): Promise<string> {
  let folder = root
  for (const name of names.slice(0, -1)) {
    folder = join(folder, name)
    await makeFolderAt(folder, refuse)
  }
  return join(root, ...names)
}

/** Makes one folder, where there is none yet, durably. Something else under its name is refused. */
export async function makeFolderAt(folder: string, refuse: Refuse): Promise<void> {
  const found = await look(folder)
  if (found && !found.isDirectory()) throw refuse(folder)
  if (found) return
  await mkdir(folder).catch((error: unknown) => {
    if (codeOf(error) !== 'EEXIST') throw error
  })
  await syncFolder(dirname(folder))
}
