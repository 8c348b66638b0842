import { type FileHandle, open, rm } from 'node:fs/promises'
import { digestSink } from '../../base/hash.ts'
import { readThrough } from '../../base/read-once.ts'
import { asStorageError } from '../../base/storage.ts'
import { type Attempt, tryGroup } from './attempt.ts'
import { readTolerant } from './container.ts'
import { readIndex } from './index-file.ts'
import { openInside } from './inside.ts'
import type { ParityRepair, ProtectedFile, RepairOptions } from './parity.ts'
import { mergeRanges, subtractRanges } from './ranges.ts'

/**
 * Checks one file of an archive block by block and restores it as far as parity goes: with `temporary`, under that name;
 * without, it is only said what could be done. The archive's own file is never written to. A file is known by its
 * digest, so it may have got another name since its parity was made. Throws StorageError where there is no room.
 */
export async function repairFile(
  root: string,
  file: ProtectedFile,
  options: RepairOptions = {},
): Promise<ParityRepair> {
  const { temporary, signal } = options
  await using present = await openInside(root, file.path)
  if (present && (await isWhole(present, file, signal))) return { kind: 'whole' }
  if (temporary === undefined) return judge(await tryAll(root, file, present, options), file)
  let repair: ParityRepair | undefined
  try {
    repair = await restoreInto(temporary, present, root, file, options)
    return repair
  } catch (error) {
    throw asStorageError(error)
  } finally {
    if (repair?.kind !== 'restored') await rm(temporary, { force: true })
  }
}

async function restoreInto(
  temporary: string,
  present: FileHandle | undefined,
  root: string,
  file: ProtectedFile,
  options: RepairOptions,
): Promise<ParityRepair> {
  await using work = await open(temporary, 'wx+')
  if (present) await salvage(present, work, file.bytes, options.signal)
  await work.truncate(file.bytes)
  const attempt = await tryAll(root, file, work, options)
  if (!attempt.isCovered) return { kind: 'unprotected' }
  const repair = judge(attempt, file, await isWhole(work, file, options.signal))
  if (repair.kind === 'restored') await work.sync()
  return repair
}

/** All groups that have the file, or a part of it, one after the other. */
async function tryAll(
  root: string,
  file: ProtectedFile,
  work: FileHandle | undefined,
  options: RepairOptions,
): Promise<Attempt> {
  const { folder, groups } = await readIndex(root)
  const sum: Attempt = { isCovered: false, covered: [], damaged: [], restored: [] }
  const holders = groups.filter(({ members }) => members.some((each) => isSame(each, file)))
  for (const { name } of holders) {
    const one = await tryGroup({ root, folder, name }, file, work, options)
    sum.isCovered ||= one.isCovered
    for (const kind of ['covered', 'damaged', 'restored'] as const) sum[kind].push(...one[kind])
  }
  return sum
}

const isSame = (a: ProtectedFile, b: ProtectedFile) => a.sha256 === b.sha256 && a.bytes === b.bytes

/** `isVerified`: whether what was written is the file, by its SHA-256. */
function judge(attempt: Attempt, { bytes }: ProtectedFile, isVerified?: boolean): ParityRepair {
  if (!attempt.isCovered) return { kind: 'unprotected' }
  const all = [{ start: 0, end: bytes }]
  const damaged = mergeRanges(attempt.damaged)
  if (isVerified) return { kind: 'restored', damaged }
  // Parts that no readable parity covers: what is wrong may be there.
  const unknown = subtractRanges(all, attempt.covered)
  const lost = mergeRanges([...subtractRanges(damaged, attempt.restored), ...unknown])
  if (lost.length > 0) return { kind: 'beyond', damaged: mergeRanges([...damaged, ...lost]), lost }
  // Every block agrees with its digest, and yet it is not the file: the parity is not what it says.
  return isVerified === false
    ? { kind: 'beyond', damaged: all, lost: all }
    : { kind: 'restored', damaged }
}

async function isWhole(file: FileHandle, { bytes, sha256 }: ProtectedFile, signal?: AbortSignal) {
  if ((await file.stat()).size !== bytes) return false
  const digest = digestSink('sha256')
  try {
    await readThrough(file, [digest], { signal })
  } catch (error) {
    signal?.throwIfAborted()
    // A disk that cannot read a part of it.
    if (error instanceof Error && 'syscall' in error) return false
    throw error
  }
  return digest.hex() === sha256
}

const PIECE_BYTES = 1 << 20
const SECTOR_BYTES = 4096

/** Copies what can be read; zeros stand for the rest. */
async function salvage(from: FileHandle, to: FileHandle, bytes: number, signal?: AbortSignal) {
  const size = Math.min(bytes, (await from.stat()).size)
  const buffer = new Uint8Array(PIECE_BYTES)
  for (let at = 0; at < size; at += PIECE_BYTES) {
    signal?.throwIfAborted()
    const piece = buffer.subarray(0, Math.min(PIECE_BYTES, size - at))
    await readTolerant(from, piece, at, SECTOR_BYTES)
    await to.write(piece, 0, piece.length, at)
  }
}
