import { hash } from 'node:crypto'
import { join } from 'node:path'
import type { RowDigest } from './changes.ts'
import { GzipLines, readGzipLines } from './gzip-lines.ts'
import { ParquetFile } from './parquet.ts'
import { type MetadataRow, readRow, sortKeyOf, writeRow } from './row.ts'
import { type KeyedLine, sortLines } from './sort-lines.ts'

const PARQUET = 'recordings.parquet'
const LINES = 'recordings.jsonl.gz'
/** An id and a digest of its row, by id: from it the next release knows what has changed. */
export const DIGESTS = 'digests.tsv.gz'

export interface WriteRowsOptions {
  readonly folder: string
  /** For runs that are sorted; must not exist. */
  readonly work: string
  readonly rowsAGroup?: number
  readonly signal?: AbortSignal
  readonly onRow?: () => void
}

export interface WrittenRows {
  readonly rows: number
  /** Over all lines: the same for the same rows, whatever their order was. */
  readonly sha256: string
}

/** Writes all rows, sorted, as Parquet and as JSON lines, and their digests; memory does not grow with them. */
export async function writeRows(
  rows: AsyncIterable<MetadataRow> | Iterable<MetadataRow>,
  { folder, work, rowsAGroup, signal, onRow }: WriteRowsOptions,
): Promise<WrittenRows> {
  using parquet = new ParquetFile(join(folder, PARQUET), {}, rowsAGroup)
  const lines = new GzipLines(join(folder, LINES))
  let [count, digest] = [0, '']
  async function* digestAll(): AsyncGenerator<KeyedLine> {
    for await (const { line } of sortLines(keyed(rows, signal), work)) {
      signal?.throwIfAborted()
      const row = readRow(line)
      parquet.add(row)
      const pending = lines.add(line)
      if (pending) await pending
      const own = hash('sha256', line, 'hex')
      digest = hash('sha256', digest + own, 'hex')
      count++
      onRow?.()
      yield { key: row.id, line: own.slice(0, 32) }
    }
  }
  const digests = new GzipLines(join(folder, DIGESTS))
  for await (const { id, digest: own } of joinDigests(sortLines(digestAll(), `${work}-digests`))) {
    const pending = digests.add(`${id}\t${own}`)
    if (pending) await pending
  }
  await digests.close()
  await lines.close()
  parquet.finish()
  return { rows: count, sha256: digest }
}

async function* keyed(
  rows: AsyncIterable<MetadataRow> | Iterable<MetadataRow>,
  signal?: AbortSignal,
): AsyncGenerator<KeyedLine> {
  for await (const row of rows) {
    signal?.throwIfAborted()
    yield { key: sortKeyOf(row), line: writeRow(row) }
  }
}

/** Rows of one id have one digest together. */
async function* joinDigests(sorted: AsyncIterable<KeyedLine>): AsyncGenerator<RowDigest> {
  let last: RowDigest | undefined
  for await (const { key, line } of sorted) {
    if (last?.id === key) last = { id: key, digest: `${last.digest}+${line}` }
    else {
      if (last) yield last
      last = { id: key, digest: line }
    }
  }
  if (last) yield last
}

export async function* readDigests(path: string): AsyncGenerator<RowDigest> {
  for await (const line of readGzipLines(path)) {
    const [id = '', digest = ''] = line.split('\t')
    if (id !== '') yield { id, digest }
  }
}
