import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeAtomic } from '../../base/file.ts'
import { look } from '../../base/inside.ts'
import { type ArchivePaths, newTemporary } from './paths.ts'

/** In `.songkeep/`: names of files at the archive's top that Songkeep has made there, one a line. */
const RECORD = 'own-files'
const MAX_RECORD_BYTES = 10_000

/** Whether Songkeep has made the file of this name: it is written down, never told by the name. */
export async function isOwnFile(name: string, paths: ArchivePaths): Promise<boolean> {
  return (await readNames(paths)).includes(name)
}

/** To be awaited before the file is made. */
export async function noteOwnFile(name: string, paths: ArchivePaths): Promise<void> {
  const names = await readNames(paths)
  if (names.includes(name)) return
  const lines = [...names, name].map((each) => `${each}\n`)
  await writeAtomic(join(paths.state, RECORD), lines, newTemporary(paths))
}

async function readNames({ state }: ArchivePaths): Promise<readonly string[]> {
  const path = join(state, RECORD)
  const found = await look(path)
  if (!found?.isFile() || found.size > MAX_RECORD_BYTES) return []
  return (await readFile(path, 'utf8')).split('\n').filter((name) => name !== '')
}
