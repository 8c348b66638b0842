import { rename } from 'node:fs/promises'
import type { Store } from '../../storage/store.ts'
import { fetchCheckpoint, readState, saveState } from './commits/checkpoints.ts'
import { CommitLog } from './commits/commit-log.ts'
import { WorkingCopy } from './working-copy.ts'

/** An archive in a bucket, by its working copy on this machine. */
export interface BucketPlace {
  readonly store: Store
  /** For this place alone: where the working copy is, or is to be. */
  readonly folder: string
  /** Opens the places that this one lies in. No archive may lie within another. */
  readonly openAbove?: () => readonly Store[]
}

/** What is so by now, and the working copy as it was left. */
export interface Standing {
  readonly id: string
  readonly copy: WorkingCopy
  readonly log: CommitLog
  /** Who wrote to this copy last. */
  readonly writer?: string
  /** The copy is of this state already. */
  readonly isMatched: boolean
  /** The digests of a clean copy's texts, by path: those need not be read again. */
  readonly texts: ReadonlyMap<string, string>
}

/** Reads on from where the working copy stood; from the latest checkpoint, where it was not left clean. */
export async function readStanding(
  { store, folder }: BucketPlace,
  id: string,
  signal: AbortSignal,
): Promise<Standing> {
  const copy = await WorkingCopy.at(folder)
  const record = await copy.readRecord()
  // Another archive lies in that place now: what was not sent to the former one stays readable.
  if (record && record.id !== id) await rename(copy.dir, `${copy.dir}-${record.id}-${Date.now()}`)
  const isOurs = record?.id === id
  const left = isOurs && record.isClean ? await readLeft(copy, store, signal) : undefined
  const texts = new Map(left?.state.texts.map(({ path, sha256 }) => [path, sha256]))
  const log = left ?? new CommitLog(store, await fetchCheckpoint(store, signal), signal)
  const before = left?.state.number
  await log.readOn()
  return {
    ...{ id, copy: await WorkingCopy.at(folder), log, texts },
    writer: isOurs ? record.writer : undefined,
    isMatched: before === log.state.number,
  }
}

/** Undefined where the bucket has gone another way since, as one that was restored from a backup. */
async function readLeft(
  copy: WorkingCopy,
  store: Store,
  signal: AbortSignal,
): Promise<CommitLog | undefined> {
  const state = await readState(copy.statePath, store.name).catch(() => undefined)
  const log = state && new CommitLog(store, state, signal)
  return log && (await log.isSame()) ? log : undefined
}

/** Notes that the working copy is of the state. */
export async function noteClean(
  { id, copy, log }: Pick<Standing, 'id' | 'copy' | 'log'>,
  writer?: string,
): Promise<void> {
  await copy.appendOnly.addMissing(log.state)
  await saveState(log.state, copy.statePath)
  await copy.saveRecord({ id, isClean: true, writer })
}
