import { randomUUID } from 'node:crypto'
import { lstat, rm } from 'node:fs/promises'
import { join, posix } from 'node:path'
import { albumGain } from '../media/decode/loudness.ts'
import { formats } from '../media/formats.ts'
import { readTags } from '../media/tags/read/read-tags.ts'
import { readFileTags, writeTags } from '../media/tags/write-tags.ts'
import type { ArchivedFile } from '../model/archived-file.ts'
import type { AlbumGain } from '../model/media.ts'
import type { Outcome } from '../model/outcome.ts'
import { StorageError } from '../words/user-error.ts'
import type { RunContext } from './context.ts'
import { albumOf } from './covers.ts'

/**
 * Writes its album's loudness into each file of the albums that this run has touched, where it is not there yet
 * or not right any more. An album is what one folder of the archive holds of it. A gain that a file came with is
 * its user's and stays, and so does what is kept to the byte. Returns the outcomes with the new lines.
 */
export async function writeAlbumGain(
  outcomes: readonly Outcome[],
  run: RunContext,
): Promise<readonly Outcome[]> {
  const touched = new Set(outcomes.flatMap((one) => ('kept' in one ? one.kept.path : [])))
  if (run.dryRun || touched.size === 0) return outcomes
  const renewed = new Map<string, ArchivedFile>()
  const failed = new Map<string, string>()
  for (const members of await findAlbums(touched, run)) {
    const gain = albumGain(members.map(({ kept }) => kept))
    for (const { kept, isUsers } of members) {
      if (run.signal.aborted) break
      if (!gain || isUsers || kept.how === 'kept' || isSame(kept.albumGain, gain)) continue
      try {
        const now = await writeInto({ ...kept, albumGain: gain }, run)
        if (now) renewed.set(kept.path, now)
      } catch (error) {
        if (run.signal.aborted) break
        if (error instanceof StorageError) throw error
        failed.set(kept.path, error instanceof Error ? error.message : String(error))
      }
    }
  }
  return outcomes.map((one) => {
    if (!('kept' in one)) return one
    const reason = failed.get(one.kept.path)
    const note = reason === undefined ? [] : [`the album's loudness is not in its tags: ${reason}`]
    return {
      ...one,
      kept: renewed.get(one.kept.path) ?? one.kept,
      notes: [...one.notes, ...note],
    }
  })
}

interface Member {
  readonly kept: ArchivedFile
  /** It came with an album's loudness of its own. */
  readonly isUsers: boolean
}

/** By folder and album; files that are gone, or belong to none, are left out. */
async function findAlbums(
  touched: ReadonlySet<string>,
  { archive, signal }: RunContext,
): Promise<readonly (readonly Member[])[]> {
  const folders = new Set([...touched].map(posix.dirname))
  const albums = new Map<string, Member[]>()
  for (const kept of archive.list()) {
    const folder = posix.dirname(kept.path)
    if (!folders.has(folder) || signal.aborted) continue
    const path = join(archive.dir, kept.path)
    if (!(await lstat(path).catch(() => undefined))?.isFile()) continue
    const tags = await readTags(path, { skipCovers: true }).catch(() => undefined)
    const album = tags && albumOf(tags)
    if (album === undefined) continue
    const key = `${folder}\n${album}`
    const isUsers = tags?.albumGainDb !== undefined && !kept.albumGain
    albums.set(key, [...(albums.get(key) ?? []), { kept, isUsers }])
  }
  return [...albums.values()].filter((members) =>
    members.some(({ kept }) => touched.has(kept.path)),
  )
}

const isSame = (a: AlbumGain | undefined, b: AlbumGain) =>
  a?.gainDb === b.gainDb && a.peak === b.peak

/** Tags alone; nothing where the file is not as it was kept. */
async function writeInto(
  kept: ArchivedFile & { readonly albumGain: AlbumGain },
  { archive, signal }: RunContext,
): Promise<ArchivedFile | undefined> {
  if (kept.format === 'keep') return undefined
  const source = join(archive.dir, kept.path)
  const target = join(archive.workDir, randomUUID())
  try {
    const before = await readFileTags(source, formats[kept.format].container)
    const { gainDb, peak } = kept.albumGain
    const tags = { ...before.tags, albumGainDb: gainDb, albumPeak: peak }
    const version = before.id3 ? { id3: before.id3 } : {}
    await writeTags({ source, target }, before, tags, signal, version)
    return await archive.retag(kept, target)
  } finally {
    await rm(target, { force: true })
  }
}
