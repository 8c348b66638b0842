import { endianness } from 'node:os'
import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import { ArtistTable } from '../format/artist-table.ts'
import { TextCodec } from '../format/codec.ts'
import { Dictionary } from '../format/dictionary.ts'
import { PARTS, POSTING_BYTES, type SegmentPart } from '../format/layout.ts'
import type { IndexSummary } from '../format/manifest.ts'
import { PartReader } from '../format/part.ts'
import { PostingTable } from '../format/posting-table.ts'

/** Always in memory: every query goes through these. */
const NEEDED: readonly SegmentPart[] = [
  'dictionary',
  'artists',
  'title-buckets',
  'isrc-buckets',
  'neighbour-buckets',
  'blocks',
]
/** In memory while they fit, in this order; else read where asked, the system's cache being shared. */
const WELCOME: readonly SegmentPart[] = [
  'keys',
  'records',
  'titles',
  'neighbours',
  'guests',
  'isrcs',
]

/** An index open for reading. */
export interface OpenIndex extends Disposable {
  readonly artists: ArtistTable
  readonly titles: PostingTable
  readonly isrcs: PostingTable
  readonly neighbours: PostingTable
  readonly keys: PartReader
  readonly guests: PartReader
  readonly blocks: PartReader
  readonly records: PartReader
  readonly codec: TextCodec
  readonly dictionary: Dictionary
  /** Bytes held in memory. */
  readonly resident: number
}

/** Opens an index's folder. Throws UserError when a file is missing, foreign or damaged. */
export function openIndex(folder: string, summary: IndexSummary, memory: number): OpenIndex {
  if (endianness() !== 'LE') throw new UserError(reason('catalogue.little-endian-only'))
  const parts = openParts(folder, summary)
  try {
    let resident = 0
    for (const part of [...NEEDED, ...WELCOME]) {
      const { length } = parts[part]
      if (!NEEDED.includes(part) && resident + length > memory) continue
      parts[part].load()
      resident += length
    }
    const { texts, symbols } = JSON.parse(parts.dictionary.load().toString())
    const table = (part: 'titles' | 'isrcs' | 'neighbours', buckets: SegmentPart) =>
      new PostingTable(parts[part], parts[buckets].load(), POSTING_BYTES[part])
    return {
      artists: new ArtistTable(parts.artists.load()),
      titles: table('titles', 'title-buckets'),
      isrcs: table('isrcs', 'isrc-buckets'),
      neighbours: table('neighbours', 'neighbour-buckets'),
      keys: parts.keys,
      guests: parts.guests,
      blocks: parts.blocks,
      records: parts.records,
      codec: new TextCodec(symbols.map((symbol: string) => Buffer.from(symbol, 'base64'))),
      dictionary: new Dictionary(texts),
      resident,
      [Symbol.dispose]: () => closeAll(parts),
    }
  } catch (error) {
    closeAll(parts)
    if (error instanceof UserError) throw error
    throw new UserError(
      reason('catalogue.index-damaged', { folder }),
      reason('catalogue.build-it-again'),
      { cause: error },
    )
  }
}

type Parts = Record<SegmentPart, PartReader>

function openParts(folder: string, { build, bytes }: IndexSummary): Parts {
  const parts: Partial<Parts> = {}
  try {
    for (const part of Object.keys(PARTS) as SegmentPart[])
      parts[part] = new PartReader(folder, part, build, bytes[part])
    return parts as Parts
  } catch (error) {
    closeAll(parts)
    throw error
  }
}

function closeAll(parts: Partial<Parts>): void {
  for (const part of Object.values(parts)) part[Symbol.dispose]()
}
