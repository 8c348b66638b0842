import { randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { UserError } from '../../model/errors.ts'
import { TextCodec } from '../codec.ts'
import { Dictionary } from '../dictionary.ts'
import { PARTS, type Part, VERSION } from '../layout.ts'
import type { IndexSummary } from '../manifest.ts'
import { isSegment } from '../part.ts'
import { ArtistWriter } from './artists.ts'
import { type Gathered, Gatherer } from './gather.ts'
import { type Ends, type Journal, openWork, WORK_FOLDER, writeJournal } from './journal.ts'
import type { BuildOptions, BuildReport } from './options.ts'
import { PostingWriter } from './postings.ts'
import { RunWriter } from './runs.ts'
import { PARTITIONS, Scatter } from './scatter.ts'
import { SegmentWriter } from './segment-writer.ts'

/** Memory for rows waiting to be written out, in bytes: while reading, and for each table later on. */
const ROW_MEMORY = 256 * 2 ** 20
const TABLE_MEMORY = 48 * 2 ** 20
/** Smaller builds start over faster than they keep a journal. */
const JOURNAL_EVERY = 1_000_000

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
 * What a step leaves for the next lies in `.building`; the journal says which are done.
 */
export class Steps {
  readonly #options: BuildOptions
  readonly #work: string
  readonly #journalEvery: number
  readonly #signal: AbortSignal
  readonly #startedAt = performance.now()
  readonly #writers = new Map<Part, SegmentWriter>()
  #journal: Journal

  constructor(options: BuildOptions) {
    this.#options = options
    this.#signal = options.signal ?? new AbortController().signal
    this.#work = join(options.out, WORK_FOLDER)
    this.#journalEvery = options.journalEvery ?? JOURNAL_EVERY
    const stamps = options.inputs.map((input) => input.stamp)
    this.#journal = openWork(this.#work, stamps) ?? {
      version: VERSION,
      build: randomBytes(16).toString('hex'),
      stamps,
      seconds: 0,
    }
    mkdirSync(this.#segments, { recursive: true })
  }

  get #segments(): string {
    return join(this.#work, this.#journal.build)
  }

  async run(): Promise<BuildReport> {
    try {
      const rows = new Scatter(this.#work, 'rows', ROW_MEMORY)
      const gathered = await this.#gather(rows)
      const tables = {
        runs: this.#table('runs'),
        guests: this.#table('guests'),
        titles: this.#table('titles'),
        isrcs: this.#table('isrcs'),
        neighbours: this.#table('neighbours'),
      } satisfies Tables
      const ends = await this.#writeRuns(rows, gathered, tables)
      const artists = await this.#writeArtists(ends, tables)
      await this.#writePostings('titles', tables.titles, this.#journal.titleRows ?? 0)
      await this.#writePostings('isrcs', tables.isrcs, this.#journal.isrcRows ?? 0)
      await this.#writePostings('neighbours', tables.neighbours, this.#journal.neighbourRows ?? 0)
      return this.#finish(gathered, artists)
    } finally {
      for (const writer of this.#writers.values()) writer.abandon()
    }
  }

  async #gather(rows: Scatter): Promise<Gathered> {
    const { inputs } = this.#options
    const before = this.#journal.gathered
    const gatherer = new Gatherer(rows, new Dictionary(before?.dictionary), before)
    rows.cutBack(this.#journal.rowSizes ?? [])
    const sizes = inputs.map((input) => input.bytes)
    let journalled = before?.tracks ?? 0
    for (const [index, input] of inputs.entries()) {
      if (index < (before?.inputs.length ?? 0)) continue
      await gatherer.read(input, this.#tellRead(sizes, index), this.#signal)
      const { gathered } = gatherer
      if (gathered.tracks - journalled >= this.#journalEvery || journalled > 0) {
        rows.flush()
        journalled = gathered.tracks
        this.#note({ gathered, rowSizes: rows.sizes() })
      }
    }
    const { gathered } = gatherer
    if (gathered.tracks === 0) {
      const [example] = gathered.examples
      throw new UserError(
        'There is no recording in the input, so no catalogue was made.',
        example && `${example.input}, row ${example.row}: ${example.reason}`,
      )
    }
    return gathered
  }

  #tellRead(sizes: readonly (number | undefined)[], index: number) {
    const total = sizes.includes(undefined) ? {} : { total: sum(sizes) }
    const before = sum(sizes.slice(0, index))
    return (tracks: number, bytesRead: number) =>
      this.#options.onProgress?.({ step: 'read', done: before + bytesRead, ...total, tracks })
  }

  async #writeRuns(
    rows: Scatter,
    gathered: Gathered,
    { runs, guests, titles, isrcs }: Tables,
  ): Promise<readonly Ends[]> {
    if (this.#journal.ends) return this.#journal.ends
    const tables = { runs, guests, titles, isrcs }
    for (const table of Object.values(tables)) table.remove()
    const codec = TextCodec.train(gathered.sample)
    const keys = this.#segment('keys')
    const blocks = this.#segment('blocks')
    const records = this.#segment('records')
    const writer = new RunWriter({ ...tables, keys, blocks, records }, codec)
    const ends: Ends[] = []
    for (let partition = 0; partition < PARTITIONS; partition++) {
      await this.#breathe('write', partition, gathered.tracks)
      writer.writePartition(partition, rows.take(partition))
      ends.push({ track: writer.tracks, block: writer.blocks })
    }
    writer.close()
    this.#segment('dictionary').out.text(
      JSON.stringify({
        texts: gathered.dictionary,
        symbols: codec.symbols.map((symbol) => Buffer.from(symbol).toString('base64')),
      }),
    )
    this.#close('keys', 'blocks', 'records', 'dictionary')
    const counts = { titleRows: titles.rows, isrcRows: isrcs.rows }
    this.#endStep(Object.values(tables), { gathered, ends, ...counts })
    rows.remove()
    return ends
  }

  async #writeArtists(ends: readonly Ends[], tables: Tables): Promise<number> {
    if (this.#journal.artists !== undefined) return this.#journal.artists
    tables.neighbours.remove()
    const writer = new ArtistWriter({
      artists: this.#segment('artists'),
      guests: this.#segment('guests'),
      neighbours: tables.neighbours,
    })
    const last = ends.at(-1) ?? { track: 0, block: 0 }
    for (const [partition, end] of ends.entries()) {
      await this.#breathe('index', partition, last.track)
      writer.writePartition(
        partition,
        tables.runs.take(partition),
        tables.guests.take(partition),
        end,
      )
    }
    writer.close(last)
    this.#close('artists', 'guests')
    const neighbourRows = tables.neighbours.rows
    this.#endStep([tables.neighbours], { artists: writer.artists, neighbourRows })
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
    const buckets: Part = `${part.slice(0, -1)}-buckets` as Part
    const writer = new PostingWriter(
      this.#segment(part),
      this.#segment(buckets),
      rows,
      part === 'titles' ? 'title' : 'link',
    )
    for (let partition = 0; partition < PARTITIONS; partition++) {
      await this.#breathe('index', partition, this.#journal.gathered?.tracks ?? 0)
      writer.writePartition(table.take(partition))
    }
    writer.close()
    this.#close(part, buckets)
  }

  #finish(gathered: Gathered, artists: number): BuildReport {
    const { build } = this.#journal
    const index: IndexSummary = {
      build,
      tracks: gathered.tracks,
      artists,
      bytes: measureParts(this.#segments),
      inputs: gathered.inputs,
      licences: gathered.licences,
      builtAt: new Date().toISOString(),
      buildSeconds: Math.round(this.#seconds * 10) / 10,
    }
    renameSync(this.#segments, join(this.#options.out, build))
    return { index, skipped: gathered.examples }
  }

  get #seconds(): number {
    return this.#journal.seconds + (performance.now() - this.#startedAt) / 1000
  }

  /** Lets other work run, and a stop be heard. */
  async #breathe(step: 'write' | 'index', done: number, tracks: number): Promise<void> {
    if (done % 8 === 0) await setImmediate()
    this.#signal.throwIfAborted()
    this.#options.onProgress?.({ step, done, total: PARTITIONS, tracks })
  }

  #table(name: string): Scatter {
    return new Scatter(this.#work, name, TABLE_MEMORY)
  }

  #segment(part: Part): SegmentWriter {
    const writer = new SegmentWriter(this.#segments, part, this.#journal.build)
    this.#writers.set(part, writer)
    return writer
  }

  #close(...parts: readonly Part[]): void {
    for (const part of parts) this.#writers.get(part)?.close()
  }

  /** After this the step's tables are all on disk, and it is not done again. */
  #endStep(tables: readonly Scatter[], done: Partial<Journal>): void {
    this.#journal = { ...this.#journal, ...done }
    if ((this.#journal.gathered?.tracks ?? 0) < this.#journalEvery) return
    for (const table of tables) table.flush()
    this.#note({})
  }

  #note(done: Partial<Journal>): void {
    this.#journal = { ...this.#journal, ...done }
    writeJournal(this.#work, { ...this.#journal, seconds: this.#seconds })
  }
}

const sum = (values: readonly (number | undefined)[]) =>
  values.reduce<number>((total, value) => total + (value ?? 0), 0)

/** Bytes on disk by part, headers included. */
function measureParts(folder: string): Record<Part, number> {
  const bytes: Partial<Record<Part, number>> = {}
  const names = readdirSync(folder)
  for (const part of Object.keys(PARTS) as Part[]) {
    const files = names.filter((name) => isSegment(name, part))
    bytes[part] = sum(files.map((name) => statSync(join(folder, name)).size))
  }
  return bytes as Record<Part, number>
}
