import { sep } from 'node:path'
import { moveInto } from '../base/file.ts'
import { hashFile } from '../base/hash.ts'
import type { ArchivedFile } from '../model/archived-file.ts'
import type { Media, MediaOptions } from '../model/media.ts'
import type { Playlist } from '../model/playlist.ts'
import type { Pruned } from '../model/progress.ts'
import type { Recording } from '../model/recording.ts'
import type { Track } from '../model/track.ts'
import { explainStorage, isWhole, locate, refuseOccupied } from './files/inside.ts'
import { newTemporary } from './files/paths.ts'
import { readPlaylistFolders } from './files/reports.ts'
import { Texts } from './files/texts.ts'
import { describeKept, type Why } from './inventory/describe.ts'
import { writeIndexFiles } from './inventory/index-files.ts'
import { putInPlace } from './journal/recover.ts'
import { isKeptPath } from './naming/clean.ts'
import type { Planner } from './naming/planner.ts'
import type { OpenedArchive } from './open.ts'
import { retag } from './retag.ts'
import { planPruning, prune } from './trash/prune.ts'
import { verifyFiles } from './verify.ts'

/** The archive's state while it is open; its contract is in archive.ts. */
export class OpenArchive implements AsyncDisposable {
  readonly #opened: OpenedArchive
  readonly #planner: Planner
  /** Paths of kept files found damaged, gone or wrong in this run: they are as good as not kept. */
  readonly #broken = new Set<string>()
  /** Paths of files that entries share. */
  readonly #shared = new Set<string>()
  readonly #texts: Texts
  readonly #running = new Set<Promise<unknown>>()
  /** A checkpoint says that all before it is in its place, so it waits for that, and what follows for it. */
  #sealed: Promise<void> = Promise.resolve()

  constructor(opened: OpenedArchive, planner: Planner) {
    this.#opened = opened
    this.#planner = planner
    this.#texts = new Texts(opened.site, opened.folders)
  }

  get dir() {
    return this.#opened.site.root
  }

  get workDir() {
    return this.#opened.site.work
  }

  get separatesAlbums() {
    return this.#planner.separatesAlbums
  }

  find(track: Track, options: MediaOptions) {
    return this.#firstWhole(this.#opened.inventory.forTrack(track, options))
  }

  async findRecording({ source, id }: Pick<Recording, 'source' | 'id'>, options: MediaOptions) {
    const kept = await this.#firstWhole(this.#opened.inventory.forRecording(source, id, options))
    if (kept) this.#shared.add(kept.path)
    return kept
  }

