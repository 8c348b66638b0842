import type { ArtistNames, NameHolder } from '../model/artist-names.ts'
import { hashKey } from './format/hash.ts'
import type { NamesSummary } from './format/manifest.ts'
import { NameTable } from './query/name-table.ts'
import type { NamesReader, OtherName } from './query/names-reader.ts'
import { groupMembers, type Member } from './shards/group.ts'
import { expandPlaces, openMembers } from './shards/places.ts'

/** More would take longer than a second to read and prove on opening. */
const MEMORY = 256 * 2 ** 20
/** The same names come again and again: the holders of so many are remembered. */
const REMEMBERED = 4096

/** Who is known by which names, as the lists of artists in catalogues have it. */
export class CatalogueNames implements ArtistNames, Disposable {
  readonly #tables: NamesReader[] = []
  readonly #remembered = new Map<string, readonly NameHolder[]>()

  /**
   * `catalogues`: folders, and files that name shards, as `Catalogue` takes them; or what opens each catalogue's names.
   * Throws UserError when a folder holds no catalogue, or a damaged one.
   */
  constructor(catalogues: readonly string[] | readonly OpenNames[], memory = MEMORY) {
    if (isOpening(catalogues)) this.#openAll(catalogues, memory)
    else
      openMembers(expandPlaces(catalogues), (members) => this.#openAll(findNames(members), memory))
  }

  #openAll(sources: readonly OpenNames[], memory: number): void {
    let left = memory
    try {
      for (const [place, open] of sources.entries()) {
        const table = open(left, place)
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

/** Opens the names of one catalogue, where it has any; `place` is its place among the catalogues. */
export type OpenNames = (memory: number, place: number) => NamesReader | undefined

const isOpening = (
  given: readonly string[] | readonly OpenNames[],
): given is readonly OpenNames[] => typeof given[0] === 'function'

/** Shards of one catalogue have the same names: those of the first count. */
const findNames = (members: readonly Member[]): readonly OpenNames[] =>
  groupMembers(members).map(({ members: [{ place, manifest }] }) =>
    openNamesOf(place, manifest.names),
  )

export const openNamesOf =
  (folder: string, names: NamesSummary | undefined): OpenNames =>
  (memory, place) =>
    names && NameTable.open(folder, names, memory, place)
