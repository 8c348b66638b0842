import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DECISIONS } from '../../archive/decisions/decisions.ts'
import { LISTS } from '../../archive/lists/lists.ts'
import { moveInto } from '../../base/file.ts'
import { hashFile } from '../../base/hash.ts'
import { look } from '../../base/inside.ts'
import type { CheckLine } from '../../fixity/audit/check-line.ts'
import type { FixityFinding } from '../../model/preserve/fixity.ts'
import { reason } from '../../model/reason.ts'
import type { CheckLog } from './check-log.ts'
import { recordFinding } from './check-records.ts'

/**
 * Records of an archive that are only ever added to. What the last check has read of one is still at its beginning, or
 * it has been damaged; nothing can be said of lines that were added since.
 */
export const GROWING_RECORDS: ReadonlySet<string> = new Set([LISTS, DECISIONS])

/** A copy of a record as it was when it was last found whole, in `.songkeep/`. */
export const spareOf = (root: string, name: string) => join(root, '.songkeep', name)

/** Looks at them, notes what was whole, and lays a copy of it aside. */
export async function* checkGrowingRecords(
  root: string,
  before: ReadonlyMap<string, CheckLine>,
  log: CheckLog,
  signal?: AbortSignal,
): AsyncGenerator<FixityFinding> {
  for (const name of GROWING_RECORDS) {
    const last = before.get(name)
    const found = await look(join(root, name))
    if (!found && !last) continue
    if (!found?.isFile()) yield recordFinding(name, reason('preserve.record-missing'))
    else if (last && !(await beginsAs(join(root, name), last, signal)))
      yield recordFinding(name, reason('preserve.record-changed'))
    else {
      const sum = await hashFile(join(root, name), { noFollow: true, signal })
      await log.add({ path: name, outcome: 'whole', ...sum })
      if (sum.sha256 !== last?.sha256) await laySpare(root, name)
    }
  }
}

/** True where the file still begins with the bytes that a check has read. */
export async function beginsAs(
  path: string,
  { sha256, bytes = 0 }: Pick<CheckLine, 'sha256' | 'bytes'>,
  signal?: AbortSignal,
): Promise<boolean> {
  const found = await look(path)
  if (!found?.isFile() || found.size < bytes) return false
  const sum = await hashFile(path, { noFollow: true, end: bytes, signal })
  return sum.sha256 === sha256
}

async function laySpare(root: string, name: string) {
  const temporary = join(root, '.songkeep', `${name}.part`)
  try {
    await copyFile(join(root, name), temporary)
    await moveInto(temporary, spareOf(root, name))
  } catch {
    // A disk that is read-only or full: the check is none the worse.
  }
}
