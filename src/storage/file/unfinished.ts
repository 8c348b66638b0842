import { randomUUID } from 'node:crypto'
import { link, open, type rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { codeOf, syncFile, syncFolder } from '../../base/file.ts'
import { hashFile } from '../../base/hash.ts'
import { reason } from '../../model/reason.ts'
import { StorageError } from '../../words/user-error.ts'
import { readSource } from '../source.ts'
import type { StoreOptions, StoreSource } from '../store.ts'
import { makeRoom } from './confine.ts'

/** Where unfinished files lie: emptied by `sweep`, as an archive empties its own when it is opened. */
export const WORK = '.songkeep/work'
export const PIECE_BYTES = 1 << 20

/** Under a name of its own, with what was promised read back from it, and synced. */
export async function writeUnfinished(
  source: StoreSource,
  options: StoreOptions,
  root: string,
): Promise<string> {
  const temporary = await makeRoom(root, `${WORK}/${randomUUID()}`)
  try {
    {
      await using file = await open(temporary, 'wx')
      for await (const piece of readSource(source, PIECE_BYTES, options))
        await file.writeFile(piece)
    }
    const written = await hashFile(temporary, { noFollow: true, signal: options.signal })
    if (written.sha256 !== source.sha256)
      throw new StorageError(reason('storage.written-differs', { place: root }))
    await syncFile(temporary)
    return temporary
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}

/** False where `step` (a rename or a link) finds the name taken. */
export async function place(
  temporary: string,
  path: string,
  step: typeof rename,
): Promise<boolean> {
  try {
    await step(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
  await syncFolder(dirname(path))
  return true
}

/** Whether the file system has hard links. */
export async function tryLink(root: string): Promise<boolean> {
  const [one, other] = [randomUUID(), randomUUID()]
  const from = await makeRoom(root, `${WORK}/${one}`)
  const to = join(dirname(from), other)
  try {
    await (await open(from, 'wx')).close()
    await link(from, to)
    return true
  } catch (error) {
    if (/^(?:EPERM|ENOTSUP|EOPNOTSUPP|ENOSYS|EMLINK)$/.test(String(codeOf(error)))) return false
    throw error
  } finally {
    await rm(from, { force: true })
    await rm(to, { force: true })
  }
}
