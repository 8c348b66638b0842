import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { albumGain } from '../../media/decode/loudness.ts'
import { formats } from '../../media/formats.ts'
import type { ArchivedFile } from '../../model/archived-file.ts'
import type { AlbumGain } from '../../model/media.ts'
import { type Reason, reasonOf } from '../../model/reason.ts'
import { digestSound } from '../../tags/read/probe-file.ts'
import { readFileTags, writeTags } from '../../tags/write/write-tags.ts'
import { StorageError } from '../../words/user-error.ts'
import type { RunContext } from '../context.ts'

export interface WrittenGain {
  /** The lines of the files that were written. */
  readonly renewed: readonly ArchivedFile[]
  /** By path: why it could not be written. */
  readonly failed: ReadonlyMap<string, Reason>
}

/**
 * Writes an album's loudness into those of its files that do not tell it, or tell another. Whether there are any,
 * the inventory's lines say: no file is looked at otherwise. A gain that a file came with is its user's and stays,
 * and so does what is kept to the byte. `isFinal` names files that must not be changed any more.
 */
export async function writeAlbumGain(
  members: readonly ArchivedFile[],
  isFinal: (kept: ArchivedFile) => boolean,
  run: RunContext,
): Promise<WrittenGain> {
  const renewed: ArchivedFile[] = []
  const failed = new Map<string, Reason>()
  const ours = members.filter((kept) => isWritable(kept) && !isFinal(kept))
  if (isMeasured(members)) return { renewed, failed }
  const present = await leaveOutGone(members, run)
  const gain = albumGain(present)
  for (const kept of ours) {
    if (run.signal.aborted) break
    if (!gain || !present.includes(kept) || isSame(kept.albumGain, gain)) continue
    try {
      const line = await writeInto({ ...kept, albumGain: gain }, run)
      if (line) renewed.push(line)
    } catch (error) {
      if (run.signal.aborted) break
      if (error instanceof StorageError) throw error
      failed.set(kept.path, reasonOf(error))
    }
  }
  return { renewed, failed }
}

/**
 * True where all tell the loudness that they give together, or agree and all are ours: an album of which a part was
 * pruned keeps the loudness that it was measured with, so that pruning writes into no file that stays.
 */
function isMeasured(members: readonly ArchivedFile[]): boolean {
  const expected = albumGain(members)
  const { true: ours = [], false: others = [] } = Object.groupBy(members, (kept) =>
    String(isWritable(kept)),
  )
  const [first] = ours
  if (ours.every((kept) => isSame(kept.albumGain, expected))) return true
  if (!first?.albumGain || !ours.every((kept) => isSame(kept.albumGain, first.albumGain)))
    return false
  return others.length === 0
}

const isWritable = ({ how, format, album }: ArchivedFile) =>
  how !== 'kept' && format !== 'keep' && !album?.hasOwnGain

const isSame = (a: AlbumGain | undefined, b: AlbumGain | undefined) =>
  a?.gainDb === b?.gainDb && a?.peak === b?.peak

async function leaveOutGone(members: readonly ArchivedFile[], { archive }: RunContext) {
  const present: ArchivedFile[] = []
  for (const kept of members) if (await archive.isThere(kept)) present.push(kept)
  return present
}

/** Tags alone; nothing where the file is not as it was kept. */
async function writeInto(
  kept: ArchivedFile & { readonly albumGain: AlbumGain },
  { archive, signal }: RunContext,
): Promise<ArchivedFile | undefined> {
  if (kept.format === 'keep') return undefined
  const source = await archive.bring(kept)
  if (source === undefined) return undefined
  const target = join(archive.workDir, randomUUID())
  try {
    const before = await readFileTags(source, formats[kept.format].container)
    const { gainDb, peak } = kept.albumGain
    const tags = { ...before.tags, albumGainDb: gainDb, albumPeak: peak }
    await writeTags({ source, target }, before, tags, signal, { id3: before.id3 })
    const soundSha256 = kept.soundSha256 ?? (await digestSound(target, signal))
    return await archive.retag({ ...kept, soundSha256 }, target)
  } finally {
    await rm(target, { force: true })
  }
}
