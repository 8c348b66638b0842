import { posix } from 'node:path'
import { locate } from '../../../archive/files/inside.ts'
import { isSafePath } from '../../../archive/naming/clean.ts'
import { look } from '../../../base/inside.ts'
import { reason } from '../../../model/reason.ts'
import { UserError } from '../../../words/user-error.ts'
import type { InventoryCache } from '../caches/inventory-cache.ts'
import type { ListeningCopies } from '../copies/listen.ts'
import type { KnownArchive } from '../known-archives.ts'
import { findKeptCover } from './covers.ts'
import type { RemoteFile, StoredFile, StoredPicture, ZipMember } from './sendable.ts'
import { describeFile } from './stored-file.ts'

/** Texts beside kept files: no line of the inventory names them. */
const TEXTS = ['playlist.m3u8', 'report.html', 'report.json']
const OWN_FILES = new Set([...TEXTS, 'cover.jpg', 'cover.png'])

/** Files of archives that may be sent: what the inventory names, and a list's own texts and pictures. */
export class ArchiveFiles {
  readonly #inventories: InventoryCache
  readonly #listening: ListeningCopies

  constructor(inventories: InventoryCache, listening: ListeningCopies) {
    this.#inventories = inventories
    this.#listening = listening
  }

  async open({ dir }: KnownArchive, path: string): Promise<StoredFile> {
    const isOurs = OWN_FILES.has(posix.basename(path)) && path.includes('/')
    const found =
      isSafePath(path) && (isOurs || (await this.#inventories.read(dir)).all.has(path))
        ? await locateFile(dir, path)
        : undefined
    if (!found) throw new UserError(reason('archive.no-such-file'))
    return found
  }

  async findCopy({ dir }: KnownArchive, path: string, signal: AbortSignal) {
    const file = (await this.#inventories.read(dir)).all.get(path)
    if (file === undefined || !isSafePath(path)) return undefined
    if (!this.#listening.isDirect && (await locateFile(dir, path))) return undefined
    return await this.#listening.find(dir, file, signal)
  }

  async cover({ dir }: KnownArchive, path: string, signal: AbortSignal): Promise<StoredPicture> {
    const file = isSafePath(path) ? (await this.#inventories.read(dir)).all.get(path) : undefined
    if (!file) throw new UserError(reason('archive.no-such-file'))
    return await findKeptCover(dir, path, () => this.#listening.find(dir, file, signal))
  }

  /** What belongs into the zip of a list in this folder, of which `kept` are named by its report. */
  async members(
    { dir, bucket }: KnownArchive,
    folder: string,
    kept: readonly string[],
  ): Promise<readonly ZipMember[]> {
    const { all: inventory } = await this.#inventories.read(dir)
    const members = new Map<string, ZipMember>()
    // A report may name anything: only what is kept, and the list's own texts, go along.
    const named = kept.filter((path) => inventory.has(path))
    for (const path of [...named, ...TEXTS.map((name) => `${folder}/${name}`)]) {
      const file = isSafePath(path) ? await locateFile(dir, path) : undefined
      const line = bucket === undefined ? undefined : inventory.get(path)
      if (file) members.set(path, { name: path, path: file.path })
      else if (line) {
        const find = (signal: AbortSignal): Promise<RemoteFile | undefined> =>
          this.#listening.find(dir, line, signal)
        members.set(path, { name: path, find })
      }
    }
    return [...members.values()]
  }
}

async function locateFile(dir: string, path: string): Promise<StoredFile | undefined> {
  const place = await locate(dir, path).catch(() => undefined)
  // A link would lead out of the archive.
  const found = place === undefined ? undefined : await look(place)
  return place !== undefined && found?.isFile() ? await describeFile(place) : undefined
}
