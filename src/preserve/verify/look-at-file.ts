import { locate } from '../../archive/files/inside.ts'
import { look } from '../../base/inside.ts'
import type { Digester } from '../../fixity/audit/digester.ts'
import type { ArchivedFile } from '../../model/archived-file.ts'
import { type Reason, reasonOf } from '../../model/reason.ts'

/** What a look at one archived file came to. */
export type FileLook =
  | { readonly kind: 'whole'; readonly kept: ArchivedFile; readonly file: string }
  | { readonly kind: 'missing'; readonly kept: ArchivedFile }
  | {
      readonly kind: 'damaged'
      readonly kept: ArchivedFile
      /** Of what is there; absent where it could not be read. */
      readonly sha256?: string
      readonly bytes: number
      readonly reason?: Reason
    }

/** A file that is not as it was kept, as far as its line was known when it was read. */
export type Suspect = Exclude<FileLook, { readonly kind: 'whole' }>

/** Reads a file of the archive to its end, links not followed, and compares it with what was kept. */
export async function lookAtFile(
  root: string,
  kept: ArchivedFile,
  digester: Digester,
  signal?: AbortSignal,
): Promise<FileLook> {
  const file = await locate(root, kept.path).catch(() => undefined)
  const found = file === undefined ? undefined : await look(file).catch(() => undefined)
  if (file === undefined || !found) return { kind: 'missing', kept }
  try {
    const { sha256, bytes } = await digester.digest(file, signal)
    return sha256 === kept.sha256 && bytes === kept.bytes
      ? { kind: 'whole', kept, file }
      : { kind: 'damaged', kept, sha256, bytes }
  } catch (error) {
    signal?.throwIfAborted()
    return { kind: 'damaged', kept, bytes: found.size, reason: reasonOf(error) }
  }
}
