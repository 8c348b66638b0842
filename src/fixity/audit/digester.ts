import { type FileSum, hashFile } from '../../base/hash.ts'
import { Pace } from './pace.ts'

/** Reads files and answers their digests. */
export interface Digester extends AsyncDisposable {
  /** How many files it reads at once. */
  readonly width: number
  /** Throws where the path is no regular file, or cannot be read; a link is refused. */
  digest(path: string, signal?: AbortSignal): Promise<FileSum>
}

/** Reads one file at a time in this process, at so many bytes a second at most. */
export function openPacedDigester(bytesPerSecond: number): Digester {
  const pace = new Pace(bytesPerSecond)
  return {
    width: 1,
    digest: (path, signal) =>
      hashFile(path, { noFollow: true, signal, pace: (bytes) => pace.take(bytes, signal) }),
    [Symbol.asyncDispose]: async () => {},
  }
}

/** Reads in this process, two files at a time, so that one is hashed while the other is read. */
export function openDigester(): Digester {
  return {
    width: 2,
    digest: (path, signal) => hashFile(path, { noFollow: true, signal }),
    [Symbol.asyncDispose]: async () => {},
  }
}
