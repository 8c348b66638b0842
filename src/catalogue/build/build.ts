import { randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { takeLock } from '../../base/lock.ts'
import { UserError } from '../../model/errors.ts'
import { TextCodec } from '../codec.ts'
import { Dictionary } from '../dictionary.ts'
import { PARTS, type Part, VERSION } from '../layout.ts'
import { type IndexSummary, readManifest, writeManifest } from '../manifest.ts'
import type { CatalogueInput } from '../read/input.ts'
import { ArtistWriter } from './artists.ts'
import { type Gathered, Gatherer, type SkippedExample } from './gather.ts'
import { type Ends, type Journal, openWork, WORK_FOLDER, writeJournal } from './journal.ts'
import { PostingWriter } from './postings.ts'
import { RunWriter } from './runs.ts'
import { PARTITIONS, Scatter } from './scatter.ts'
import { SegmentWriter } from './segment-writer.ts'

export interface BuildOptions {
  readonly out: string
  readonly inputs: readonly CatalogueInput[]
  /** Keeps what the catalogue holds and adds these inputs as a further index. */
  readonly update?: boolean
  /** Tracks after which it is noted how far a build has come; smaller builds start over. A million. */
  readonly journalEvery?: number
  readonly onProgress?: (progress: BuildProgress) => void
  readonly signal?: AbortSignal
}

export interface BuildProgress {
  readonly step: 'read' | 'write' | 'index'
  /** Of bytes read (`read`), of partitions (`write`, `index`). */
  readonly done: number
  /** Missing where an input's size is unknown. */
  readonly total?: number
  readonly tracks: number
}

export interface BuildReport {
  readonly index: IndexSummary
  /** Rows that could not be read: the first ones, with a reason each. */
  readonly skipped: readonly SkippedExample[]
}

/** Memory for rows waiting to be written out, in bytes: while reading, and for each table later on. */
const ROW_MEMORY = 256 * 2 ** 20
const TABLE_MEMORY = 48 * 2 ** 20
/** Smaller builds start over faster than they keep a journal. */
/** Keeps two processes from building into one folder. */
const LOCK_FILE = '.lock'
const JOURNAL_EVERY = 1_000_000

/**
 * Builds a catalogue from any number of inputs, in bounded memory. It takes its place in one step, at
 * the end; stopped before, it leaves what was there, and the same call goes on where it stopped.
 * Throws UserError when an input can not be read at all or holds nothing.
 */
export async function buildCatalogue(options: BuildOptions): Promise<BuildReport> {
  mkdirSync(options.out, { recursive: true })
  using _lock = takeLock(join(options.out, LOCK_FILE))
  const before = options.update ? readManifest(options.out).indexes : []
  const build = new Build(options)
  const report = await build.run()
  await writeManifest(options.out, [...before, report.index])
  removeOthers(options.out, [...before, report.index])
  return report
}

/** Builds of which the manifest knows nothing (any more). */
function removeOthers(out: string, indexes: readonly IndexSummary[]): void {
  const known = new Set(indexes.map((index) => index.build))
  for (const name of readdirSync(out)) {
    const isBuild = /^[0-9a-f]{32}$/.test(name)
    if (name === WORK_FOLDER || (isBuild && !known.has(name))) {
      rmSync(join(out, name), { recursive: true, force: true })
    }
  }
}

/** Bytes on disk by part, headers included. */
function measureParts(folder: string): Record<Part, number> {
  const bytes: Partial<Record<Part, number>> = {}
  const names = readdirSync(folder)
  for (const part of Object.keys(PARTS) as Part[]) {
    const files = names.filter(
      (name) => /^-[0-9]{3,}\.seg$/.test(name.slice(part.length)) && name.startsWith(part),
    )
    bytes[part] = sum(files.map((name) => statSync(join(folder, name)).size))
  }
  return bytes as Record<Part, number>
}

class Build {
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
      }
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
    const { inputs, onProgress } = this.#options
    const before = this.#journal.gathered
    const dictionary = new Dictionary(before?.dictionary)
    const gatherer = new Gatherer(rows, dictionary, before)
    rows.cutBack(this.#journal.rowSizes ?? [])
    const sizes = inputs.map((input) => input.bytes)
    const total = sizes.some((size) => size === undefined) ? undefined : sum(sizes)
    let journalled = before?.tracks ?? 0
    for (const [index, input] of inputs.entries()) {
      if (index < (before?.inputs.length ?? 0)) continue
      const done = sum(sizes.slice(0, index))
      await gatherer.read(
        input,
        (tracks, bytesRead) =>
          onProgress?.({
            step: 'read',
            done: done + bytesRead,
            ...(total !== undefined && { total }),
            tracks,
          }),
        this.#signal,
      )
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

  async #writeRuns(
    rows: Scatter,
    gathered: Gathered,
    tables: { runs: Scatter; guests: Scatter; titles: Scatter; isrcs: Scatter },
  ): Promise<readonly Ends[]> {
    if (this.#journal.ends) return this.#journal.ends
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
    const titleRows = tables.titles.rows
    const isrcRows = tables.isrcs.rows
    this.#endStep(Object.values(tables), { gathered, ends, titleRows, isrcRows })
    rows.remove()
    return ends
  }

  async #writeArtists(
    ends: readonly Ends[],
    tables: { runs: Scatter; guests: Scatter; neighbours: Scatter },
  ): Promise<number> {
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
