import type { ArtistNames, NameHolder } from '../model/artist-names.ts'
import { hashKey } from './format/hash.ts'
import { openByManifest } from './format/manifest.ts'
import { NameTable, type OtherName } from './query/name-table.ts'

/** More would take longer than a second to read and prove on opening. */
const MEMORY = 256 * 2 ** 20
/** The same names come again and again: the holders of so many are remembered. */
const REMEMBERED = 4096

/** Who is known by which names, as the lists of artists in catalogues have it. */
export class CatalogueNames implements ArtistNames, Disposable {
  readonly #tables: NameTable[] = []
  readonly #remembered = new Map<string, readonly NameHolder[]>()

  /** Throws UserError when a folder holds no catalogue, or a damaged one. */
  constructor(folders: readonly string[], memory = MEMORY) {
    let left = memory
    try {
      for (const [place, folder] of folders.entries()) {
        const memory = left
        const table = openByManifest(folder, ({ names }) =>
          names === undefined ? undefined : new NameTable(folder, names, memory, place),
        )
        if (table === undefined) continue
        this.#tables.push(table)
        left = Math.max(0, left - table.resident)
      }
    } catch (error) {
      this[Symbol.dispose]()
      throw error
    }
  }

  /** None of the catalogues has a list of artists. */
  get isEmpty(): boolean {
    return this.#tables.length === 0
  }

  /** Bytes held in memory. */
  get resident(): number {
    return this.#tables.reduce((sum, table) => sum + table.resident, 0)
  }

  holdersOf(key: string): readonly NameHolder[] {
    const known = this.#remembered.get(key)
    if (known !== undefined) return known
    const hash = hashKey(key)
    const holders = this.#tables.flatMap((table) => table.holdersOf(hash))
    if (this.#remembered.size >= REMEMBERED) this.#remembered.clear()
    this.#remembered.set(key, holders)
    return holders
  }

  /** The other names of those known by the name of this hash. */
  otherNames(hash: number): readonly OtherName[] {
    return this.#tables.flatMap((table) => table.otherNames(hash))
  }

  [Symbol.dispose](): void {
    for (const table of this.#tables.splice(0)) table[Symbol.dispose]()
  }
}
