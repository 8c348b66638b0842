import { open } from 'node:fs/promises'
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib'
import {
  type AsyncBuffer,
  parquetMetadataAsync,
  parquetReadObjects,
  parquetSchema,
} from 'hyparquet'
import { reason, reasonOf } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import { Batch, type Reader, type ReadFile } from './reader.ts'
import { makeRecording } from './recording.ts'
import { findColumns, readFields } from './table.ts'

/** Rows decoded at a time. */
const ROWS = 20_000

/** Snappy comes with hyparquet, the others with Node. */
const compressors = {
  GZIP: (bytes: Uint8Array) => gunzipSync(bytes),
  ZSTD: (bytes: Uint8Array) => zstdDecompressSync(bytes),
  BROTLI: (bytes: Uint8Array) => brotliDecompressSync(bytes),
}

/** Parquet, its columns found by name as those of CSV are. */
export const parquet: Reader = {
  format: 'parquet',
  recognise: (name, start) => name.endsWith('.parquet') || start.startsWith('PAR1'),
  async *read(file, signal) {
    if (file.path === '-') throw new UserError(reason('catalogue.parquet-from-stdin'))
    const handle = await open(file.path)
    try {
      yield* readRows(file, await openBuffer(handle), signal)
    } catch (error) {
      if (error instanceof UserError || signal.aborted) throw error
      throw new UserError(
        reason('catalogue.parquet-unreadable', { path: file.path, reason: reasonOf(error) }),
        undefined,
        { cause: error },
      )
    } finally {
      await handle.close()
    }
  },
}

async function openBuffer(handle: Awaited<ReturnType<typeof open>>): Promise<AsyncBuffer> {
  const { size } = await handle.stat()
  return {
    byteLength: size,
    async slice(start, end = size) {
      const bytes = new Uint8Array(end - start)
      await handle.read(bytes, 0, bytes.length, start)
      return bytes.buffer
    },
  }
}

async function* readRows(file: ReadFile, buffer: AsyncBuffer, signal: AbortSignal) {
  const metadata = await parquetMetadataAsync(buffer)
  const columns = findColumns(parquetSchema(metadata).children.map(({ element }) => element.name))
  if (columns === undefined) {
    throw new UserError(reason('catalogue.no-title-column', { path: file.path }))
  }
  const batch = new Batch()
  const total = Number(metadata.num_rows)
  for (let rowStart = 0; rowStart < total; rowStart += ROWS) {
    signal.throwIfAborted()
    const rowEnd = Math.min(total, rowStart + ROWS)
    const rows = await parquetReadObjects({
      file: buffer,
      metadata,
      compressors,
      columns: Object.values(columns),
      rowStart,
      rowEnd,
    })
    for (const [index, row] of rows.entries()) {
      const fields = readFields(columns, (column) => row[column])
      batch.add(rowStart + index + 1, makeRecording(fields, file.source, rowStart + index + 1))
    }
    yield batch.take(Math.round((buffer.byteLength * rowEnd) / total))
  }
}
