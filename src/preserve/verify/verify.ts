import { join } from 'node:path'
import { type Archive, openArchive } from '../../archive/archive.ts'
import { distrustFiles } from '../../archive/files/file-states.ts'
import { RootGuard } from '../../archive/files/root-guard.ts'
import { readCheckpointed } from '../../archive/inventory/spare.ts'
import { planAudit } from '../../fixity/audit/plan.ts'
import type { ArchivedFile } from '../../model/archived-file.ts'
import type { FixityFinding, VerifyEvent } from '../../model/preserve/fixity.ts'
import { CheckLog, readCheckHistory } from './check-log.ts'
import { checkParityFiles } from './check-parity.ts'
import { checkManifests, inventoryFindings } from './check-records.ts'
import { describeSuspects } from './describe-suspects.ts'
import { checkGrowingRecords, GROWING_RECORDS } from './growing-records.ts'
import { Reading } from './reading.ts'
import type { VerifyOptions } from './verify-options.ts'
import { findUnread } from './walk-names.ts'

/**
 * Reads an archive's files anew, all or the part that is due, and looks at every other name and at the records. It
 * speaks of the files that the inventory named when it began; what was archived or changed since is counted as newer.
 * Notes each check in `fixity.jsonl`, and writes nothing else but copies of records in `.songkeep/`. Throws
 * StorageError where the archive's folder is not in its place any more. Aborted, it tells what it has found so far.
 */
export async function* verify(
  archive: Archive,
  options: VerifyOptions,
): AsyncGenerator<VerifyEvent> {
  const { dir } = archive
  const { days, signal } = options
  await using guard = await RootGuard.hold(dir)
  const history = await readCheckHistory(dir, GROWING_RECORDS, signal)
  const log = new CheckLog(dir, () => guard.check())
  const all = archive.list()
  const due = days === undefined ? all : planAudit(all, history.files, { days, now: Date.now() })
  yield { kind: 'begun', files: due.length, bytes: due.reduce((sum, { bytes }) => sum + bytes, 0) }

  const reading = new Reading(dir, { ...options, guard, log })
  yield* reading.read(due)
  const isStopped = () => signal?.aborted === true
  const names = isStopped() ? undefined : await findUnread(dir, all, due)
  for (const kept of names?.absent ?? []) await reading.noteMissing(kept)

  const now = new Map((await readInventory(dir)).map((file) => [file.path, file]))
  const isStill = ({ path, sha256 }: ArchivedFile) => now.get(path)?.sha256 === sha256
  const suspects = reading.suspects
    .filter(({ kept }) => isStill(kept))
    .toSorted((a, b) => (a.kept.path < b.kept.path ? -1 : 1))
  const unknown = (names?.unknown ?? []).filter((path) => !now.has(path))
  let faults = 0
  // What is not in its place any more lacks all its files: nothing is told of an archive before that is ruled out.
  const tell = async (finding: FixityFinding): Promise<VerifyEvent> => {
    await guard.check()
    if (finding.kind !== 'unknown') faults++
    return { kind: 'finding', finding }
  }
  for (const finding of inventoryFindings(archive)) yield await tell(finding)
  const damaged = suspects.flatMap(({ kind, kept }) => (kind === 'damaged' ? [kept.path] : []))
  await guard.check()
  await distrustFiles(join(dir, '.songkeep'), damaged)
  for await (const finding of describeSuspects(dir, suspects, unknown, options))
    yield await tell(finding)
  for (const finding of reading.broken) if (isStill(finding.kept)) yield await tell(finding)
  if (!isStopped()) {
    for await (const finding of checkManifests(dir, [...now.values()], await readCheckpointed(dir)))
      yield await tell(finding)
    for await (const finding of checkGrowingRecords(dir, history.records, log, signal))
      yield await tell(finding)
    for await (const finding of checkParityFiles(dir, history.parityAt, days, log, signal))
      yield await tell(finding)
  }
  for (const path of unknown) yield await tell({ kind: 'unknown', path, remedies: [] })

  await log.flush()
  await guard.check()
  if (log.fault) yield { kind: 'unrecorded', reason: log.fault }
  const known = new Map(all.map(({ path, sha256 }) => [path, sha256]))
  const newer = [...now.values()].filter(({ path, sha256 }) => known.get(path) !== sha256).length
  const { whole, wholeBytes } = reading
  const notDue = all.length - due.length
  const counts = { whole, wholeBytes, faults, unknown: unknown.length, notDue, newer }
  yield { kind: 'ended', summary: { ...counts, stopped: isStopped() } }
}

/** As it is now: others may have written to the archive while it was read. */
async function readInventory(dir: string): Promise<readonly ArchivedFile[]> {
  await using now = await openArchive(dir, { readOnly: true })
  return now.list()
}
