import { openArchive } from '../../archive/archive.ts'
import type { FixityFinding } from '../../archive/verify.ts'
import { requireArchive } from './require-archive.ts'

/** Reads every file of an archive anew and compares it with what was kept; writes nothing. */
export async function* verifyArchive(
  dir: string,
  signal: AbortSignal,
): AsyncGenerator<FixityFinding> {
  await requireArchive(dir)
  await using archive = await openArchive(dir, { readOnly: true, signal })
  yield* archive.verify()
}
