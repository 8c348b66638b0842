import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { INVENTORY } from '../../../archive/inventory/inventory.ts'
import { type ArchiveCopies, describeCopies } from './copies.ts'

/** Of the files with the fewest copies: more by name would help nobody. */
const MAX_WORST_FILES = 20

/** What is known of an archive's copies as it was read last: the lists of all copies are read again where one has changed. */
export class CopiesCache {
  readonly #known = new Map<string, { readonly stamp: string; readonly told: ArchiveCopies }>()

  async read(dir: string, signal: AbortSignal): Promise<ArchiveCopies> {
    const stamp = await stampOf(dir)
    const known = this.#known.get(dir)
    if (known?.stamp === stamp) return known.told
    const told = await describeCopies(dir, signal, MAX_WORST_FILES)
    this.#known.set(dir, { stamp, told })
    return told
  }
}

/** Changes with the inventory, with the record of copies, and with what was seen in any of them. */
async function stampOf(dir: string): Promise<string> {
  const seen = join('.songkeep', 'copies')
  const names = (await readdir(join(dir, seen)).catch(() => [])).toSorted()
  const paths = [INVENTORY, 'copies.jsonl', ...names.map((name) => join(seen, name))]
  const stamps = paths.map(async (path) => {
    const found = await stat(join(dir, path), { bigint: true }).catch(() => undefined)
    return `${path} ${found?.size} ${found?.mtimeNs}`
  })
  return (await Promise.all(stamps)).join('\n')
}
