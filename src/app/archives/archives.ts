import type {
  ArchiveCopies,
  ArchivedPlaylist,
  ArchiveInfo,
  MissingList,
  PlaylistChange,
} from '../../api/contract.ts'
import { notInBucket } from '../../archive/bucket/own-mark.ts'
import { findPlaylistFolders } from '../../archive/files/reports.ts'
import { look } from '../../base/inside.ts'
import { openFolder } from '../../base/process/open-folder.ts'
import { reason } from '../../model/reason.ts'
import { changeKinds, tellChange } from '../../report/changes/tell.ts'
import type { Language } from '../../words/language.ts'
import { wordsIn } from '../../words/languages.ts'
import { UserError } from '../../words/user-error.ts'
import { type CorrectTools, correctView } from '../backups/by-hand/correct.ts'
import type { View } from '../backups/row-view.ts'
import { describeRow, findAudio, withdrawDecision } from '../backups/view.ts'
import type { Environment } from '../environment.ts'
import type { AllowedFolders } from '../settings/allowed-folders.ts'
import { describeDamaged, snapshotReport } from './archived-report.ts'
import { refreshFolder, sendLines } from './bucket/place.ts'
import { sendAfter } from './bucket/send-after.ts'
import { InventoryCache } from './caches/inventory-cache.ts'
import { PlaylistCache } from './caches/playlist-cache.ts'
import { findListOf, ReportCache } from './caches/report-cache.ts'
import type { CopiesCache } from './copies/copies-cache.ts'
import { ListeningCopies } from './copies/listen.ts'
import { describeArchive, describeFigures } from './describe-archive.ts'
import { exportArchive } from './export-archive.ts'
import { ArchiveFiles } from './files/archive-files.ts'
import { coverOfFile } from './files/covers.ts'
import type { RemoteFile, StoredFile, StoredPicture, ZipMember } from './files/sendable.ts'
import { findKnownArchive, type KnownArchive, listKnownArchives, nameOf } from './known-archives.ts'
import { listMissing } from './list-missing.ts'
import { renameList } from './lists/rename-list.ts'
import { readHistory } from './read-history.ts'
import type { ArchiveService } from './service.ts'

/** So long a working copy is as good as the bucket. */
const REFRESH_MS = 10_000

/** The archives that this machine knows of, for reading; only decisions and names are written. */
export class Archives implements ArchiveService {
  readonly #environment: Environment
  readonly #folders: AllowedFolders
  readonly #correct: CorrectTools
  readonly #inventories = new InventoryCache()
  readonly #playlists = new PlaylistCache()
  /** When the working copy of a bucket was last brought up to date. */
  readonly #refreshed = new Map<string, number>()
  readonly #files: ArchiveFiles
  readonly #reports = new ReportCache()
  #copies: CopiesCache | undefined

  /** `folders`: what a report says of files outside its archive is held to these. */
  constructor(environment: Environment, folders: AllowedFolders, correct: CorrectTools) {
    this.#environment = environment
    this.#correct = correct
    this.#files = new ArchiveFiles(this.#inventories, new ListeningCopies(environment))
    this.#folders = folders
  }

