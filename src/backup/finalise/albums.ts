import { posix } from 'node:path'
import type { Archive } from '../../archive/archive.ts'
import type { ArchivedFile, TaggedAlbum } from '../../model/archived-file.ts'
import { probeFile } from '../../tags/read/probe-file.ts'
import { foldText } from '../../text/fold.ts'

export interface KeptAlbum {
  /** As its files' tags name it. */
  readonly title: string
  /** The folder that holds its files, relative to the archive; empty for the archive itself. */
  readonly folder: string
  /** By path. */
  readonly members: Map<string, ArchivedFile>
}

/**
 * Which kept files make up an album: what one folder of the archive holds of it. The inventory's lines say which
 * album a file belongs to. Lines of earlier versions do not: for these the tags are read, once.
 */
export class Albums {
  readonly #archive: Archive
  /** By folder: its albums by key, and the files that belong to none under the empty key. */
  readonly #folders = new Map<string, Map<string, KeptAlbum>>()
  /** Every file that was placed, with its line as it is now. */
  readonly #lines = new Map<string, ArchivedFile>()

  constructor(archive: Archive) {
    this.#archive = archive
  }

  /** The album that a kept file belongs to, with what is kept of it besides; undefined where it has none. */
  async find(kept: ArchivedFile): Promise<KeptAlbum | undefined> {
    const folder = posix.dirname(kept.path)
    if (!this.#folders.has(folder)) {
      this.#folders.set(folder, new Map())
      for (const each of this.#archive.listIn(folder)) await this.#place(each)
    }
    return await this.#place(kept)
  }

  /** The line as it is now. */
  lineOf(kept: ArchivedFile): ArchivedFile {
    return this.#lines.get(kept.path) ?? kept
  }

  /** Takes a line in the place of an earlier one of the same file. */
  renew(album: KeptAlbum, kept: ArchivedFile): void {
    album.members.set(kept.path, kept)
    this.#lines.set(kept.path, kept)
  }

  /** The folder's albums; one without a title stands for all files that belong to none. */
  albumsIn(folder: string): readonly KeptAlbum[] {
    return [...(this.#folders.get(folder)?.values() ?? [])]
  }

  /** New tags leave `keptAt` as it is: a line with the same time is no newer than the one that is known. */
  async #place(kept: ArchivedFile): Promise<KeptAlbum | undefined> {
    const known = this.#lines.get(kept.path)
    const line = known?.keptAt === kept.keptAt ? known : await this.#describe(kept)
    const folder = posix.dirname(line.path)
    const albums = this.#folders.get(folder) ?? new Map<string, KeptAlbum>()
    this.#folders.set(folder, albums)
    const key = keyOf(line.album)
    const title = line.album?.title ?? ''
    const album = albums.get(key) ?? { title, folder, members: new Map() }
    albums.set(key, album)
    if (known && keyOf(known.album) !== key)
      albums.get(keyOf(known.album))?.members.delete(line.path)
    this.renew(album, line)
    return key === '' ? undefined : album
  }

  /** The line with its album; remembered where the tags had to be read for it. */
  async #describe(kept: ArchivedFile): Promise<ArchivedFile> {
    if (kept.album) return kept
    const path = await this.#archive.bring(kept)
    if (path === undefined) return kept
    const probed = await probeFile(path, { covers: false }).catch(() => undefined)
    if (!probed || probed.unread !== undefined) return kept
    const { album: title, albumArtists: artists, albumGainDb } = probed.tags
    const hasOwnGain = (albumGainDb !== undefined && !kept.albumGain) || undefined
    const line = { ...kept, album: { title, artists, hasOwnGain } }
    this.#archive.remember(line)
    return line
  }
}

/** What tells one album from another; empty for none. */
function keyOf(album: TaggedAlbum | undefined): string {
  if (album?.title === undefined) return ''
  return [album.title, ...album.artists].map(foldText).join('\n')
}
