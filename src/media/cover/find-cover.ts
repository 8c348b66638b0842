import { opendir, readFile, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { readPicture } from '../../tags/picture.ts'

/** Names that players and rippers give a folder's picture, the likeliest first. */
const names = ['cover', 'folder', 'front', 'albumart', 'album', 'albumartlarge', 'albumartsmall']
const pattern = /^(.+)\.(?:jpe?g|png)$/i

/** Real covers are not larger, as files. */
export const MAX_PICTURE_BYTES = 32 * 1024 * 1024
/** A folder of more files is no album. */
const MAX_ENTRIES = 10_000

/**
 * The picture that lies in the folder of an audio file: `cover.jpg`, `Folder.PNG`, `AlbumArt_{…}_Large.jpg`.
 * A file that only has such a name is passed over; a folder that cannot be read has none.
 */
export async function findCover(audioFile: string): Promise<Uint8Array | undefined> {
  const folder = dirname(audioFile)
  for (const name of await listPictures(folder).catch(() => [])) {
    const bytes = await readBounded(join(folder, name)).catch(() => undefined)
    if (bytes && readPicture(bytes)) return bytes
  }
  return undefined
}

async function listPictures(folder: string): Promise<string[]> {
  const found: { readonly name: string; readonly rank: number }[] = []
  let left = MAX_ENTRIES
  for await (const { name } of await opendir(folder)) {
    if (left-- === 0) break
    const rank = rankOf(name)
    if (rank >= 0) found.push({ name, rank })
  }
  return found.sort((a, b) => a.rank - b.rank || (a.name < b.name ? -1 : 1)).map(({ name }) => name)
}

/** Windows Media Player puts an identifier into its names. */
function rankOf(name: string): number {
  const [, stem = ''] = pattern.exec(name) ?? []
  return names.indexOf(stem.toLowerCase().replace(/_\{[^}]*\}_?|[ _-]/g, ''))
}

async function readBounded(path: string): Promise<Uint8Array | undefined> {
  const stats = await stat(path)
  if (!stats.isFile() || stats.size > MAX_PICTURE_BYTES) return undefined
  return await readFile(path)
}