  async list(): Promise<readonly ArchiveInfo[]> {
    const known = await listKnownArchives(this.#environment)
    return await Promise.all(known.map((each) => describeArchive(each, this.#inventories)))
  }

  async read(id: string) {
    const known = await this.#find(id)
    const playlists: ArchivedPlaylist[] = []
    const { all, figures } = await this.#inventories.examine(known.dir)
    for await (const found of findPlaylistFolders(known.dir)) {
      const { folder, list, report } = found
      if (report === undefined) continue
      const told = await this.#playlists.read(known.dir, found)
      const bytes = told?.files.reduce((sum, path) => sum + (all.get(path)?.bytes ?? 0), 0) ?? 0
      const playlist = told?.playlist ?? describeDamaged(folder, list)
      playlists.push({ ...playlist, id: list?.id, name: list?.name ?? playlist.name, bytes })
    }
    const archive = await describeArchive(known, this.#inventories)
    return { archive, playlists, figures: figures && describeFigures(figures) }
  }

  async history(
    id: string,
    folder: string,
    language?: Language,
  ): Promise<readonly PlaylistChange[]> {
    const words = wordsIn(language)
    const { dir } = await this.#find(id)
    const { list } = await this.#reports.read(dir, folder)
    const [history] = await readHistory(dir, (await findListOf(dir, folder))?.id ?? list.name)
    return (history?.changes ?? []).toReversed().map((changes) => ({
      at: changes.at,
      lines: changeKinds.flatMap(([kind]) =>
        changes[kind].map((change) => {
          const { position, name, more } = tellChange(change, kind, words)
          return { kind, position, text: more === undefined ? name : `${name} (${more})` }
        }),
      ),
    }))
  }

  async export(id: string, folder: string, as: string, language?: Language) {
    const { dir } = await this.#find(id)
    const { list } = await this.#reports.read(dir, folder)
    const only = (await findListOf(dir, folder))?.id ?? list.name
    const words = wordsIn(language)
    const [exported] = await exportArchive({ archive: dir, as, only, words })
    if (exported?.text === undefined) throw new UserError(reason('archive.nothing-to-export'))
    const { extension, mediaType, text } = exported
    return { name: `${list.name}.${extension}`, type: mediaType, text }
  }

  async openFolder(id: string): Promise<void> {
    const { dir, bucket } = await this.#find(id)
    if (bucket !== undefined) throw notInBucket()
    if (!(await look(dir))?.isDirectory()) throw new UserError(reason('app.archive-not-there'))
    if (!(await openFolder(dir))) throw new UserError(reason('app.folder-not-shown', { dir }))
  }

  async missing(id: string, folder: string): Promise<MissingList> {
    const { dir } = await this.#find(id)
    return listMissing(await this.#reports.read(dir, folder))
  }

  async missingTable(id: string, folder: string, language?: Language) {
    const { writeMissingTable } = await import('../../report/missing-table.ts')
    const { name, missing } = await this.missing(id, folder)
    const words = wordsIn(language)
    return {
      name: `${name} – ${words.missing.title}.csv`,
      text: writeMissingTable(missing, words),
    }
  }

  async openFile(id: string, path: string): Promise<StoredFile> {
    return await this.#files.open(await this.#find(id), path)
  }

  async findCopy(id: string, path: string, signal: AbortSignal): Promise<RemoteFile | undefined> {
    return await this.#files.findCopy(await this.#find(id), path, signal)
  }

  async cover(id: string, path: string, signal: AbortSignal): Promise<StoredPicture> {
    return await this.#files.cover(await this.#find(id), path, signal)
  }

  async listFiles(id: string, folder: string): Promise<readonly ZipMember[]> {
    const known = await this.#find(id)
    const { rows } = await this.#reports.read(known.dir, folder)
    const kept = [...rows.values()].flatMap(({ row }) => row.file ?? [])
    return await this.#files.members(known, folder, kept)
  }

  async view(id: string, folder: string): Promise<View> {
    const known = await this.#find(id)
    const { dir } = known
    const find = async (key: string) => {
      const found = (await this.#reports.read(dir, folder)).rows.get(key)
      if (!found) throw new UserError(reason('archive.no-such-entry'))
      return found
    }
    const view: View = {
      snapshot: async () =>
        await snapshotReport(await this.#reports.read(dir, folder), dir, folder),
      details: async (key) => await describeRow(await find(key), dir),
      audio: async (key, candidate) => await findAudio(await find(key), candidate, this.#folders),
      cover: async (key, candidate) =>
        coverOfFile(await findAudio(await find(key), candidate, this.#folders)),
      ...correctView({ into: dir, find }, this.#correct),
      takeBack: async (key) => await withdrawDecision(await find(key), dir),
    }
    return sendAfter(view, () => sendLines(nameOf(known), this.#environment))
  }

  async tail(
    id: string,
    language: Language | undefined,
    signal: AbortSignal,
    history: readonly string[] = [],
  ) {
    const { dir } = await this.#find(id)
    const { measureListening } = await import('../tail/listening.ts')
    const { viewTail } = await import('../tail/view.ts')
    const tail = await measureListening({ archives: [dir], history, signal })
    return viewTail(tail, wordsIn(language))
  }

  async copies(id: string, signal: AbortSignal): Promise<ArchiveCopies> {
    const { dir } = await this.#find(id)
    const { CopiesCache } = await import('./copies/copies-cache.ts')
    this.#copies ??= new CopiesCache()
    const { copies, filesByCopies, worst } = await this.#copies.read(dir, signal)
    return {
      copies: [...copies],
      filesByCopies: [...filesByCopies],
      worst: worst.map((file) => ({ path: file.path, copies: [...file.copies] })),
    }
  }

  async rename(id: string, folder: string, name: string): Promise<string> {
    const known = await this.#find(id)
    const list = await findListOf(known.dir, folder)
    if (!list) throw new UserError(reason('archive.no-report'))
    const renamed = await renameList(known.dir, list.id, name)
    await sendLines(nameOf(known), this.#environment)
    return renamed.list.name
  }

  async #find(id: string): Promise<KnownArchive> {
    const known = await findKnownArchive(this.#environment, id)
    await this.#refresh(known)
    return known
  }

  /** Others write to the same bucket; where it cannot be reached, what was read last is shown. */
  async #refresh({ bucket }: KnownArchive): Promise<void> {
    if (bucket === undefined) return
    const last = this.#refreshed.get(bucket) ?? 0
    if (Date.now() - last < REFRESH_MS) return
    this.#refreshed.set(bucket, Date.now())
    await refreshFolder(bucket, this.#environment, AbortSignal.timeout(REFRESH_MS)).catch(() => {})
  }
}
