import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs'
import { constants, zstdCompressSync } from 'node:zlib'
import type { SchemaElement } from 'hyparquet'
import { ByteWriter, ParquetWriter } from 'hyparquet-writer'
import { columns, type MetadataColumn, type MetadataRow } from './row.ts'

/** Rows that are held in memory and written together: a reader passes over the others of a file. */
const ROWS_A_GROUP = 200_000
/** A column of a group is one page, or a few, before they are compressed: small pages have little to compress by. */
const PAGE_BYTES = 4 * 1024 * 1024
const LEVEL = 12

/** Writes rows to a Parquet file, a group of them after the other: what is in memory does not grow with the file. */
export class ParquetFile implements Disposable {
  readonly #file: number
  readonly #bytes = new ByteWriter()
  readonly #writer: ParquetWriter
  readonly #rowsAGroup: number
  /** One list of values a column: rows as objects take several times as much. */
  #values: unknown[][] = columns.map(() => [])
  #rows = 0

  /** @param path must be free */
  constructor(
    path: string,
    facts: Readonly<Record<string, string>>,
    rowsAGroup: number = ROWS_A_GROUP,
  ) {
    this.#file = openSync(path, 'wx')
    this.#rowsAGroup = rowsAGroup
    this.#writer = new ParquetWriter({
      writer: Object.assign(this.#bytes, { flush: () => this.#flush() }),
      schema,
      codec: 'ZSTD',
      compressors: { ZSTD: compress },
      statisticsTruncateLength: 64,
      kvMetadata: Object.entries(facts).map(([key, value]) => ({ key, value })),
      createdBy: 'Songkeep',
    })
  }

  add(row: MetadataRow): void {
    for (const [at, { field }] of columns.entries()) this.#values[at]?.push(row[field])
    this.#rows++
    if (this.#rows === this.#rowsAGroup) this.#writeGroup()
  }

  /** After this the file is whole, and on the disk. */
  finish(): void {
    if (this.#rows > 0) this.#writeGroup()
    this.#writer.finish()
    this.#flush()
    fsyncSync(this.#file)
  }

  [Symbol.dispose]() {
    closeSync(this.#file)
  }

  #writeGroup(): void {
    const [values, rows] = [this.#values, this.#rows]
    this.#values = columns.map(() => [])
    this.#rows = 0
    const columnData = columns.map(({ name, encoding, isIndexed = false }, at) => ({
      name,
      data: values[at] ?? [],
      encoding,
      columnIndex: isIndexed,
      offsetIndex: true,
    }))
    this.#writer.write({ columnData, rowGroupSize: rows, pageSize: PAGE_BYTES })
  }

  #flush(): void {
    const bytes = this.#bytes.getBytes()
    for (let at = 0; at < bytes.length; ) at += writeSync(this.#file, bytes, at)
    this.#bytes.index = 0
  }
}

const compress = (bytes: Uint8Array) =>
  zstdCompressSync(bytes, { params: { [constants.ZSTD_c_compressionLevel]: LEVEL } })

const schema: SchemaElement[] = [
  { name: 'recordings', num_children: columns.length },
  ...columns.map(schemaOf),
]

function schemaOf({ name, type, isRequired }: MetadataColumn): SchemaElement {
  const repetition_type = isRequired ? 'REQUIRED' : 'OPTIONAL'
  return type === 'STRING'
    ? { name, type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type }
    : { name, type, repetition_type }
}
