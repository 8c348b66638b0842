import { join } from 'node:path'
import type { NameHolder } from '../../model/artist-names.ts'
import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import { ByteReader } from '../format/bytes.ts'
import { NAME_PARTS, type NamePart, POSTING_BYTES } from '../format/layout.ts'
import type { NamesSummary } from '../format/manifest.ts'
import {
  ARTIST_NAME_BYTES,
  isProject,
  listOf,
  NAME_FLAGS,
  NAME_LISTS,
  NO_NUMBER,
  numberOf,
  OWN_LIST,
} from '../format/names.ts'
import { type PartBytes, PartReader } from '../format/part.ts'
import { PostingTable } from '../format/posting-table.ts'
import type { NamesReader, OtherName } from './names-reader.ts'

/** Some composers are written in a thousand ways: of the names of one artist, so many are looked at. */
const MAX_NAMES = 256

/** Read at a time. */
const READ_BYTES = 64 * ARTIST_NAME_BYTES

interface ArtistName {
  readonly hash: number
  readonly isProject: boolean
}

/** The names of one catalogue, open for reading. `place` tells it from those of other catalogues. */
export class NameTable implements NamesReader {
  readonly #parts: Readonly<Record<NamePart, PartBytes>>
  readonly #postings: PostingTable
  readonly #place: number
  /** Bytes held in memory. */
  readonly resident: number

  /** Throws UserError when a file is missing, foreign or damaged. */
  static open(
    folder: string,
    { build, bytes }: NamesSummary,
    memory: number,
    place: number,
  ): NameTable {
    const open = (part: NamePart) => new PartReader(join(folder, build), part, build, bytes[part])
    return new NameTable(open, memory, place)
  }

  constructor(open: (part: NamePart) => PartBytes, memory: number, place: number) {
    const parts: Partial<Record<NamePart, PartBytes>> = {}
    this.#place = place
    this.#parts = parts as Record<NamePart, PartBytes>
    try {
      for (const part of Object.keys(NAME_PARTS) as NamePart[]) parts[part] = open(part)
      const { names, 'name-buckets': buckets, 'artist-names': artists } = this.#parts
      let resident = buckets.length
      for (const part of [names, artists]) {
        if (resident + part.length > memory) continue
        part.load()
        resident += part.length
      }
      this.#postings = new PostingTable(names, buckets.load(), POSTING_BYTES.names)
      this.resident = resident
    } catch (error) {
      this[Symbol.dispose]()
      throw error instanceof RangeError ? damaged(error) : error
    }
  }

  /** Everyone known by the name of this hash. Throws UserError where the table is damaged. */
  holdersOf(hash: number): readonly NameHolder[] {
    try {
      return this.#findHolders(hash)
    } catch (error) {
      throw error instanceof RangeError ? damaged(error) : error
    }
  }

  #findHolders(hash: number): readonly NameHolder[] {
    const found: NameHolder[] = []
    this.#postings.find(hash, (holder) => {
      const number = numberOf(holder)
      // Postings tell names apart by a part of the hash; the artist's own names have all of it.
      if (number !== NO_NUMBER && !this.#names(number).some((name) => name.hash === hash)) return
      found.push({
        list: this.#place * NAME_LISTS.length + listOf(holder),
        isOwn: listOf(holder) === OWN_LIST,
        artist: number === NO_NUMBER ? undefined : number,
        isProject: isProject(holder),
      })
    })
    return found
  }

  /** The other names of those known by the name of this hash. */
  otherNames(hash: number): readonly OtherName[] {
    const holders = this.holdersOf(hash)
    const others: OtherName[] = []
    for (const { list, artist, isProject: isOther } of holders) {
      if (artist === undefined) continue
      const isAlone = holders.every(
        (each) => each.isProject || each.list !== list || each.artist === artist,
      )
      for (const name of this.#names(artist).take(MAX_NAMES))
        if (name.hash !== hash)
          others.push({ hash: name.hash, isSure: isAlone && !isOther && !name.isProject })
    }
    return others
  }

  /** The names of one artist. Throws UserError where they are damaged. */
  *#names(artist: number): IteratorObject<ArtistName, undefined> {
    const part = this.#parts['artist-names']
    for (let at = artist * ARTIST_NAME_BYTES; at < part.length; at += READ_BYTES) {
      const bytes = part.read(at, Math.min(READ_BYTES, part.length - at))
      for (const reader = new ByteReader(bytes); reader.at < reader.end; ) {
        const hash = reader.u40()
        const flags = reader.u8()
        yield { hash, isProject: (flags & NAME_FLAGS.isProject) !== 0 }
        if (flags & NAME_FLAGS.isLast) return
      }
    }
    throw damaged()
  }

  [Symbol.dispose](): void {
    for (const part of Object.values(this.#parts)) part[Symbol.dispose]()
  }
}

const damaged = (cause?: unknown) =>
  new UserError(reason('catalogue.records-damaged'), reason('catalogue.restore-files'), { cause })
