import { lstat } from 'node:fs/promises'
import { join, posix } from 'node:path'
import type { Archive } from '../archive/archive.ts'
import { readTags } from '../media/tags/read/read-tags.ts'
import type { Cover, Tags } from '../model/media.ts'
import type { Outcome } from '../model/outcome.ts'
import { foldText } from '../text/fold.ts'

const endings = { 'image/jpeg': 'jpg', 'image/png': 'png' } as const

/**
 * Lays the cover beside the kept files of each folder that this run has looked into, as `cover.jpg` or
 * `cover.png`: only where all that is kept there is of one album, and no picture of that name lies there.
 */
export async function layCovers(outcomes: readonly Outcome[], archive: Archive): Promise<void> {
  const folders = new Set(outcomes.flatMap((one) => ('kept' in one ? folderOf(one.kept.path) : [])))
  const all = Map.groupBy(archive.list(), ({ path }) => posix.dirname(path))
  for (const folder of folders) {
    if (await hasCover(join(archive.dir, folder))) continue
    const paths = (all.get(folder) ?? []).map(({ path }) => join(archive.dir, path))
    const cover = await findCommonCover(paths)
    if (cover) await archive.addFile(folder, `cover.${endings[cover.mime]}`, cover.bytes)
  }
}

/** Files that lie in the archive itself have no folder of their own. */
const folderOf = (path: string) => (path.includes('/') ? [posix.dirname(path)] : [])

async function hasCover(folder: string): Promise<boolean> {
  for (const ending of Object.values(endings))
    if (await lstat(join(folder, `cover.${ending}`)).catch(() => undefined)) return true
  return false
}

/** The first file's that has one; none as soon as two albums meet, or a file belongs to none. */
async function findCommonCover(paths: readonly string[]): Promise<Cover | undefined> {
  let album: string | undefined
  let cover: Cover | undefined
  for (const path of paths) {
    const found = await lstat(path).catch(() => undefined)
    if (!found?.isFile()) continue
    const tags = await readTags(path).catch(() => undefined)
    const own = tags && albumOf(tags)
    if (own === undefined || (album !== undefined && own !== album)) return undefined
    album = own
    cover ??= tags?.cover
  }
  return cover
}

/** What tells one album from another; files without its name belong to none. */
export function albumOf({ album, albumArtists }: Tags): string | undefined {
  return album === undefined ? undefined : [album, ...albumArtists].map(foldText).join('\n')
}
