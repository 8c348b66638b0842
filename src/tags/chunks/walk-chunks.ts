import type { ByteSource } from '../read/file-bytes.ts'
import type { ChunkLayout } from './layouts.ts'

/** A chunk's name, and where its content stands. */
export interface Chunk {
  readonly name: string
  readonly start: number
  readonly end: number
}

/** Real files have some dozens. */
const MAX_CHUNKS = 10_000

interface WalkOptions {
  /** Where the first chunk begins, and where the list of them ends. */
  readonly from: number
  readonly to?: number
  /** Sizes that do not fit their field, as `ds64` has them. */
  readonly sizes?: ReadonlyMap<string, number>
}

/** The chunks in their order. One that reaches beyond the end, or whose size is not known, ends there. */
export async function* walkChunks(
  file: ByteSource,
  layout: ChunkLayout,
  { from, to = file.size, sizes }: WalkOptions,
): AsyncGenerator<Chunk> {
  const limit = Math.min(to, file.size)
  const headerBytes = layout.nameBytes + layout.sizeBytes
  let at = from
  for (let count = 0; count < MAX_CHUNKS && at + headerBytes <= limit; count++) {
    const header = await file.read(at, headerBytes)
    if (header.length < headerBytes) return
    const name = nameIn(header)
    if (name === undefined) return
    const start = at + headerBytes
    const size = readSize(header, layout, sizes?.get(name))
    const end = size === undefined ? limit : Math.min(start + size, limit)
    yield { name, start, end }
    at = await nextChunk(file, layout, from, end)
  }
}

/** Names of 16 bytes begin with the four letters of the same chunk in RIFF. */
function nameIn(header: Buffer): string | undefined {
  const name = header.toString('latin1', 0, 4)
  return /^[\x20-\x7e]{4}$/.test(name) ? name : undefined
}

const UNKNOWN = 0xffff_ffff

/** Nothing where the writer did not know it: all bits set, in four or in eight bytes. */
function readSize(header: Buffer, layout: ChunkLayout, known?: number): number | undefined {
  const { nameBytes, sizeBytes, order, countsHeader } = layout
  const wide = sizeBytes === 8
  const read = {
    big: () => (wide ? Number(header.readBigUInt64BE(nameBytes)) : header.readUInt32BE(nameBytes)),
    little: () =>
      wide ? Number(header.readBigUInt64LE(nameBytes)) : header.readUInt32LE(nameBytes),
  }[order]()
  if (!wide && read === UNKNOWN) return known
  if (!Number.isSafeInteger(read)) return undefined
  return countsHeader ? Math.max(0, read - nameBytes - sizeBytes) : read
}

/** Behind the padding, which some programs leave out: it is a zero, and no name begins with one. */
async function nextChunk(
  file: ByteSource,
  { align }: ChunkLayout,
  from: number,
  end: number,
): Promise<number> {
  const padded = from + Math.ceil((end - from) / align) * align
  if (align !== 2 || padded === end) return padded
  const next = await file.read(end, 4)
  return next[0] === 0 || nameIn(next) === undefined ? padded : end
}
