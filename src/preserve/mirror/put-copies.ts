import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { look } from '../../base/inside.ts'
import type { Store } from '../../storage/store.ts'
import { putBytes } from './marker.ts'
import { COPIES } from './names.ts'

/** Lays the archive's record of its copies into a copy: whoever has nothing else left finds the others by it. */
export async function putCopies(root: string, store: Store, signal: AbortSignal): Promise<void> {
  const path = join(root, COPIES)
  if (!(await look(path))?.isFile()) return
  await putBytes(store, COPIES, await readFile(path), signal)
}
