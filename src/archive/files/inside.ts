import { existsSync } from 'node:fs'
import { lstat, mkdir, rename } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { codeOf, syncFolder } from '../../base/file.ts'
import { type FileSum, hashFile } from '../../base/hash.ts'
import { reason, reasonOf } from '../../model/reason.ts'
import { StorageError, UserError } from '../../words/user-error.ts'
import { isSafePath } from '../naming/clean.ts'

/** The file of a path inside the archive, with no link on the way; undefined where a folder is missing. */
export async function locate(root: string, path: string): Promise<string | undefined> {
  if (!isSafePath(path)) throw new Error(`Not a path of an archive: ${JSON.stringify(path)}`)
  const names = path.split('/')
  let folder = root
  for (const name of names.slice(0, -1)) {
    folder = join(folder, name)
    const found = await look(folder)
    if (!found) return undefined
    if (!found.isDirectory()) throw refuseLink(folder)
  }
  return join(root, ...names)
}

/** Makes the folders that a path needs, durably; returns where its file goes. */
export async function makeRoom(root: string, path: string): Promise<string> {
  if (!isSafePath(path)) throw new Error(`Not a path of an archive: ${JSON.stringify(path)}`)
  const names = path.split('/')
  let folder = root
  for (const name of names.slice(0, -1)) {
    folder = join(folder, name)
    await makeFolder(folder)
  }
  return join(root, ...names)
}

/** Makes one folder, where there is none yet. Something else under its name is refused. */
export async function makeFolder(folder: string) {
  const found = await look(folder)
  if (found && !found.isDirectory()) throw refuseLink(folder)
  if (found) return
  try {
    await mkdir(folder)
    await syncFolder(dirname(folder))
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
  }
}

export const refuseLink = (path: string) =>
  new UserError(reason('archive.link-in-the-way', { path }), reason('archive.move-link-away'))

/** What lies under a name itself, links not followed. */
export async function look(path: string) {
  try {
    return await lstat(path)
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return undefined
    throw error
  }
}

/** True when a plain file of exactly this content lies there. */
export async function isWhole(path: string, sum: FileSum, signal?: AbortSignal): Promise<boolean> {
  const found = await look(path)
  if (!found?.isFile() || found.size !== sum.bytes) return false
  try {
    const { sha256 } = await hashFile(path, { noFollow: true, signal })
    return sha256 === sum.sha256
  } catch (error) {
    // Unreadable is as good as damaged: it will be made again.
    if (signal?.aborted) throw error
    return false
  }
}

/** Moves something out of the way, into `.songkeep/replaced/`: what we did not write is never destroyed. */
export async function setAside(path: string, state: string) {
  const folder = await newReplacedFolder(state)
  await rename(path, join(folder, basename(path)))
  await syncFolder(folder)
}

/** A new folder in `.songkeep/replaced/`, for one thing that is moved out of the way. */
export async function newReplacedFolder(state: string): Promise<string> {
  const stamp = new Date().toISOString().replaceAll(':', '')
  const replaced = join(state, 'replaced')
  await makeFolder(replaced)
  for (let count = 1; ; count++) {
    const folder = join(replaced, count === 1 ? stamp : `${stamp} (${count})`)
    if (await look(folder)) continue
    await makeFolder(folder)
    return folder
  }
}

/** Throws where something lies under a name that was free when it was given. */
export async function refuseOccupied(path: string) {
  if (await look(path))
    throw new UserError(
      reason('archive.name-taken', { path }),
      reason('archive.run-again-for-name'),
    )
}

/** Says what stops the archive from being written, in words for the user. */
export function explainStorage(error: unknown, root: string): unknown {
  if (error instanceof UserError) return error
  const options = { cause: error }
  switch (codeOf(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new StorageError(
        reason('archive.no-space', { root }),
        reason('archive.make-room'),
        options,
      )
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new StorageError(
        reason('archive.not-writable', { root, error: String(codeOf(error)) }),
        reason('archive.change-permissions'),
        options,
      )
    case 'EIO':
    case 'ENODEV':
    case 'ENXIO':
    case 'ESTALE':
      return brokenStorage(error, root)
    case 'ENOENT':
      // A disk was pulled out.
      return existsSync(root) ? error : brokenStorage(error, root)
    default:
      return error
  }
}

const brokenStorage = (error: unknown, root: string) =>
  new StorageError(
    reason('archive.unreachable', { root, error: reasonOf(error) }),
    reason('archive.check-disk'),
    { cause: error },
  )
