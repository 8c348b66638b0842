import { openArchive } from '../../archive/archive.ts'
import { INVENTORY } from '../../archive/inventory/inventory.ts'
import type { FixityFinding } from '../../archive/verify.ts'
import { formats } from '../../media/formats.ts'
import type { ArchivedFile } from '../../model/archived-file.ts'
import { reason } from '../../model/reason.ts'
import { findStructureFault } from '../../tags/structure/find-fault.ts'
import { requireArchive } from './require-archive.ts'

/** Reads every file of an archive anew, compares it with what was kept, and looks at its container; writes nothing. */
export async function* verifyArchive(
  dir: string,
  signal: AbortSignal,
): AsyncGenerator<FixityFinding> {
  await requireArchive(dir)
  await using archive = await openArchive(dir, { readOnly: true, signal })
  for (const note of archive.notes) yield { kind: 'records', path: INVENTORY, reason: note }
  yield* archive.verify(checkContainer)
}

/** What is kept to the byte is as its owner has it. */
async function checkContainer(path: string, { how, format }: ArchivedFile) {
  if (how === 'kept' || format === 'keep') return undefined
  const detail = await findStructureFault(path, formats[format].container)
  return detail === undefined ? undefined : reason('media.container-broken', { detail })
}
