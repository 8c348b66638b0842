import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { asStorageError } from './storage.ts'

/** Reads the source once: returns the SHA-256 of all of it, and writes it after `prefix`, without its first `skip` bytes. */
export async function copyFile(
  source: string,
  target: string,
  signal: AbortSignal,
  { skip = 0, prefix }: { readonly skip?: number; readonly prefix?: Uint8Array } = {},
): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(
    createReadStream(source, { highWaterMark: 1024 * 1024 }),
    async function* (chunks: AsyncIterable<Buffer>) {
      if (prefix) yield prefix
      let left = skip
      for await (const chunk of chunks) {
        hash.update(chunk)
        const cut = Math.min(left, chunk.length)
        left -= cut
        yield chunk.subarray(cut)
      }
    },
    createWriteStream(target, { flags: 'wx' }),
    { signal },
  ).catch((error) => {
    throw asStorageError(error)
  })
  return hash.digest('hex')
}