  async #firstWhole(all: readonly ArchivedFile[]): Promise<ArchivedFile | undefined> {
    for (const kept of all) {
      if (this.#broken.has(kept.path)) continue
      const path = await locate(this.dir, kept.path)
      if (path && (await isWhole(path, kept, this.#opened.site.signal))) return kept
      this.#broken.add(kept.path)
    }
    return undefined
  }

  plan(
    playlist: Playlist,
    position: number,
    track: Track,
    recording: Recording,
    wrong?: ArchivedFile,
  ): string {
    if (wrong && !this.#shared.has(wrong.path)) this.#broken.add(wrong.path)
    return this.#planner.plan(playlist, position, track, recording, (path) =>
      this.#broken.has(path),
    )
  }

  folderOf(playlist: string): string {
    return this.#planner.folderOf(playlist)
  }

  put(media: Media, stem: string, why: Why): Promise<ArchivedFile> {
    return this.#writeUnsealed(() => this.#put(media, stem, why))
  }

  async #put(media: Media, stem: string, why: Why): Promise<ArchivedFile> {
    if (!this.#planner.isReserved(stem)) throw new Error(`Not a planned path: ${stem}`)
    const { inventory, site } = this.#opened
    const ready = await this.#bringHome(media.path)
    const sum = await hashFile(ready, { noFollow: true })
    const kept = describeKept(pathOf(stem, media.extension), sum, media, why)
    const before = inventory.at(kept.path)
    const path = before?.path === kept.path ? undefined : await locate(this.dir, kept.path)
    if (path) await refuseOccupied(path)
    await inventory.announce(kept)
    try {
      await this.#opened.folders.save(() => newTemporary(site))
      await putInPlace(ready, kept, before, site)
    } catch (error) {
      inventory.withdraw(kept, before)
      throw error
    }
    this.#broken.delete(kept.path)
    return kept
  }

  retag(kept: ArchivedFile, temporary: string): Promise<ArchivedFile | undefined> {
    const { inventory, site } = this.#opened
    return this.#writeUnsealed(async () =>
      retag(kept, await this.#bringHome(temporary), inventory, site),
    )
  }

  remember(kept: ArchivedFile): void {
    const { inventory } = this.#opened
    const known = inventory.at(kept.path)
    if (known?.path === kept.path && known.sha256 === kept.sha256) inventory.set(kept)
  }

  /** Recovery looks for unfinished files in one place only. */
  async #bringHome(path: string): Promise<string> {
    if (path.startsWith(this.workDir + sep)) return path
    const home = newTemporary(this.#opened.site)
    await moveInto(path, home)
    return home
  }

  readText(folder: string, name: string): Promise<string | undefined> {
    return this.#texts.read(folder, name)
  }

  writeText(folder: string, name: string, text: string): Promise<string> {
    return this.#write(() => this.#texts.write(folder, name, text))
  }

  appendText(folder: string, name: string, line: string): Promise<string> {
    return this.#write(() => this.#texts.append(folder, name, line))
  }

  addFile(folder: string, name: string, bytes: Uint8Array): Promise<string | undefined> {
    return this.#write(() => this.#texts.add(folder, name, bytes))
  }

  checkpoint(): Promise<void> {
    const begun = [...this.#running]
    this.#sealed = this.#write(async () => {
      await Promise.allSettled(begun)
      await writeIndexFiles(this.#opened.inventory, this.#opened.site)
    })
    return this.#sealed
  }

  playlistFolders() {
    return readPlaylistFolders(this.dir, this.#opened.folders.all())
  }

  list(): readonly ArchivedFile[] {
    return this.#opened.inventory.all()
  }

  listFor(track: Track): readonly ArchivedFile[] {
    return this.#opened.inventory.forTrack(track)
  }

  decisionFor(track: Track) {
    return this.#opened.decisions.find(track)
  }

  prune(unwanted: readonly ArchivedFile[]): Promise<Pruned> {
    const { inventory, site, readOnly } = this.#opened
    if (readOnly) return planPruning(unwanted, site)
    const begun = [...this.#running]
    const pruned = this.#write(async () => {
      await Promise.allSettled(begun)
      return await prune(unwanted, inventory, site)
    })
    this.#sealed = pruned.then(
      () => {},
      () => {},
    )
    return pruned
  }

  verify() {
    return verifyFiles(this.dir, this.#opened.inventory.all(), this.#opened.site.signal)
  }

  /** For what adds lines: after a checkpoint that has begun. */
  #writeUnsealed<Result>(work: () => Promise<Result>): Promise<Result> {
    const sealed = this.#sealed
    return this.#write(async () => {
      await sealed.catch(() => {})
      return await work()
    })
  }

  async #write<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#opened.readOnly) throw new Error('The archive was opened for reading only.')
    const running = work()
    this.#running.add(running)
    try {
      return await running
    } catch (error) {
      throw explainStorage(error, this.dir)
    } finally {
      this.#running.delete(running)
    }
  }

  async [Symbol.asyncDispose]() {
    await Promise.allSettled(this.#running)
    await this.#opened[Symbol.asyncDispose]()
  }
}

/** The ending comes from a file's name in the user's own folders: it is not to be believed. */
function pathOf(stem: string, extension: string): string {
  const ending = extension.toLowerCase().replace(/[^a-z0-9]/g, '')
  const path = `${stem}.${ending.slice(0, 8)}`
  return ending !== '' && isKeptPath(path) ? path : `${stem}.bin`
}
