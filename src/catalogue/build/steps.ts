import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import { TextCodec } from '../format/codec.ts'
import { Dictionary } from '../format/dictionary.ts'
import { PARTS, type SegmentPart } from '../format/layout.ts'
import type { IndexSummary } from '../format/manifest.ts'
import { isSegment } from '../format/part.ts'
import type { CatalogueInput } from '../read/input.ts'
import { ArtistWriter } from './artists.ts'
import { type Gathered, Gatherer } from './gather.ts'
import type { Ends } from './journal.ts'
import type { BuildOptions, BuildReport } from './options.ts'
import { PostingWriter } from './postings.ts'
import { RunWriter } from './runs.ts'
import { PARTITIONS, Scatter } from './scatter.ts'
import { WorkDirectory } from './work-directory.ts'

/** Memory for rows that are read and wait to be written out, in bytes. */
const ROW_MEMORY = 256 * 2 ** 20

/** The tables that link hashes to numbers, dealt out between the steps. */
interface Tables {
  readonly runs: Scatter
  readonly guests: Scatter
  readonly titles: Scatter
  readonly isrcs: Scatter
  readonly neighbours: Scatter
}

/**
 * The steps of a build, told once: read the inputs, write the runs, the artists, the tables of postings.
 * What a step leaves for the next lies in the workshop; its journal says which are done.
 */
export class Steps {
  readonly #inputs: readonly CatalogueInput[]
  readonly #shop: WorkDirectory

  constructor(options: BuildOptions) {
    this.#inputs = options.inputs
    this.#shop = new WorkDirectory(options)
  }

  async run(): Promise<BuildReport> {
    const shop = this.#shop
    try {
      const rows = new Scatter(shop.folder, 'rows', ROW_MEMORY)
      const gathered = await this.#gather(rows)
      const tables = {
        runs: shop.table('runs'),
        guests: shop.table('guests'),
        titles: shop.table('titles'),
        isrcs: shop.table('isrcs'),
        neighbours: shop.table('neighbours'),
      } satisfies Tables
      const ends = await this.#writeRuns(rows, gathered, tables)
      const artists = await this.#writeArtists(ends, tables)
      const { titleRows, isrcRows, neighbourRows } = shop.journal
      await this.#writePostings('titles', tables.titles, titleRows ?? 0)
      await this.#writePostings('isrcs', tables.isrcs, isrcRows ?? 0)
      await this.#writePostings('neighbours', tables.neighbours, neighbourRows ?? 0)
      return this.#finish(gathered, artists)
    } finally {
      shop.abandon()
    }
  }

  async #gather(rows: Scatter): Promise<Gathered> {
    const shop = this.#shop
    const inputs = this.#inputs
    const before = shop.journal.gathered
    const gatherer = new Gatherer(rows, new Dictionary(before?.dictionary), before)
    rows.cutBack(shop.journal.rowSizes ?? [])
    const sizes = inputs.map((input) => input.bytes)
    let journalled = before?.tracks ?? 0
    for (const [index, input] of inputs.entries()) {
      if (index < (before?.inputs.length ?? 0)) continue
      await gatherer.read(input, this.#tellRead(sizes, index), shop.signal)
      const { gathered } = gatherer
      if (gathered.tracks - journalled >= shop.journalEvery || journalled > 0) {
        rows.flush()
        journalled = gathered.tracks
        shop.note({ gathered, rowSizes: rows.sizes() })
      }
    }
    const { gathered } = gatherer
    if (gathered.tracks === 0) {
      const [example] = gathered.examples
      throw new UserError(
        reason('catalogue.no-recordings'),
        example && reason('catalogue.row-left-out', { ...example }),
      )
    }
    return gathered
  }

