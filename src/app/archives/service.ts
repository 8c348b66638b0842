import type {
  ArchiveCopies,
  ArchivedPlaylist,
  ArchiveFigures,
  ArchiveInfo,
  BroughtBack,
  MergedLists,
  MissingList,
  PlaylistChange,
  RemovalPlan,
  TailView,
  TrashedLists,
} from '../../api/contract.ts'
import type { Language } from '../../words/language.ts'
import type { View } from '../backups/row-view.ts'
import type { RemoteFile, StoredFile, StoredPicture, ZipMember } from './files/sendable.ts'

export interface ArchiveService {
  list(): Promise<readonly ArchiveInfo[]>
  read(id: string): Promise<{
    readonly archive: ArchiveInfo
    readonly playlists: readonly ArchivedPlaylist[]
    /** Absent where its folder is not there. */
    readonly figures?: ArchiveFigures
  }>
  history(id: string, folder: string, language?: Language): Promise<readonly PlaylistChange[]>
  /** How much of what is heard it keeps, as its reports tell plays. */
  tail(
    id: string,
    language: Language | undefined,
    signal: AbortSignal,
    /** Files of a listening history, which weighs the tracks by how often they were played. */
    history?: readonly string[],
  ): Promise<TailView>
  /** How many copies each file has elsewhere, the worst few by name; asks none of the places. */
  copies(id: string, signal: AbortSignal): Promise<ArchiveCopies>
  /** Gives a list another name for good; returns it, with a number where another list has it. Nothing is moved. */
  rename(id: string, folder: string, name: string): Promise<string>
  export(
    id: string,
    folder: string,
    as: string,
    language?: Language,
  ): Promise<{ readonly name: string; readonly type: string; readonly text: string }>
  /** Shows its folder on this machine's screen. UserError where it is not there, or no program shows it. */
  openFolder(id: string): Promise<void>
  /** What of a playlist is not kept, and where it may be had. */
  missing(id: string, folder: string): Promise<MissingList>
  /** The same as a table for spreadsheets: CSV, and the name of its file. */
  missingTable(
    id: string,
    folder: string,
    language?: Language,
  ): Promise<{ readonly name: string; readonly text: string }>
  /** A kept file, or one of a playlist's own texts; anything else is refused like what is not there. */
  openFile(id: string, path: string): Promise<StoredFile>
  /**
   * A kept file as a copy in a bucket has it: where the archive's own is gone, or browsers are to fetch it from there
   * themselves. Undefined where neither is so, or no copy has it.
   */
  findCopy(id: string, path: string, signal: AbortSignal): Promise<RemoteFile | undefined>
  /** The cover of a kept file. UserError where the archive has no such file. */
  cover(id: string, path: string, signal: AbortSignal): Promise<StoredPicture>
  /** What belongs into a playlist's zip, under the names that its playlist file gives. */
  listFiles(id: string, folder: string): Promise<readonly ZipMember[]>
  view(id: string, folder: string): Promise<View>
}

/** What is done with the lists of an archive, by their folders. UserError where a run is at work in it. */
export interface ListService {
  /** What removing them would take along; nothing is changed. */
  planRemoval(archive: string, folders: readonly string[]): Promise<RemovalPlan>
  /** Moves lists to the archive's trash, with the files that no other list needs. */
  remove(archive: string, folders: readonly string[]): Promise<TrashedLists>
  /** Joins one list with another, which stays. */
  merge(archive: string, from: string, into: string, language?: Language): Promise<MergedLists>
  /** What of lists lies in the trash, the latest first. */
  trashed(archive: string): Promise<readonly TrashedLists[]>
  restore(archive: string, trashed: string): Promise<BroughtBack>
  /** Leaves an archive out of the library until it is shown, or backed up into, again. Touches no file of it. */
  forget(archive: string): Promise<void>
  show(archive: string): Promise<void>
}
