import { createHash } from 'node:crypto'
import { type ByteSink, type ReadOptions, readOnce } from './read-once.ts'

export interface FileSum {
  /** Lower-case hexadecimal. */
  readonly sha256: string
  readonly bytes: number
}

/** Both digests that an archive's manifests have, by one read. */
export interface FileDigests extends FileSum {
  readonly sha512: string
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

/** The same with SHA-512. */
export async function digestFile(path: string, options: HashOptions = {}): Promise<FileDigests> {
  const sha256 = digestSink('sha256')
  const sha512 = digestSink('sha512')
  const bytes = await readOnce(path, [sha256, sha512], options)
  return { sha256: sha256.hex(), sha512: sha512.hex(), bytes }
}
