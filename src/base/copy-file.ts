import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { asStorageError } from './storage.ts'

/** Bytes of the source that are replaced by others: `start` up to, not including, `end`. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly bytes: Uint8Array
}

const MAX_CHUNK_BYTES = 1024 * 1024

export type Chunks = AsyncIterable<Uint8Array>

/** Reads the source once, and writes what `change` makes of it. */
export async function copyFile(
  source: string,
  target: string,
  signal: AbortSignal,
  change: (chunks: Chunks) => Chunks = (chunks) => chunks,
): Promise<void> {
  const { size } = await stat(source)
  await pipeline(
    createReadStream(source, { highWaterMark: Math.min(MAX_CHUNK_BYTES, size + 1) }),
    change,
    createWriteStream(target, { flags: 'wx' }),
    { signal },
  ).catch((error) => {
    throw asStorageError(error)
  })
}

/** The same, and returns the SHA-256 of all of it. */
export async function copyHashed(
  source: string,
  target: string,
  signal: AbortSignal,
): Promise<string> {
  const hash = createHash('sha256')
  await copyFile(source, target, signal, async function* (chunks) {
    for await (const chunk of chunks) {
      hash.update(chunk)
      yield chunk
    }
  })
  return hash.digest('hex')
}

/** Applies edits, in the source's order and without overlap. */
export const withEdits = (edits: readonly Edit[]) =>
  async function* (chunks: Chunks): Chunks {
    const left = [...edits]
    let at = 0
    for await (const chunk of chunks) {
      const next = at + chunk.length
      let from = at
      for (let [edit] = left; edit && edit.start < next; [edit] = left) {
        if (edit.start >= from) {
          yield chunk.subarray(from - at, edit.start - at)
          yield edit.bytes
        }
        from = Math.min(Math.max(from, edit.end), next)
        if (edit.end > next) break
        left.shift()
      }
      yield chunk.subarray(from - at)
      at = next
    }
    // Edits at the end of the source.
    for (const { start, bytes } of left) if (start >= at) yield bytes
  }
