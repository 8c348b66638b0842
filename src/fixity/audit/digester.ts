import { type FileSum, hashFile } from '../../base/hash.ts'
import { DigestPool } from '../../base/process/digest-pool.ts'
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

/** Reads in threads of its own, as many files at once as there are processors. */
export const openDigester = (): Digester => new DigestPool()
