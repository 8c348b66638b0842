import { digestSink } from '../base/hash.ts'
import { NoSuchKeyError } from './errors.ts'
import type { GetOptions, ReadablePlace } from './store.ts'

/** The SHA-256 of what a key has, read to its last byte; undefined where nothing has the key. */
export async function digestOf(
  store: Pick<ReadablePlace, 'get'>,
  key: string,
  options: GetOptions,
): Promise<string | undefined> {
  const sink = digestSink('sha256')
  try {
    for await (const piece of store.get(key, options)) sink.write(piece)
  } catch (error) {
    if (error instanceof NoSuchKeyError) return undefined
    throw error
  }
  return sink.hex()
}
