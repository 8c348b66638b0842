import { hashKey, low32, topByte } from '../../format/hash.ts'
import type { NameInputSummary } from '../../format/manifest.ts'
import { NAME_LISTS } from '../../format/names.ts'
import { hashName } from '../../query/name-key.ts'
import type { ArtistsInput, ListedArtist } from '../../read/artists/artist.ts'
import type { SkippedExample } from '../options.ts'
import type { Scatter } from '../scatter.ts'

/**
 * A name's row between reading and sorting, in the partition of its artist:
 *
 *      0 u32, 4 u40 hashes of the artist's id
 *      9 u40 hash of the name
 *     14 u8 list · 15 u8 whether it is another project
 */
export const NAME_ROW = { id: 0, idRest: 4, name: 9, list: 14, isProject: 15, bytes: 16 } as const

/** Rows that could not be read, told one by one. */
const MAX_EXAMPLES = 20

/** What reading the lists of artists has found. */
export class NameGatherer {
  readonly #rows: Scatter
  readonly inputs: NameInputSummary[] = []
  readonly examples: SkippedExample[] = []
  #artists = 0

  constructor(rows: Scatter) {
    this.#rows = rows
  }

  async read(
    input: ArtistsInput,
    onProgress: (artists: number, bytesRead: number) => void,
    signal: AbortSignal,
  ): Promise<void> {
    const before = this.#artists
    const list = NAME_LISTS.indexOf(input.format)
    let skipped = 0
    for await (const { artists, skipped: unread, bytesRead } of input.read(signal)) {
      signal.throwIfAborted()
      for (const artist of artists) this.#add(artist, list)
      for (const { row, reason } of unread) {
        skipped++
        if (this.examples.length < MAX_EXAMPLES)
          this.examples.push({ input: input.name, row, reason })
      }
      onProgress(this.#artists, bytesRead)
    }
    const { name, format, licence } = input
    this.inputs.push({ name, format, licence, artists: this.#artists - before, skipped })
  }

  #add({ id, names, projects }: ListedArtist, list: number): void {
    // Two hashes: with one of 40 bits, a few of ten million artists would be taken for one.
    const hash = hashKey(`${list} ${id}`)
    const rest = hashKey(`${id} ${list}`)
    const row = this.#rows.writer(topByte(hash))
    const add = (name: string, isProject: number) => {
      const hashed = hashName(name)
      if (hashed === undefined) return
      row.u32(low32(hash))
      row.u40(rest)
      row.u40(hashed)
      row.u8(list)
      row.u8(isProject)
      this.#rows.added(NAME_ROW.bytes)
    }
    for (const name of names) add(name, 0)
    for (const name of projects) add(name, 1)
    this.#artists++
  }
}
