import { createReadStream } from 'node:fs'
import { PassThrough, type Readable } from 'node:stream'
import { createGunzip, createZstdDecompress } from 'node:zlib'
import { reason, reasonOf } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'

/** What is kept of a line; a longer one is no record, and will not be read as one. */
const MAX_LINE_BYTES = 16 * 2 ** 20
const CHUNK = { chunkSize: 1 << 18 }
const NEWLINE = 0x0a

export interface OpenFile {
  /** Unpacked. */
  readonly chunks: AsyncIterable<Buffer>
  /** Of the file as it lies on disk, so far. */
  readonly bytesRead: number
}

/** A file's bytes, `.gz` and `.zst` unpacked; `-` is standard input. Throws UserError when it breaks off. */
export function openFile(path: string, signal: AbortSignal): OpenFile {
  const file: Readable =
    path === '-' ? process.stdin : createReadStream(path, { highWaterMark: 1 << 18 })
  const unpacked = file.pipe(createUnpacker(path) ?? new PassThrough())
  let bytesRead = 0
  file.on('data', (chunk: Buffer) => {
    bytesRead += chunk.length
  })
  file.on('error', (error: Error) => unpacked.destroy(error))
  const stop = () => unpacked.destroy(signal.reason)
  if (signal.aborted) stop()
  signal.addEventListener('abort', stop, { once: true })
  unpacked.on('close', () => {
    signal.removeEventListener('abort', stop)
    file.destroy()
  })
  return {
    chunks: readChunks(unpacked, path, signal),
    get bytesRead() {
      return bytesRead
    },
  }
}

function createUnpacker(path: string) {
  if (path.endsWith('.gz')) return createGunzip(CHUNK)
  return path.endsWith('.zst') ? createZstdDecompress(CHUNK) : undefined
}

async function* readChunks(
  stream: Readable,
  path: string,
  signal: AbortSignal,
): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of stream) yield chunk
  } catch (error) {
    signal.throwIfAborted()
    throw new UserError(
      reason('catalogue.unreadable', { path, reason: reasonOf(error) }),
      undefined,
      { cause: error },
    )
  }
}

/** Lines without their ends, those of one chunk together. */
export async function* readLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<string[]> {
  let held: Buffer[] = []
  let heldBytes = 0
  let isFirst = true
  for await (const chunk of chunks) {
    const end = chunk.lastIndexOf(NEWLINE)
    if (end >= 0) {
      const lines = splitLines(Buffer.concat([...held, chunk.subarray(0, end)]), isFirst)
      held = []
      heldBytes = 0
      isFirst = false
      yield lines
    }
    if (heldBytes > MAX_LINE_BYTES) continue
    // A copy: the chunk's memory may be used again.
    const rest = Buffer.from(chunk.subarray(end + 1))
    held.push(rest)
    heldBytes += rest.length
  }
  if (heldBytes > 0) yield splitLines(Buffer.concat(held), isFirst)
}

function splitLines(bytes: Buffer, isFirst: boolean): string[] {
  const text = bytes.toString('utf8')
  const lines = (isFirst && text.charCodeAt(0) === 0xfeff ? text.slice(1) : text).split('\n')
  return text.includes('\r') ? lines.map((line) => line.replace(/\r+$/, '')) : lines
}
