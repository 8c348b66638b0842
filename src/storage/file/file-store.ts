import { createHash, randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { link, open, readdir, rename, rm, rmdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { codeOf, syncFile, syncFolder } from '../../base/file.ts'
import { hashFile } from '../../base/hash.ts'
import { look } from '../../base/inside.ts'
import { reason, reasonOf } from '../../model/reason.ts'
import { StorageError, UserError } from '../../words/user-error.ts'
import { DigestMismatchError, NoSuchKeyError } from '../errors.ts'
import { readSource } from '../source.ts'
import type {
  Capabilities,
  GetOptions,
  Store,
  StoredObject,
  StoreOptions,
  StoreSource,
} from '../store.ts'
import { inTheWay, locate, makeRoom } from './confine.ts'

/** Where unfinished files lie: emptied by `sweep`, as an archive empties its own when it is opened. */
const WORK = '.songkeep/work'
const PIECE_BYTES = 1 << 20

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
    this.#canLink ??= this.#writing(() => this.#tryLink())
    return { conditionalWrites: await this.#canLink, checksDigests: true }
  }

  put(key: string, source: StoreSource, options: StoreOptions): Promise<void> {
    return this.#writing(async () => {
      const path = await makeRoom(this.#root, key)
      const found = await look(path)
      if (found && !found.isFile()) throw inTheWay(path)
      const temporary = await this.#writeTemporary(source, options)
      await this.#place(temporary, path, rename)
    })
  }

  putIfAbsent(key: string, data: Uint8Array, options: StoreOptions): Promise<'stored' | 'taken'> {
    return this.#writing(async () => {
      const { conditionalWrites } = await this.capabilities()
      const path = await makeRoom(this.#root, key)
      const source = { from: data, bytes: data.length, sha256: digest(data) }
      const temporary = await this.#writeTemporary(source, options)
      const found = conditionalWrites ? undefined : await look(path)
      const isFree =
        !found && (await this.#place(temporary, path, conditionalWrites ? link : rename))
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
      throw this.#explain(error)
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

  /** Under a name of its own, with what was promised read back from it, and synced. */
  async #writeTemporary(source: StoreSource, options: StoreOptions): Promise<string> {
    const temporary = await makeRoom(this.#root, `${WORK}/${randomUUID()}`)
    try {
      {
        await using file = await open(temporary, 'wx')
        for await (const piece of readSource(source, PIECE_BYTES, options))
          await file.writeFile(piece)
      }
      const written = await hashFile(temporary, { noFollow: true, signal: options.signal })
      if (written.sha256 !== source.sha256)
        throw new StorageError(reason('storage.written-differs', { place: this.name }))
      await syncFile(temporary)
      return temporary
    } catch (error) {
      await rm(temporary, { force: true })
      throw error
    }
  }

  /** False where `step` (a rename or a link) finds the name taken. */
  async #place(temporary: string, path: string, step: typeof rename): Promise<boolean> {
    try {
      await step(temporary, path)
    } catch (error) {
      await rm(temporary, { force: true })
      if (codeOf(error) === 'EEXIST') return false
      throw error
    }
    await syncFolder(dirname(path))
    return true
  }

  async #tryLink(): Promise<boolean> {
    const [one, other] = [randomUUID(), randomUUID()]
    const from = await makeRoom(this.#root, `${WORK}/${one}`)
    const to = join(dirname(from), other)
    try {
      await (await open(from, 'wx')).close()
      await link(from, to)
      return true
    } catch (error) {
      if (/^(?:EPERM|ENOTSUP|EOPNOTSUPP|ENOSYS|EMLINK)$/.test(String(codeOf(error)))) return false
      throw error
    } finally {
      await rm(from, { force: true })
      await rm(to, { force: true })
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
      throw this.#explain(error)
    }
  }

  #explain(error: unknown): unknown {
    const code = codeOf(error)
    if (error instanceof UserError || error instanceof DigestMismatchError || !code) return error
    const why = { place: this.name, why: reasonOf(error) }
    if (code === 'ENOSPC' || code === 'EDQUOT')
      return new StorageError(reason('storage.place-full', why), reason('storage.make-room'), {
        cause: error,
      })
    return /^E(?:ACCES|PERM|ROFS|IO|NODEV|NXIO|STALE|NOENT)$/.test(code)
      ? new StorageError(reason('storage.place-broken', why), reason('storage.check-place'), {
          cause: error,
        })
      : error
  }
}

const digest = (data: Uint8Array) => createHash('sha256').update(data).digest('hex')

const describe = (key: string, { size, mtime }: { size: number; mtime: Date }): StoredObject => ({
  key,
  bytes: size,
  modified: mtime.toISOString(),
})
