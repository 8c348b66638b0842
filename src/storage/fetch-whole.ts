import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { hashFile } from '../base/hash.ts'
import { NoSuchKeyError } from './errors.ts'
import type { ReadablePlace } from './store.ts'

/**
 * Writes what a key has to `to`, which must not exist. False, and nothing stays, where nothing has the key, or it has
 * bytes of another digest.
 */
export async function fetchWhole(
  place: Pick<ReadablePlace, 'get'>,
  { key, sha256 }: { readonly key: string; readonly sha256: string },
  to: string,
  signal: AbortSignal,
): Promise<boolean> {
  try {
    await pipeline(place.get(key, { signal }), createWriteStream(to, { flags: 'wx' }))
    if ((await hashFile(to, { noFollow: true, signal })).sha256 === sha256) return true
  } catch (error) {
    await rm(to, { force: true })
    if (error instanceof NoSuchKeyError) return false
    throw error
  }
  await rm(to, { force: true })
  return false
}
