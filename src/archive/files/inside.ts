import { existsSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { codeOf, syncFolder } from '../../base/file.ts'
import { type FileSum, hashFile } from '../../base/hash.ts'
import { type LookAt, locateBelow, look, makeFolderAt, makeRoomBelow } from '../../base/inside.ts'
import { reason, reasonOf } from '../../model/reason.ts'
import { StorageError, UserError } from '../../words/user-error.ts'
import { isSafePath } from '../naming/clean.ts'

/** The file of a path inside the archive, with no link on the way; undefined where a folder is missing. */
export const locate = async (
  root: string,
  path: string,
  lookAt?: LookAt,
): Promise<string | undefined> => await locateBelow(root, namesOf(path), refuseLink, lookAt)

/** Makes the folders that a path needs, durably; returns where its file goes. */
export const makeRoom = async (root: string, path: string): Promise<string> =>
  await makeRoomBelow(root, namesOf(path), refuseLink)

/** Makes one folder, where there is none yet. Something else under its name is refused. */
export const makeFolder = (folder: string): Promise<void> => makeFolderAt(folder, refuseLink)

function namesOf(path: string): readonly string[] {
  if (!isSafePath(path)) throw new Error(`Not a path of an archive: ${JSON.stringify(path)}`)
  return path.split('/')
}

export const refuseLink = (path: string) =>
  new UserError(reason('archive.link-in-the-way', { path }), reason('archive.move-link-away'))

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
