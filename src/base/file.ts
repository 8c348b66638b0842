import { randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { copyFile, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

export type Data = string | Uint8Array | Iterable<string | Uint8Array>

/**
 * Writes a file that is there whole or not at all, whatever happens meanwhile; what had the name
 * before is replaced. `temporary` names the unfinished file; it must not exist yet.
 */
export async function writeAtomic(path: string, data: Data, temporary = besides(path)) {
  try {
    await using file = await open(temporary, 'wx')
    await file.writeFile(data)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') await rm(temporary, { force: true })
    throw error
  }
  await moveInto(temporary, path)
}

/** The same for what is nobody else's to read: from its first byte on, only its owner can (mode 0600). */
export async function writeSecret(path: string, data: string) {
  const temporary = besides(path)
  try {
    {
      await using file = await open(temporary, 'wx', 0o600)
      await file.writeFile(data)
    }
    await moveInto(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}

/**
 * Gives a finished file its final name, once its content is on the disk; what had the name before is
 * replaced. Between two file systems it is copied beside its goal first.
 */
export async function moveInto(temporary: string, path: string) {
  await syncFile(temporary)
  try {
    await rename(temporary, path)
  } catch (error) {
    if (codeOf(error) !== 'EXDEV') throw error
    await moveAcross(temporary, path)
  }
  await syncFolder(dirname(path))
}

async function moveAcross(temporary: string, path: string) {
  const near = besides(path)
  try {
    await copyFile(temporary, near, constants.COPYFILE_EXCL)
    await syncFile(near)
    await rename(near, path)
  } catch (error) {
    await rm(near, { force: true })
    throw error
  }
  await rm(temporary, { force: true })
}

/** Returns when the file's content would survive a power cut. */
export async function syncFile(path: string) {
  // Windows syncs only what may be written; elsewhere a read-only file must do.
  await using file = await open(path, process.platform === 'win32' ? 'r+' : 'r')
  await file.sync()
}

/** Returns when the names in the folder would survive a power cut. */
export async function syncFolder(path: string) {
  // Windows opens no folders; NTFS keeps its names in a journal of its own.
  if (process.platform === 'win32') return
  await using folder = await open(path, 'r')
  await folder.sync()
}

/** `ENOENT` and its like, where the error has one. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined
}

const besides = (path: string) => join(dirname(path), `.${randomUUID()}.part`)
