import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeAtomic } from '../../base/file.ts'
import { isSafePath, pathKey } from '../naming/clean.ts'
import { look } from './inside.ts'

const FILE = 'folders.json'
const MAX_BYTES = 10_000_000

/**
 * Which folder belongs to which playlist: `Mix: 1` and `Mix- 1` must not write over each other, and
 * a folder that was there before us belongs to none. Remembered in `.songkeep/folders.json`, which
 * may be thrown away: then a folder belongs to the first playlist that its name fits.
 */
export class Folders {
  readonly #state: string
  readonly #owners: Map<string, { readonly folder: string; readonly playlist: string }>
  /** Folders that were claimed before this run. */
  readonly #old: ReadonlySet<string>
  #unsaved = false
  #saving: Promise<void> = Promise.resolve()

  private constructor(state: string, owners: Iterable<readonly [string, string]>) {
    this.#state = state
    this.#owners = new Map()
    for (const [folder, playlist] of owners) this.#owners.set(pathKey(folder), { folder, playlist })
    this.#old = new Set(this.#owners.keys())
  }

  static async read(state: string): Promise<Folders> {
    return new Folders(state, await readOwners(join(state, FILE)))
  }

  ownerOf(folder: string): string | undefined {
    return this.#owners.get(pathKey(folder))?.playlist
  }

  /** Every folder that is some playlist's. */
  all(): readonly string[] {
    return [...this.#owners.values()].map(({ folder }) => folder)
  }

  wasOurs(folder: string): boolean {
    return this.#old.has(pathKey(folder))
  }

  claim(folder: string, playlist: string) {
    this.#owners.set(pathKey(folder), { folder, playlist })
    this.#unsaved = true
  }

  /** To be awaited before anything is written into a claimed folder. */
  save(temporary: () => string): Promise<void> {
    this.#saving = this.#saving.catch(() => {}).then(() => this.#save(temporary))
    return this.#saving
  }

  async #save(temporary: () => string) {
    if (!this.#unsaved) return
    const owners = [...this.#owners.values()].map(({ folder, playlist }) => [folder, playlist])
    const text = `${JSON.stringify(Object.fromEntries(owners.toSorted()), undefined, 2)}\n`
    this.#unsaved = false
    try {
      await writeAtomic(join(this.#state, FILE), text, temporary())
    } catch (error) {
      this.#unsaved = true
      throw error
    }
  }
}

async function readOwners(path: string): Promise<[string, string][]> {
  const found = await look(path)
  if (!found?.isFile() || found.size > MAX_BYTES) return []
  try {
    const value: unknown = JSON.parse(await readFile(path, 'utf8'))
    return Object.entries(value ?? {}).filter(
      ([folder, playlist]) =>
        isSafePath(folder) && !folder.includes('/') && typeof playlist === 'string',
    )
  } catch {
    return []
  }
}
