import { lstat, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeAtomic } from '../../base/file.ts'

const SCRIPT = 'restore.py'

/** The package carries the script where the sources have it; what is built lies as deep. */
const source = fileURLToPath(new URL(`../../../src/fixity/parity/${SCRIPT}`, import.meta.url))

/** Puts the script that restores files without Songkeep beside the parity. */
export async function writeScript(folder: string): Promise<void> {
  const text = await readFile(source, 'utf8')
  const path = join(folder, SCRIPT)
  const found = await lstat(path).catch(() => undefined)
  if (found?.isFile() && (await readFile(path, 'utf8')) === text) return
  const temporary = `${path}.part`
  await rm(temporary, { force: true })
  await writeAtomic(path, text, temporary)
}
