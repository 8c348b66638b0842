import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { hashFile } from '../../base/hash.ts'
import { formats } from '../../media/formats.ts'
import { scanMp3 } from '../../media/mp3/frames.ts'
import { type Reason, reason } from '../../model/reason.ts'
import { placeFile } from '../../packages/place-file.ts'
import { probeFile } from '../../tags/read/probe-file.ts'
import { readFileTags, writeTags } from '../../tags/write/write-tags.ts'
import type { PlacedShare } from './volumes.ts'

export interface PlaceShareOptions {
  /** By a hard link where nothing has to be changed. */
  readonly link?: boolean
  readonly signal: AbortSignal
}

/** What was put in its place: the SHA-256 that it has to have, and whether pictures were taken out. */
export interface PlacedCopy {
  readonly sha256: string
  readonly withoutPictures: boolean
}

/**
 * Puts a file in its place in a torrent's folder. Pictures in a file that is not byte for byte its source's may come
 * from elsewhere, under no licence that is known: such a file is shared without them, its sound and texts as they are.
 * A reason where it is not as it was kept, or its pictures cannot be taken out.
 */
export async function placeShare(
  folder: string,
  { file, path, isVerbatim }: PlacedShare,
  { link, signal }: PlaceShareOptions,
): Promise<PlacedCopy | Reason> {
  const { kept, place } = file
  const to = join(folder, path)
  await mkdir(dirname(to), { recursive: true })
  const hasPictures = !isVerbatim && (await countPictures(place, signal)) > 0
  // Its digest is taken here, and once more as its pieces are hashed: between the two it may change as well.
  const { sha256 } = await placeFile(place, to, { link: link && !hasPictures, signal })
  if (sha256 !== kept.sha256) {
    await rm(to)
    return reason('package.file-not-as-kept')
  }
  if (!hasPictures) return { sha256, withoutPictures: false }
  if (kept.format === 'keep') return await refuse(to)
  const changed = `${to}.part`
  const { container } = formats[kept.format]
  const start = container === 'mp3' ? (await scanMp3(to, signal))?.start : undefined
  const before = await readFileTags(to, container, start)
  await writeTags(
    { source: to, target: changed },
    before,
    { ...before.tags, cover: undefined },
    signal,
  )
  await rename(changed, to)
  if ((await countPictures(to, signal)) > 0) return await refuse(to)
  const after = await hashFile(to, { noFollow: true, signal })
  return { sha256: after.sha256, withoutPictures: true }
}

async function refuse(path: string): Promise<Reason> {
  await rm(path)
  return reason('package.pictures-stay')
}

async function countPictures(path: string, signal: AbortSignal): Promise<number> {
  const { tags, pictures = [] } = await probeFile(path, { signal })
  return pictures.length + (tags.cover ? 1 : 0)
}
