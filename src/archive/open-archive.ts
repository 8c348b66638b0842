import { join } from 'node:path'
import type { ArchivedFile } from '../model/archived-file.ts'
import type { KeptList } from '../model/lists/kept-list.ts'
import type { BroughtBack, TrashedLists } from '../model/lists/trashed-lists.ts'
import type { Media, MediaOptions } from '../model/media.ts'
import type { Playlist } from '../model/playlist.ts'
import type { Pruned } from '../model/progress.ts'
import type { Recording } from '../model/recording.ts'
import type { Track } from '../model/track.ts'
import { notInBucket } from './bucket/own-mark.ts'
import { type ReadableUpstream, type Upstream, writable } from './bucket/upstream.ts'
import { planWithdrawal, withdraw } from './bucket/withdraw.ts'
import { FileBytes } from './file-bytes.ts'
import { FileLookup } from './file-lookup.ts'
import { FileStates } from './files/file-states.ts'
import { readPlaylistFolders } from './files/reports.ts'
import { Texts } from './files/texts.ts'
import type { Why } from './inventory/describe.ts'
import { writeIndexFiles } from './inventory/index-files.ts'
import type { ListNews } from './lists/lists.ts'
import type { Planner } from './naming/planner.ts'
import type { OpenedArchive } from './open.ts'
import { moveToWork, putFile } from './put.ts'
import { restoreFile } from './restore.ts'
import { retag } from './retag.ts'
import { bringListsBack, type ListChange, setListsAside } from './trash/lists/change-lists.ts'
import { planPruning, prune } from './trash/prune.ts'
import { WriteOrder } from './write-order.ts'

/** An archive while it is open; its contract is in archive.ts. */
export class OpenArchive implements AsyncDisposable {
  readonly #opened: OpenedArchive
  readonly #planner: Planner
  readonly #states: FileStates
  readonly #lookup: FileLookup
  readonly #bytes: FileBytes
  readonly #texts: Texts
  readonly #order: WriteOrder

  readonly #isInBucket: boolean
  /** Where it lies in a bucket, and is open for writing. */
  readonly #upstream: Upstream | undefined

  constructor(opened: OpenedArchive, planner: Planner, upstream?: ReadableUpstream) {
    const { inventory, paths, lists, guard, readOnly } = opened
    this.#opened = opened
    this.#isInBucket = upstream !== undefined
    this.#upstream = writable(upstream)
    this.#planner = planner
    this.#states = new FileStates(paths, readOnly)
    this.#lookup = new FileLookup(inventory, paths, this.#states, upstream)
    this.#bytes = new FileBytes(paths, this.#states, readOnly ? undefined : upstream)
    this.#texts = new Texts(paths, lists)
    this.#order = new WriteOrder(paths.root, guard)
  }

  get dir() {
    return this.#opened.paths.root
  }

  get workDir() {
    return this.#opened.paths.work
  }

  get separatesAlbums() {
    return this.#planner.separatesAlbums
  }

  get notes() {
    return this.#opened.notes
  }

  async checkRoot() {
    await this.#opened.guard?.check()
  }

  find(track: Track, options: MediaOptions) {
    return this.#lookup.forTrack(track, options)
  }

  findRecording(recording: Pick<Recording, 'source' | 'id'>, options: MediaOptions) {
    return this.#lookup.forRecording(recording, options)
  }

  isWhole(file: ArchivedFile): Promise<boolean> {
    return this.#lookup.isWhole(file)
  }

  plan(
    playlist: Playlist,
    position: number,
    track: Track,
    recording: Recording,
    wrong?: ArchivedFile,
  ): string {
    if (wrong) this.#lookup.noteWrong(wrong)
    const isBroken = (path: string) => this.#lookup.isBroken(path)
    return this.#planner.plan(playlist, position, track, recording, isBroken)
  }

  lists(): readonly KeptList[] {
    return this.#opened.lists.all()
  }

  noteList(news: ListNews): KeptList {
    return this.#planner.noteList(news)
  }

  folderOf(playlist: Pick<Playlist, 'id' | 'name'>): string {
    return this.#planner.folderOf(playlist)
  }

  put(media: Media, stem: string, why: Why): Promise<ArchivedFile> {
    return this.#order.writeAfterCheckpoint(async () => {
      if (!this.#planner.isReserved(stem)) throw new Error(`Not a planned path: ${stem}`)
      const file = await putFile(media, stem, why, this.#opened)
      await this.#lookup.noteWritten(file)
      await this.#keepUpstream(file)
      return file
    })
  }