  #tellRead(sizes: readonly (number | undefined)[], index: number) {
    const total = sizes.includes(undefined) ? {} : { total: sum(sizes) }
    const before = sum(sizes.slice(0, index))
    return (tracks: number, bytesRead: number) =>
      this.#shop.tell({ step: 'read', done: before + bytesRead, ...total, tracks })
  }

  async #writeRuns(
    rows: Scatter,
    gathered: Gathered,
    { runs, guests, titles, isrcs }: Tables,
  ): Promise<readonly Ends[]> {
    const shop = this.#shop
    if (shop.journal.ends) return shop.journal.ends
    const tables = { runs, guests, titles, isrcs }
    for (const table of Object.values(tables)) table.remove()
    const codec = TextCodec.train(gathered.sample)
    const keys = shop.segment('keys')
    const blocks = shop.segment('blocks')
    const records = shop.segment('records')
    const writer = new RunWriter({ ...tables, keys, blocks, records }, codec)
    const ends: Ends[] = []
    for (let partition = 0; partition < PARTITIONS; partition++) {
      await shop.breathe('write', partition, gathered.tracks)
      writer.writePartition(partition, rows.take(partition))
      ends.push({ track: writer.tracks, block: writer.blocks })
    }
    writer.close()
    shop.segment('dictionary').out.text(
      JSON.stringify({
        texts: gathered.dictionary,
        symbols: codec.symbols.map((symbol) => Buffer.from(symbol).toString('base64')),
      }),
    )
    shop.close('keys', 'blocks', 'records', 'dictionary')
    const counts = { titleRows: titles.rows, isrcRows: isrcs.rows }
    shop.endStep(Object.values(tables), { gathered, ends, ...counts })
    rows.remove()
    return ends
  }

  async #writeArtists(ends: readonly Ends[], tables: Tables): Promise<number> {
    const shop = this.#shop
    if (shop.journal.artists !== undefined) return shop.journal.artists
    tables.neighbours.remove()
    const writer = new ArtistWriter({
      artists: shop.segment('artists'),
      guests: shop.segment('guests'),
      neighbours: tables.neighbours,
    })
    const last = ends.at(-1) ?? { track: 0, block: 0 }
    for (const [partition, end] of ends.entries()) {
      await shop.breathe('index', partition, last.track)
      writer.writePartition(
        partition,
        tables.runs.take(partition),
        tables.guests.take(partition),
        end,
      )
    }
    writer.close(last)
    shop.close('artists', 'guests')
    const neighbourRows = tables.neighbours.rows
    shop.endStep([tables.neighbours], { artists: writer.artists, neighbourRows })
    tables.runs.remove()
    tables.guests.remove()
    return writer.artists
  }

  /** Not journalled: a table takes minutes where the steps before took an hour. */
  async #writePostings(
    part: 'titles' | 'isrcs' | 'neighbours',
    table: Scatter,
    rows: number,
  ): Promise<void> {
    const shop = this.#shop
    const buckets: SegmentPart = `${part.slice(0, -1)}-buckets` as SegmentPart
    const writer = new PostingWriter(
      shop.segment(part),
      shop.segment(buckets),
      rows,
      part === 'titles' ? 'title' : 'link',
    )
    for (let partition = 0; partition < PARTITIONS; partition++) {
      await shop.breathe('index', partition, shop.journal.gathered?.tracks ?? 0)
      writer.writePartition(table.take(partition))
    }
    writer.close()
    shop.close(part, buckets)
  }

  #finish(gathered: Gathered, artists: number): BuildReport {
    const shop = this.#shop
    const { build } = shop.journal
    const index: IndexSummary = {
      build,
      tracks: gathered.tracks,
      artists,
      bytes: measureParts(shop.segments),
      inputs: gathered.inputs,
      licences: gathered.licences,
      builtAt: new Date().toISOString(),
      buildSeconds: Math.round(shop.seconds * 10) / 10,
    }
    shop.moveOut()
    return { index, skipped: gathered.examples }
  }
}

const sum = (values: readonly (number | undefined)[]) =>
  values.reduce<number>((total, value) => total + (value ?? 0), 0)

/** Bytes on disk by part, headers included. */
function measureParts(folder: string): Record<SegmentPart, number> {
  const bytes: Partial<Record<SegmentPart, number>> = {}
  const names = readdirSync(folder)
  for (const part of Object.keys(PARTS) as SegmentPart[]) {
    const files = names.filter((name) => isSegment(name, part))
    bytes[part] = sum(files.map((name) => statSync(join(folder, name)).size))
  }
  return bytes as Record<SegmentPart, number>
}
