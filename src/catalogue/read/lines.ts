import { createReadStream } from 'node:fs'
import { createGunzip, createZstdDecompress } from 'node:zlib'
import { UserError } from '../../model/errors.ts'

/** A line longer than this is no record. */
const LONGEST = 16 * 2 ** 20

/** A file's bytes, unpacked by the ending of its name, `-` being standard input; and how far it was read. */
export function openBytes(path: string, signal: AbortSignal) {
  const file = path === '-' ? process.stdin : createReadStream(path, { highWaterMark: 1 << 18 })
  let bytesRead = 0
  file.on('data', (chunk: Buffer | string) => {
    bytesRead += chunk.length
  })
  file.pause()
  const unpack = path.endsWith('.gz')
    ? createGunzip({ chunkSize: 1 << 18 })
    : path.endsWith('.zst')
      ? createZstdDecompress({ chunkSize: 1 << 18 })
      : undefined
  const stream = unpack ? file.pipe(unpack) : file
  file.on('error', (error) => stream.destroy(error))
  signal.addEventListener('abort', () => stream.destroy(signal.reason), { once: true })
  return {
    chunks: readChunks(stream, path),
    get bytesRead() {
      return bytesRead
    },
  }
}

async function* readChunks(stream: NodeJS.ReadableStream, path: string): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of stream) yield chunk as Buffer
  } catch (error) {
    if (error instanceof Error && 'code' in error) {
      throw new UserError(`${path} cannot be read: ${error.message}.`, undefined, { cause: error })
    }
    throw error
  }
}

/** The lines of each chunk together; `\r` stays with its line. */
export async function* readLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<string[]> {
  let rest: Buffer = Buffer.alloc(0)
  for await (const chunk of chunks) {
    const end = chunk.lastIndexOf(0x0a)
    if (end < 0) {
      rest = rest.length > LONGEST ? rest : Buffer.concat([rest, chunk])
      continue
    }
    const text = rest.length === 0 ? chunk.toString('utf8', 0, end) : Buffer.concat([rest, chunk.subarray(0, end)]).toString()
    rest = Buffer.from(chunk.subarray(end + 1))
    yield text.split('\n')
  }
  if (rest.length > 0) yield rest.toString().split('\n')
}
