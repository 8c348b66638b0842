import type { ArchivedFile } from '../../model/archived-file.ts'
import { nothing, type RepairWay } from './way.ts'

type Wanted = Pick<ArchivedFile, 'path' | 'bytes' | 'sha256'>

/** The copies of an archive that can be reached. */
export interface CopySource {
  /** Whether one of them has the file whole: it is read to its end. */
  has(file: Wanted, signal: AbortSignal): Promise<boolean>
  /** Writes its bytes to a new file, their digest compared; undefined where none has them. */
  fetch(file: Wanted, to: string, signal: AbortSignal): Promise<string | undefined>
}

const never = new AbortController().signal

/** Takes a file's bytes from one of the archive's known copies. */
export const fromKnownCopies = (copies: CopySource): RepairWay => ({
  remedy: 'copy',
  async find({ kept }, { temporary, signal = never }) {
    const isThere =
      temporary === undefined
        ? await copies.has(kept, signal)
        : (await copies.fetch(kept, temporary, signal)) !== undefined
    return isThere ? { kind: 'found' } : nothing()
  },
})
