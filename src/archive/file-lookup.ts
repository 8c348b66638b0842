import type { BigIntStats } from 'node:fs'
import { join } from 'node:path'
import { digestFile, type FileDigests } from '../base/hash.ts'
import type { ArchivedFile } from '../model/archived-file.ts'
import type { MediaOptions } from '../model/media.ts'
import type { Recording } from '../model/recording.ts'
import type { Track } from '../model/track.ts'
import type { ReadableUpstream } from './bucket/upstream.ts'
import { isSameState, stateOf } from './files/file-state.ts'
import { clockNs, type FileStates } from './files/file-states.ts'
import { locate } from './files/inside.ts'
import type { ArchivePaths } from './files/paths.ts'
import { QuickStats } from './files/stat-now.ts'
import type { Inventory } from './inventory/inventory.ts'

/** Finds archived files that are still whole, and notes those that are not. */
export class FileLookup {
  readonly #inventory: Inventory
  readonly #paths: ArchivePaths
  readonly #states: FileStates
  readonly #upstream: ReadableUpstream | undefined
  readonly #stats = new QuickStats()
  /** Paths of files that this run has found damaged, missing or wrong: their tracks are copied again. */
  readonly #broken = new Set<string>()
  /** Paths of files that entries share. */
  readonly #shared = new Set<string>()

  /** `upstream`: where files may lie that are not here. */
  constructor(
    inventory: Inventory,
    paths: ArchivePaths,
    states: FileStates,
    upstream?: ReadableUpstream,
  ) {
    this.#upstream = upstream
    this.#inventory = inventory
    this.#paths = paths
    this.#states = states
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

  /** The file could not be kept, though it is in its place. */
  noteBroken({ path }: Pick<ArchivedFile, 'path'>): void {
    this.#broken.add(path)
  }

  /** The file has been written anew. */
  async noteWritten(file: ArchivedFile): Promise<void> {
    this.#broken.delete(file.path)
    await this.#states.notePlaced(file)
  }

  /** True where the file is as it was kept. It is read only where it does not look as it did when that was last known. */
  async isWhole(file: ArchivedFile): Promise<boolean> {
    const stats = await this.#look(file.path)
    if (!stats && this.#upstream) return this.#upstream.has(file)
    if (!stats?.isFile() || stats.size !== BigInt(file.bytes)) return false
    if (await this.#states.isKnown(file, stats)) return true
    const readAtNs = clockNs()
    const path = join(this.#paths.root, file.path)
    const sum = await this.#read(path)
    if (sum?.sha256 !== file.sha256 || sum.bytes !== file.bytes) return false
    // Lines of earlier versions have one digest alone.
    if (file.sha512 === undefined) this.#inventory.remember({ ...file, sha512: sum.sha512 })
    const after = await this.#stats.look(path)
    if (after && isSameState(stateOf(stats), stateOf(after)))
      await this.#states.noteRead(file, stats, readAtNs)
    return true
  }

  /** Undefined where it cannot be read: that is as good as damaged. */
  async #read(path: string): Promise<FileDigests | undefined> {
    const { signal } = this.#paths
    try {
      return await digestFile(path, { noFollow: true, signal })
    } catch (error) {
      if (signal?.aborted) throw error
      return undefined
    }
  }

  /** Undefined where nothing is there. Throws UserError where a link is on the way. */
  async #look(path: string): Promise<BigIntStats | undefined> {
    const lookAt = (place: string) => this.#stats.look(place)
    const place = await locate(this.#paths.root, path, lookAt)
    return place === undefined ? undefined : await lookAt(place)
  }

  async #firstWhole(all: readonly ArchivedFile[]): Promise<ArchivedFile | undefined> {
    for (const file of all) {
      if (this.#broken.has(file.path)) continue
      if (await this.isWhole(file)) return this.#inventory.at(file.path)
      this.#broken.add(file.path)
    }
    return undefined
  }
}
