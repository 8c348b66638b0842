import { rm } from 'node:fs/promises'
import { hashFile } from '../../base/hash.ts'
import { fetchWhole } from '../../storage/fetch-whole.ts'
import type { Store } from '../../storage/store.ts'
import { DAMAGED, damagedKey, FILES, fileKey } from './keys.ts'

interface Content {
  readonly sha256: string
  readonly bytes: number
}

/** The bytes that lie in the bucket, by digest: as it lists them, but for those that a check has found damaged. */
export class StoredObjects {
  readonly #store: Store
  readonly #signal: AbortSignal
  readonly #held: Map<string, number>
  readonly #damaged: Set<string>

  private constructor(
    store: Store,
    signal: AbortSignal,
    held: Map<string, number>,
    damaged: Set<string>,
  ) {
    this.#store = store
    this.#signal = signal
    this.#held = held
    this.#damaged = damaged
  }

  /** Lists all of them once. */
  static async list(store: Store, signal: AbortSignal): Promise<StoredObjects> {
    const held = new Map<string, number>()
    for await (const { key, bytes } of store.list(FILES, signal))
      held.set(key.slice(FILES.length), bytes)
    const damaged = new Set<string>()
    for await (const { key } of store.list(DAMAGED, signal)) damaged.add(key.slice(DAMAGED.length))
    return new StoredObjects(store, signal, held, damaged)
  }

  has({ sha256, bytes }: Content): boolean {
    return this.#held.get(sha256) === bytes && !this.#damaged.has(sha256)
  }

  /** Sends a file's bytes, unless they are there. DigestMismatchError where it is not what is said of it. */
  async send(path: string, content: Content): Promise<void> {
    const { sha256, bytes } = content
    if (this.has(content)) return
    const source = { from: { path }, bytes, sha256 }
    await this.#store.put(fileKey(sha256), source, { signal: this.#signal })
    this.#held.set(sha256, bytes)
    if (this.#damaged.delete(sha256)) await this.#store.delete(damagedKey(sha256), this.#signal)
  }

  /** The same of a file whose digest is not known yet. */
  async sendFile(path: string): Promise<Content> {
    const sum = await hashFile(path, { noFollow: true, signal: this.#signal })
    await this.send(path, sum)
    return sum
  }

  /** Writes the bytes to `to`; false, and nothing stays, where they are not there whole. */
  fetch({ sha256 }: Content, to: string): Promise<boolean> {
    return fetchObject(sha256, to, this.#store, this.#signal)
  }
}

/** Writes an object of this digest to `to`, in the place of what a killed run has left there. */
export async function fetchObject(
  sha256: string,
  to: string,
  store: Store,
  signal: AbortSignal,
): Promise<boolean> {
  await rm(to, { force: true })
  return await fetchWhole(store, { key: fileKey(sha256), sha256 }, to, signal)
}
