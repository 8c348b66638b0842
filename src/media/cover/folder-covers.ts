import { opendir } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { type Reason, reason } from '../../model/reason.ts'
import { foldText } from '../../text/fold.ts'
import { isOneAlbum } from './one-album.ts'

/** Whose cover is looked for in the folder of its file. */
export interface SoughtCover {
  readonly audioFile: string
  readonly album?: string
  readonly artists: readonly string[]
}

export interface FolderPictures {
  /** That may be the cover, the likeliest first. */
  readonly paths: readonly string[]
  /** Why a picture that is there is not among them. */
  readonly note?: Reason
}

interface Folder {
  readonly pictures: readonly string[]
  readonly audioFiles: readonly string[]
  isOneAlbum?: Promise<boolean>
}

/** A folder of more entries is no album. */
const MAX_ENTRIES = 10_000
/** Folders that are remembered while a run goes from track to track. */
const MAX_FOLDERS = 64

/**
 * The pictures that lie beside audio files: one that is named like the file or its album, else the folder's
 * (`cover.jpg`, `Folder.PNG`, `AlbumArt_{…}_Large.jpg`), where all its audio files belong to one album.
 * A folder that cannot be read has none.
 */
export class FolderCovers {
  readonly #folders = new Map<string, Promise<Folder>>()

  async find(sought: SoughtCover, signal: AbortSignal): Promise<FolderPictures> {
    const path = dirname(sought.audioFile)
    const folder = await this.#read(path)
    const own = ownNames(sought)
    const named = folder.pictures.filter((name) => own.has(foldText(stemOf(name))))
    const general = folder.pictures.filter((name) => rankOf(name) >= 0 && !named.includes(name))
    const paths = (names: readonly string[]) => names.map((name) => join(path, name))
    const [first] = general
    if (first === undefined) return { paths: paths(named) }
    folder.isOneAlbum ??= isOneAlbum(paths(folder.audioFiles), signal)
    if (await folder.isOneAlbum) return { paths: paths([...named, ...general]) }
    const note = reason('media.folder-cover-of-several-albums', { name: first })
    return { paths: paths(named), note }
  }

  #read(path: string): Promise<Folder> {
    const known = this.#folders.get(path)
    if (known) return known
    const folder = readFolder(path).catch(() => ({ pictures: [], audioFiles: [] }))
    this.#folders.set(path, folder)
    for (const [oldest] of this.#folders) {
      if (this.#folders.size <= MAX_FOLDERS) break
      this.#folders.delete(oldest)
    }
    return folder
  }
}

async function readFolder(path: string): Promise<Folder> {
  const names: string[] = []
  let left = MAX_ENTRIES
  for await (const { name } of await opendir(path)) {
    if (left-- === 0) break
    names.push(name)
  }
  const pictures = names.filter((name) => pictureName.test(name))
  const rank = (name: string) => [rankOf(name), isPlain(name) ? 0 : 1, name] as const
  return {
    pictures: pictures.toSorted((a, b) => compareRanks(rank(a), rank(b))),
    audioFiles: names.filter((name) => audioName.test(name)).toSorted(),
  }
}

function compareRanks(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  const at = a.findIndex((value, index) => value !== b[index])
  const [x = 0, y = 0] = [a[at], b[at]]
  return x < y ? -1 : x > y ? 1 : 0
}

/** Names that players and rippers give a folder's picture, the likeliest first. */
const generalNames = [
  ...['cover', 'folder', 'front', 'coverfront', 'frontcover', 'albumcover', 'albumart', 'album'],
  ...['albumartlarge', 'albumartsmall'],
]
const pictureName = /.\.(?:jpe?g|jpe|jfif|png|webp|gif|bmp|avif|tiff?)$/i
const isPlain = (name: string) => /\.(?:jpe?g|png)$/i.test(name)
const audioName =
  /.\.(?:aac|ac3|aif[cf]?|amr|ape|asf|au|caf|d[fs]f|dts|flac|m4[abr]|mk[av]|mp[234c]|mp4|og[ga]|opus|spx|tak|tta|wave?|webm|wma|wv)$/i

const stemOf = (name: string) => basename(name, extname(name))

/** Windows Media Player puts an identifier into its names. */
const rankOf = (name: string) =>
  generalNames.indexOf(
    stemOf(name)
      .toLowerCase()
      .replace(/_\{[^}]*\}_?|[ _()[\]-]/g, ''),
  )

/** Names of pictures, folded, that belong to this file or its album whatever lies beside it. */
function ownNames({ audioFile, album, artists }: SoughtCover): ReadonlySet<string> {
  const names = [stemOf(audioFile)]
  if (album) names.push(album, ...artists.map((artist) => `${artist} ${album}`))
  return new Set(names.map(foldText).filter(Boolean))
}
