import { constants } from 'node:fs'
import { type FileHandle, lstat, open } from 'node:fs/promises'
import { join } from 'node:path'
import { codeOf } from '../../base/file.ts'

/** True for a relative path that stays inside, on every system. */
export const isSafeMemberPath = (path: string) =>
  path.length < 4096 &&
  path.isWellFormed() &&
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  !/[\u0000-\u001f\\]|^[a-z]:/i.test(path) &&
  path.split('/').every((name) => name !== '' && name !== '.' && name !== '..')

/** Opens a plain file inside the archive with no link on the way; undefined where there is none, or it cannot be read. */
export async function openInside(root: string, path: string): Promise<FileHandle | undefined> {
  if (!isSafeMemberPath(path)) throw new Error(`Not a path of an archive: ${JSON.stringify(path)}`)
  const names = path.split('/')
  let folder = root
  try {
    for (const name of names.slice(0, -1)) {
      folder = join(folder, name)
      if (!(await lstat(folder)).isDirectory()) return undefined
    }
    return await openPlain(join(root, ...names))
  } catch (error) {
    if (codeOf(error) === undefined) throw error
    return undefined
  }
}

/** Opens a plain file, not a link to one; undefined where something else lies there. */
export async function openPlain(path: string): Promise<FileHandle | undefined> {
  // Without O_NONBLOCK, opening a pipe waits for its other end. Windows has neither flag.
  const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0)
  const file = await open(path, flags)
  if ((await file.stat()).isFile()) return file
  await file.close()
  return undefined
}