  retag(file: ArchivedFile, temporary: string): Promise<ArchivedFile | undefined> {
    const { inventory, paths } = this.#opened
    return this.#order.writeAfterCheckpoint(async () => {
      const renewed = await retag(file, await moveToWork(temporary, paths), inventory, paths)
      if (renewed) await this.#lookup.noteWritten(renewed)
      if (renewed) await this.#keepUpstream(renewed)
      return renewed
    })
  }

  /** What the bucket does not take is not kept: the run does not go on to tell it. */
  async #keepUpstream(file: ArchivedFile) {
    try {
      await this.#upstream?.keep(file, join(this.dir, file.path))
    } catch (error) {
      this.#lookup.noteBroken(file)
      throw error
    }
  }

  isThere(file: ArchivedFile): Promise<boolean> {
    return this.#bytes.isThere(file)
  }

  bring(file: ArchivedFile): Promise<string | undefined> {
    return this.#bytes.bring(file)
  }

  remember(file: ArchivedFile): void {
    const { inventory } = this.#opened
    const known = inventory.at(file.path)
    if (known?.path !== file.path || known.sha256 !== file.sha256) return
    inventory.remember(file)
    this.#upstream?.remember(file)
  }

  readText(folder: string, name: string): Promise<string | undefined> {
    return this.#texts.read(folder, name)
  }

  writeText(folder: string, name: string, text: string): Promise<string> {
    return this.#writeText(() => this.#texts.write(folder, name, text))
  }

  appendText(folder: string, name: string, line: string): Promise<string> {
    return this.#writeText(() => this.#texts.append(folder, name, line))
  }

  addFile(folder: string, name: string, bytes: Uint8Array): Promise<string | undefined> {
    return this.#writeText(() => this.#texts.add(folder, name, bytes))
  }

  #writeText<Path extends string | undefined>(write: () => Promise<Path>): Promise<Path> {
    return this.#order.write(async () => {
      const path = await write()
      if (path !== undefined) await this.#upstream?.keepText(path)
      return path
    })
  }

  checkpoint(): Promise<void> {
    const { inventory, paths } = this.#opened
    return this.#order.checkpoint(async () => {
      await writeIndexFiles(inventory, paths)
      await this.#states.save()
      await this.#upstream?.checkpoint()
    })
  }

  playlistFolders() {
    return readPlaylistFolders(this.dir, this.#opened.lists)
  }

  list(): readonly ArchivedFile[] {
    return this.#opened.inventory.all()
  }

  at(path: string): ArchivedFile | undefined {
    const file = this.#opened.inventory.at(path)
    return file?.path === path ? file : undefined
  }

  listIn(folder: string): readonly ArchivedFile[] {
    return this.#opened.inventory.inFolder(folder)
  }

  listFor(track: Track): readonly ArchivedFile[] {
    return this.#opened.inventory.forTrack(track)
  }

  decisionFor(track: Track) {
    return this.#opened.decisions.find(track)
  }

  async prune(unwanted: readonly ArchivedFile[]): Promise<Pruned> {
    const { inventory, paths, readOnly } = this.#opened
    const upstream = this.#upstream
    if (upstream)
      return this.#order.checkpoint(() => withdraw(unwanted, inventory, paths, upstream))
    if (this.#isInBucket) return planWithdrawal(unwanted, inventory)
    if (readOnly) return planPruning(unwanted, paths)
    return this.#order.checkpoint(() => prune(unwanted, inventory, paths))
  }

  setListsAside(change: ListChange): Promise<TrashedLists> {
    if (this.#upstream) throw notInBucket()
    return this.#order.checkpoint(() => setListsAside(change, this.#opened))
  }

  bringListsBack(id: string): Promise<BroughtBack> {
    if (this.#upstream) throw notInBucket()
    return this.#order.checkpoint(() => bringListsBack(id, this.#opened))
  }

  restore(file: ArchivedFile, temporary: string): Promise<boolean> {
    if (this.#upstream) throw notInBucket()
    const { inventory, paths } = this.#opened
    return this.#order.write(async () => {
      const isDone = await restoreFile(file, await moveToWork(temporary, paths), inventory, paths)
      if (isDone) await this.#lookup.noteWritten(file)
      return isDone
    })
  }

  rewriteRecords(): Promise<void> {
    const { inventory, paths } = this.#opened
    inventory.unsettled.noteStale()
    return this.#order.checkpoint(() => writeIndexFiles(inventory, paths))
  }

  /** Nothing is written where another folder has the archive's name by now. */
  async #saveStates() {
    const isThere = await this.checkRoot().then(
      () => true,
      () => false,
    )
    if (isThere) await this.#states.save()
  }

  async [Symbol.asyncDispose]() {
    await this.#order.finish()
    await this.#saveStates()
    await this.#opened[Symbol.asyncDispose]()
  }
}
