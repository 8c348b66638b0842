import type { ArchivedFile } from '../model/archived-file.ts'
import type { MediaOptions } from '../model/media.ts'
import type { Recording } from '../model/recording.ts'
import type { Track } from '../model/track.ts'
import { isWhole, locate } from './files/inside.ts'
import type { ArchivePaths } from './files/paths.ts'
import type { Inventory } from './inventory/inventory.ts'

/** Finds archived files that are still whole, and notes those that are not. */
export class FileLookup {
  readonly #inventory: Inventory
  readonly #paths: ArchivePaths
  /** Paths of files that this run has found damaged, missing or wrong: their tracks are copied again. */
  readonly #broken = new Set<string>()
  /** Paths of files that entries share. */
  readonly #shared = new Set<string>()

  constructor(inventory: Inventory, paths: ArchivePaths) {
    this.#inventory = inventory
    this.#paths = paths
  }

  forTrack(track: Track, options: MediaOptions): Promise<ArchivedFile | undefined> {
    return this.#firstWhole(this.#inventory.forTrack(track, options))
  }

  async forRecording(
    { source, id }: Pick<Recording, 'source' | 'id'>,
    options: MediaOptions,
  ): Promise<ArchivedFile | undefined> {
    const file = await this.#firstWhole(this.#inventory.forRecording(source, id, options))
    if (file) this.#shared.add(file.path)
    return file
  }

  isBroken(path: string): boolean {
    return this.#broken.has(path)
  }

  /** The file is of another recording than its track's. It stays where other entries share it. */
  noteWrong({ path }: ArchivedFile): void {
    if (!this.#shared.has(path)) this.#broken.add(path)
  }

  /** The file has been written anew. */
  noteWritten({ path }: ArchivedFile): void {
    this.#broken.delete(path)
  }

  async #firstWhole(all: readonly ArchivedFile[]): Promise<ArchivedFile | undefined> {
    const { root, signal } = this.#paths
    for (const file of all) {
      if (this.#broken.has(file.path)) continue
      const path = await locate(root, file.path)
      if (path && (await isWhole(path, file, signal))) return file
      this.#broken.add(file.path)
    }
    return undefined
  }
}
