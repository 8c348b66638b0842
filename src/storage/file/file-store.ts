import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { link, open, readdir, rename, rm, rmdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { codeOf, syncFolder } from '../../base/file.ts'
import { hashFile } from '../../base/hash.ts'
import { look } from '../../base/inside.ts'
import { NoSuchKeyError } from '../errors.ts'
import type {
  Capabilities,
  GetOptions,
  Store,
  StoredObject,
  StoreOptions,
  StoreSource,
} from '../store.ts'
import { inTheWay, locate, makeRoom } from './confine.ts'
import { explainPlace } from './explain-place.ts'
import { PIECE_BYTES, place, tryLink, WORK, writeUnfinished } from './unfinished.ts'

/**
 * A folder as a store. A file is written under another name, read back, synced and renamed; no link is followed.
 * `root` is there.
 */
export class FileStore implements Store {
  readonly name: string
  readonly #root: string
  readonly #check: () => Promise<void>
  #canLink: Promise<boolean> | undefined

  /** `check` throws where the folder is not in its place any more; it is asked before each write. */
  constructor(root: string, check = async () => {}) {
    this.name = root
    this.#root = root
    this.#check = check
  }

  /** Where the file system has no hard links (exFAT), only whoever holds a lock of their own is alone. */
  async capabilities(): Promise<Capabilities> {
    this.#canLink ??= this.#writing(() => tryLink(this.#root))
    return { conditionalWrites: await this.#canLink, checksDigests: true }
  }

  put(key: string, source: StoreSource, options: StoreOptions): Promise<void> {
    return this.#writing(async () => {
      const path = await makeRoom(this.#root, key)
      const found = await look(path)
      if (found && !found.isFile()) throw inTheWay(path)
      const temporary = await writeUnfinished(source, options, this.#root)
      await place(temporary, path, rename)
    })
  }

  putIfAbsent(key: string, data: Uint8Array, options: StoreOptions): Promise<'stored' | 'taken'> {
    return this.#writing(async () => {
      const { conditionalWrites } = await this.capabilities()
      const path = await makeRoom(this.#root, key)
      const source = { from: data, bytes: data.length, sha256: digest(data) }
      const temporary = await writeUnfinished(source, options, this.#root)
      const found = conditionalWrites ? undefined : await look(path)
      const isFree = !found && (await place(temporary, path, conditionalWrites ? link : rename))
      await rm(temporary, { force: true })
      if (isFree) return 'stored'
      const there = await hashFile(path, { noFollow: true }).catch(() => undefined)
      return there?.sha256 === source.sha256 ? 'stored' : 'taken'
    })
  }

  async *get(key: string, { range, signal, onBytes }: GetOptions): AsyncGenerator<Uint8Array> {
    const path = await locate(this.#root, key)
    const found = path === undefined ? undefined : await look(path)
    if (path === undefined || !found) throw new NoSuchKeyError(key)
    if (!found.isFile()) throw inTheWay(path)
    await using file = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0))
    const end = range?.end ?? Number.POSITIVE_INFINITY
    for (let at = range?.start ?? 0; at < end; ) {
      signal.throwIfAborted()
      const piece = Buffer.allocUnsafe(Math.min(PIECE_BYTES, end - at))
      const { bytesRead } = await file.read(piece, 0, piece.length, at)
      if (bytesRead === 0) return
      await onBytes?.(bytesRead)
      yield piece.subarray(0, bytesRead)
      at += bytesRead
    }
  }

  async head(key: string): Promise<StoredObject | undefined> {
    const path = await locate(this.#root, key)
    const found = path === undefined ? undefined : await look(path)
    return found?.isFile() ? describe(key, found) : undefined
  }

  async *list(prefix: string, signal: AbortSignal): AsyncGenerator<StoredObject> {
    const at = prefix.lastIndexOf('/')
    const folder = at < 0 ? '' : prefix.slice(0, at)
    for await (const object of this.#walk(folder, signal))
      if (object.key.startsWith(prefix)) yield object
  }

  move(from: string, to: string): Promise<void> {
    return this.#writing(async () => {
      const path = await locate(this.#root, from)
      if (path === undefined || !(await look(path))) throw new NoSuchKeyError(from)
      const goal = await makeRoom(this.#root, to)
      if (await look(goal)) throw inTheWay(goal)
      await rename(path, goal)
      await syncFolder(dirname(goal))
      await this.#tidy(path)
    })
  }

  delete(key: string): Promise<void> {
    return this.#writing(async () => {
      const path = await locate(this.#root, key)
      const found = path === undefined ? undefined : await look(path)
      if (path === undefined || !found) return
      if (!found.isFile()) throw inTheWay(path)
      await rm(path)
      await this.#tidy(path)
    })
  }

  async sweep(): Promise<void> {
    const work = await locate(this.#root, `${WORK}/x`)
    if (work !== undefined) await rm(dirname(work), { recursive: true, force: true })
  }

  async [Symbol.asyncDispose]() {}

  async *#walk(folder: string, signal: AbortSignal): AsyncGenerator<StoredObject> {
    const path = folder === '' ? this.#root : await locate(this.#root, `${folder}/x`)
    if (path === undefined) return
    const dir = folder === '' ? path : dirname(path)
    const entries = await readdir(dir, { withFileTypes: true }).catch((error: unknown) => {
      if (codeOf(error) === 'ENOENT') return []
      throw explainPlace(error, this.name)
    })
    for (const entry of entries) {
      signal.throwIfAborted()
      const key = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.isDirectory() && key !== WORK) yield* this.#walk(key, signal)
      else if (!entry.isDirectory()) {
        const found = await look(join(dir, entry.name))
        if (found) yield describe(key, found)
      }
    }
  }

  /** Removes the folders that have become empty. */
  async #tidy(path: string): Promise<void> {
    for (let folder = dirname(path); folder.length > this.#root.length; folder = dirname(folder))
      try {
        await rmdir(folder)
      } catch {
        return
      }
  }

  async #writing<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      await this.#check()
      return await work()
    } catch (error) {
      throw explainPlace(error, this.name)
    }
  }
}

const digest = (data: Uint8Array) => createHash('sha256').update(data).digest('hex')

const describe = (key: string, { size, mtime }: { size: number; mtime: Date }): StoredObject => ({
  key,
  bytes: size,
  modified: mtime.toISOString(),
})
