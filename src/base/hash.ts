import { createHash } from 'node:crypto'
import { type ByteSink, type ReadOptions, readOnce } from './read-once.ts'

export interface FileSum {
  /** Lower-case hexadecimal. */
  readonly sha256: string
  readonly bytes: number
}

export type HashOptions = ReadOptions

/** A digest of all bytes, in lower-case hexadecimal once they have passed. */
export function digestSink(algorithm: 'sha256' | 'sha512' | 'sha1'): ByteSink & { hex(): string } {
  const hash = createHash(algorithm)
  return { write: (bytes) => void hash.update(bytes), hex: () => hash.digest('hex') }
}

/** Reads a file once, a piece at a time. Only regular files have a sum. */
export async function hashFile(path: string, options: HashOptions = {}): Promise<FileSum> {
  const sha256 = digestSink('sha256')
  const bytes = await readOnce(path, [sha256], options)
  return { sha256: sha256.hex(), bytes }
}
