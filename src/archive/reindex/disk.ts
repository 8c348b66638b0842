import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { digestFile, type FileDigests } from '../../base/hash.ts'
import { look } from '../../base/inside.ts'
import { locate } from '../files/inside.ts'
import type { ArchivePaths } from '../files/paths.ts'
import { isArchivedFilePath } from '../naming/clean.ts'

/** What lies in an archive beside its working state, each file read at most once; no link is followed. */
export class FilesOnDisk {
  readonly #paths: ArchivePaths
  readonly #sums = new Map<string, FileDigests | undefined>()
  #walked: Walked | undefined
  #byDigest: ReadonlyMap<string, readonly string[]> | undefined

  constructor(paths: ArchivePaths) {
    this.#paths = paths
  }

  /** Undefined where no plain file lies there, or it cannot be read. */
  async sumsOf(path: string): Promise<FileDigests | undefined> {
    if (!this.#sums.has(path)) this.#sums.set(path, await this.#read(path))
    return this.#sums.get(path)
  }

  async isThere(path: string): Promise<boolean> {
    const place = await locate(this.#paths.root, path).catch(() => undefined)
    return place !== undefined && (await look(place)) !== undefined
  }

  /** The first file of this content, by its path. No file of another size is read. */
  async findSized(
    sha256: string,
    bytes: number,
    isFree: (path: string) => boolean,
  ): Promise<string | undefined> {
    this.#walked ??= await this.#walk()
    for (const path of this.#walked.bySize.get(bytes) ?? [])
      if (isFree(path) && (await this.sumsOf(path))?.sha256 === sha256) return path
    return undefined
  }

  /** The same by either digest, where the size is not known: every file that is free is read, once. */
  async find(hex: string, isFree: (path: string) => boolean): Promise<string | undefined> {
    this.#byDigest ??= await this.#readAll(isFree)
    return this.#byDigest.get(hex)?.find(isFree)
  }

  async #readAll(isFree: (path: string) => boolean): Promise<ReadonlyMap<string, string[]>> {
    this.#walked ??= await this.#walk()
    const found = new Map<string, string[]>()
    for (const path of this.#walked.paths) {
      const sums = isFree(path) ? await this.sumsOf(path) : undefined
      if (!sums) continue
      for (const hex of [sums.sha256, sums.sha512]) add(found, hex, path)
    }
    return found
  }

  async #read(path: string): Promise<FileDigests | undefined> {
    const { root, signal } = this.#paths
    signal?.throwIfAborted()
    try {
      const place = await locate(root, path)
      if (!place || !(await look(place))?.isFile()) return undefined
      return await digestFile(place, { noFollow: true, signal })
    } catch (error) {
      if (signal?.aborted) throw error
      return undefined
    }
  }

  async #walk(): Promise<Walked> {
    const [paths, bySize] = [[] as string[], new Map<number, string[]>()]
    const folders = ['']
    for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
      this.#paths.signal?.throwIfAborted()
      const entries = await readdir(join(this.#paths.root, folder), { withFileTypes: true })
      for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
        const path = folder === '' ? entry.name : `${folder}/${entry.name}`
        if (!isArchivedFilePath(path)) continue
        if (entry.isDirectory()) folders.push(path)
        const found = entry.isFile() ? await look(join(this.#paths.root, path)) : undefined
        if (!found) continue
        paths.push(path)
        add(bySize, found.size, path)
      }
    }
    return { paths, bySize }
  }
}

function add<Key>(lists: Map<Key, string[]>, key: Key, path: string): void {
  const list = lists.get(key)
  if (list) list.push(path)
  else lists.set(key, [path])
}

interface Walked {
  readonly paths: readonly string[]
  readonly bySize: ReadonlyMap<number, readonly string[]>
}
