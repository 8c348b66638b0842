import { NoSuchKeyError } from './errors.ts'
import type { ReadablePlace } from './store.ts'

/** The bytes of what is small. Undefined where nothing has the key. What is longer is cut off. */
export async function readWhole(
  place: Pick<ReadablePlace, 'get'>,
  key: string,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Uint8Array | undefined> {
  const pieces: Uint8Array[] = []
  try {
    for await (const piece of place.get(key, { signal, range: { start: 0, end: maxBytes } }))
      pieces.push(piece)
  } catch (error) {
    if (error instanceof NoSuchKeyError) return undefined
    throw error
  }
  const [only] = pieces
  return only && pieces.length === 1 ? only : Buffer.concat(pieces)
}
