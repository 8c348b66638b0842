import type { Stats } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'

/** Size and time of a file. Throws UserError where there is none, or where it is empty. */
export async function statFile(path: string): Promise<Stats> {
  const stats = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new UserError(reason('media.file-unreadable', { detail: error.code ?? error.message }))
  })
  if (!stats.isFile()) throw new UserError(reason('media.not-a-file'))
  if (stats.size === 0) throw new UserError(reason('media.file-empty'))
  return stats
}

/** The first bytes of a file, fewer where it is shorter. */
export async function readStart(path: string, length: number): Promise<Uint8Array> {
  await using file = await open(path)
  const bytes = new Uint8Array(length)
  const { bytesRead } = await file.read(bytes, 0, length, 0)
  return bytes.subarray(0, bytesRead)
}
