import { digestOf } from '../../storage/digest-of.ts'
import { fetchWhole } from '../../storage/fetch-whole.ts'
import type { Store } from '../../storage/store.ts'
import { readManifest } from './manifest.ts'

/** A file that is wanted back. */
export interface WantedFile {
  readonly path: string
  readonly bytes: number
  readonly sha256: string
}

/**
 * Finds files of an archive in a copy of it, by their digests. The copy's manifest is read once; what is fetched is
 * compared, and nothing stays where it is not what was wanted.
 */
export class CopyReader {
  readonly #store: Store
  #keys: Promise<ReadonlyMap<string, readonly string[]>> | undefined

  constructor(store: Store) {
    this.#store = store
  }

  /** Writes it to `to`, which must not exist; false where the copy has none that is whole. */
  async fetch(
    { path, bytes, sha256 }: WantedFile,
    to: string,
    signal: AbortSignal,
  ): Promise<boolean> {
    for await (const key of this.#find({ path, bytes, sha256 }, signal)) {
      if (await fetchWhole(this.#store, { key, sha256 }, to, signal)) return true
    }
    return false
  }

  /** Whether the copy has it whole: it is read to its end. */
  async has(file: WantedFile, signal: AbortSignal): Promise<boolean> {
    for await (const key of this.#find(file, signal))
      if ((await digestOf(this.#store, key, { signal })) === file.sha256) return true
    return false
  }

  /** Where it should be, its own name first. */
  async *#find({ path, bytes, sha256 }: WantedFile, signal: AbortSignal): AsyncGenerator<string> {
    this.#keys ??= this.#readKeys(signal)
    const keys = (await this.#keys).get(sha256) ?? []
    for (const key of keys.toSorted((a) => (a === path ? -1 : 1)))
      if ((await this.#store.head(key, signal))?.bytes === bytes) yield key
  }

  async #readKeys(signal: AbortSignal): Promise<ReadonlyMap<string, readonly string[]>> {
    const { files, trash } = await readManifest(this.#store, signal)
    const keys = new Map<string, string[]>()
    const all = [...files.values()].map(({ path, sha256 }) => ({ key: path, sha256 }))
    for (const { key, sha256 } of [...all, ...trash.values()])
      keys.set(sha256, [...(keys.get(sha256) ?? []), key])
    return keys
  }
}
