import { lstat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Cover } from '../../model/media.ts'
import { probeFile } from '../../tags/read/probe-file.ts'
import type { RunContext } from '../context.ts'
import type { Albums } from './albums.ts'

const endings = { 'image/jpeg': 'jpg', 'image/png': 'png' } as const

/** True while the folder could get a cover: all that is kept there is of one album, and no picture lies there. */
export async function wantsCover(
  folder: string,
  albums: Albums,
  run: RunContext,
): Promise<boolean> {
  // Files that lie in the archive itself have no folder of their own.
  if (folder === '.') return false
  const there = albums.albumsIn(folder)
  const isOfOneAlbum = there.length === 1 && there[0]?.title !== ''
  return isOfOneAlbum && !(await hasCover(join(run.archive.dir, folder)))
}

/**
 * Lays the cover beside the kept files of a folder, as `cover.jpg` or `cover.png`: the first file's that has one,
 * where all that is kept there is of one album, and no picture of that name lies there.
 */
export async function layCover(folder: string, albums: Albums, run: RunContext): Promise<void> {
  if (!(await wantsCover(folder, albums, run))) return
  const cover = await findCover(folder, albums, run)
  if (cover) await run.archive.addFile(folder, `cover.${endings[cover.mime]}`, cover.bytes)
}

async function hasCover(folder: string): Promise<boolean> {
  for (const ending of Object.values(endings))
    if (await lstat(join(folder, `cover.${ending}`)).catch(() => undefined)) return true
  return false
}

async function findCover(
  folder: string,
  albums: Albums,
  { archive }: RunContext,
): Promise<Cover | undefined> {
  const paths = albums.albumsIn(folder).flatMap(({ members }) => [...members.keys()])
  for (const path of paths.toSorted()) {
    const kept = archive.at(path)
    const file = kept && (await archive.bring(kept))
    const probed = file === undefined ? undefined : await probeFile(file).catch(() => undefined)
    if (probed?.tags.cover) return probed.tags.cover
  }
  return undefined
}
