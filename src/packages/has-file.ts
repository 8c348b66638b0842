import { lstat } from 'node:fs/promises'
import { join } from 'node:path'

/** Whether a folder holds a regular file of this name. */
export async function hasFile(dir: string, name: string): Promise<boolean> {
  return (await lstat(join(dir, name)).catch(() => undefined))?.isFile() === true
}
