import type { Archive } from '../../archive/archive.ts'
import { asStorageError } from '../../base/storage.ts'
import type { CheckLine } from '../../fixity/audit/check-line.ts'
import type { FixityFinding } from '../../model/preserve/fixity.ts'
import { type Reason, reason } from '../../model/reason.ts'
import { CheckLog, readCheckHistory } from '../verify/check-log.ts'
import { GROWING_RECORDS } from '../verify/growing-records.ts'
import { type Pending, type Repaired, type RepairOptions, repairFiles } from './repair-files.ts'
import { findRecord, repairRecord } from './repair-record.ts'
import type { Fault } from './way.ts'

export type RepairEvent =
  | Repaired
  /** A record of the archive that could not be put back. */
  | { readonly kind: 'unrepaired'; readonly path: string; readonly why: readonly Reason[] }

interface Options extends RepairOptions {
  /** Folders that hold second copies of the archive. */
  readonly copies: readonly string[]
}

/**
 * Repairs what a check has found, files first, then the archive's records: what is left of the files is returned, for
 * whoever can make them again.
 */
export async function* repair(
  archive: Archive,
  findings: readonly FixityFinding[],
  options: Options,
): AsyncGenerator<RepairEvent, readonly Pending[]> {
  const faults = findings.flatMap((each) =>
    each.kind === 'missing' || each.kind === 'damaged' ? [each as Fault] : [],
  )
  const pending = yield* repairFiles(archive, faults, options)
  const records = findings.filter(({ kind }) => kind === 'records').map(({ path }) => path)
  const growing = records.filter((path) => GROWING_RECORDS.has(path))
  yield* repairGrowing(archive, growing, options)
  const written = records.filter((path) => !GROWING_RECORDS.has(path))
  if (written.length > 0 && !options.dryRun) await archive.rewriteRecords()
  for (const path of new Set(written)) yield { kind: 'repaired', path, by: 'rewrite' }
  return pending
}

async function* repairGrowing(
  archive: Archive,
  names: readonly string[],
  { copies, dryRun, signal }: Options,
): AsyncGenerator<RepairEvent> {
  if (names.length === 0) return
  const { dir } = archive
  const { records } = await readCheckHistory(dir, GROWING_RECORDS, signal)
  const log = new CheckLog(dir, () => archive.checkRoot())
  for (const path of names) {
    const last = records.get(path)
    const copy = last && (await findRecord(dir, path, last, copies))
    await archive.checkRoot()
    if (last && copy !== undefined) {
      if (!dryRun) await restore(dir, path, last, copy, log)
      yield { kind: 'repaired', path, by: 'rewrite' }
    } else yield { kind: 'unrepaired', path, why: [reason('preserve.no-spare-record')] }
  }
  await log.flush()
}

async function restore(dir: string, path: string, last: CheckLine, copy: string, log: CheckLog) {
  try {
    await repairRecord(dir, path, last, copy)
  } catch (error) {
    throw asStorageError(error)
  }
  const { sha256, bytes } = last
  await log.add({ path, outcome: 'repaired', sha256, bytes })
}
