import { spawnSync } from 'node:child_process'
import type { Folder } from './archive.ts'

/** What `parity/restore.py` says; without what the machine's Python has beside its standard library. */
export const runScript = (folder: Folder, ...words: string[]) => {
  const path = folder.place('parity/restore.py')
  return spawnSync('python3', ['-I', '-S', path, ...words], { encoding: 'utf8', cwd: folder.root })
}
