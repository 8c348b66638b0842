import type { ArchivedFile } from '../model/archived-file.ts'
import type { Decision } from '../model/decision.ts'
import type { KeptList } from '../model/lists/kept-list.ts'
import type { BroughtBack, TrashedLists } from '../model/lists/trashed-lists.ts'
import type { Media, MediaOptions } from '../model/media.ts'
import type { Playlist } from '../model/playlist.ts'
import type { Pruned } from '../model/progress.ts'
import type { Reason } from '../model/reason.ts'
import type { Recording } from '../model/recording.ts'
import type { Track } from '../model/track.ts'
import { refuseWorkingCopy } from './bucket/own-mark.ts'
import type { ReadableUpstream } from './bucket/upstream.ts'
import { explainStorage } from './files/inside.ts'
import type { PlaylistFolder } from './files/reports.ts'
import type { Why } from './inventory/describe.ts'
import type { ListNews } from './lists/lists.ts'
import { Planner } from './naming/planner.ts'
import { DEFAULT_TEMPLATE, parseTemplate } from './naming/template.ts'
import { openForReading, openForWriting } from './open.ts'
import { OpenArchive } from './open-archive.ts'
import type { ListChange } from './trash/lists/change-lists.ts'

/** The archive of a listener's playlists. One run at a time may have it open for writing. */
export interface Archive extends AsyncDisposable {
  /** Absolute, links resolved. */
  readonly dir: string
  /** For unfinished files, on the archive's own file system; emptied when the archive is opened. */
  readonly workDir: string
  /** The template of names gives each album a folder of its own. */
  readonly separatesAlbums: boolean
  /** What was wrong with the inventory when it was opened, and what was done about it. */
  readonly notes: readonly Reason[]
  /** Throws StorageError where the archive's folder is not in its place any more. */
  checkRoot(): Promise<void>
  /**
   * This track, kept in this format and quality and still whole. A file whose size, times and inode are those that it
   * had when it was last known to be whole is not read again; `verify` reads them all.
   */
  find(track: Track, options: MediaOptions): Promise<ArchivedFile | undefined>
  /** The same recording, kept for any entry and still whole. */
  findRecording(
    recording: Pick<Recording, 'source' | 'id'>,
    options: MediaOptions,
  ): Promise<ArchivedFile | undefined>
  /** True where an archived file is as it was kept, found out as for `find`. */
  isWhole(file: ArchivedFile): Promise<boolean>
  /**
   * Reserves a path, without its ending, for a track about to be made; asked again for the same entry
   * it gives the former one back. Synchronous, and the same names for the same order of calls. `wrong` is a
   * file of another recording: its name is given to the new one, unless `findRecording` has shared it.
   */
  plan(
    playlist: Playlist,
    position: number,
    track: Track,
    recording: Recording,
    wrong?: ArchivedFile,
  ): string
  /** Moves a finished file into the archive. When this returns, the file is kept whatever happens. */
  put(media: Media, stem: string, why: Why): Promise<ArchivedFile>
  /**
   * Puts a copy under new tags in the place of an archived file. `file` is its new line, but for checksum and size:
   * they are those of the file that is there. Returns the line as it is now; undefined, and nothing done, where
   * the file is not byte for byte what was kept.
   */
  retag(file: ArchivedFile, temporary: string): Promise<ArchivedFile | undefined>
  /** Whether anything lies in its place, whole or not, or its bytes lie in the bucket of the archive. */
  isThere(file: ArchivedFile): Promise<boolean>
  /**
   * Where the bytes of an archived file can be read, absolute: where they lie in a bucket, they are fetched first. They may
   * be others than were kept. Undefined where they are nowhere.
   */
  bring(file: ArchivedFile): Promise<string | undefined>
  /** Adds to an archived file's line what was found out about the file since; written with the next checkpoint. */
  remember(file: ArchivedFile): void
  /** The lists that it holds, in the order in which they were first kept. */
  lists(): readonly KeptList[]
  /**
   * Makes a list known by its lasting id, or what has changed of it: written before the next file or text. A new one
   * gets a folder that no other list ever has. Without an id the list is the one of that name, or a new one.
   */
  noteList(news: ListNews): KeptList
  /** The folder of a playlist's own texts, relative to the archive: that of its id, or else of its name. */
  folderOf(playlist: Pick<Playlist, 'id' | 'name'>): string
  /** Writes or replaces one of a playlist's own texts; returns its path relative to the archive. */
  writeText(folder: string, name: string, text: string): Promise<string>
  /** One of a playlist's own texts; undefined where there is none that could be ours. */
  readText(folder: string, name: string): Promise<string | undefined>
  /** Adds to one of a playlist's own texts: all of it is there afterwards, or it is as it was. Returns its path. */
  appendText(folder: string, name: string, line: string): Promise<string>
  /** Writes a file beside kept ones that no line names; undefined, and nothing done, where its name is taken. */
  addFile(folder: string, name: string, bytes: Uint8Array): Promise<string | undefined>
  /** The folders of all playlists, backed up to their end or not, with the text of their last report. */
  playlistFolders(): AsyncIterable<PlaylistFolder>
  /** What is kept, by path. */
  list(): readonly ArchivedFile[]
  /** What is kept under this path; it is not looked at. */
  at(path: string): ArchivedFile | undefined
  /** What is kept in this folder itself, by path. */
  listIn(folder: string): readonly ArchivedFile[]
  /** What is kept for this track, in whatever format and quality. */
  listFor(track: Track): readonly ArchivedFile[]
  /** What the user has decided about this track, as it stood when the archive was opened. */
  decisionFor(track: Track): Decision | undefined
  /**
   * Moves archived files to the trash, withdraws their lines and writes the manifest. Files that are not as
   * they were kept are left where they are. Opened for reading alone, it says what it would do.
   */
  prune(unwanted: readonly ArchivedFile[]): Promise<Pruned>
  /**
   * Moves lists to the trash, with their texts and those files that are named; what a merge writes takes its place.
   * A file that is not of its size any more stays. UserError where there is no such list.
   */
  setListsAside(change: ListChange): Promise<TrashedLists>
  /** Has them back, to the byte; what is newer in their places stays. UserError where the trash has no such thing. */
  bringListsBack(id: string): Promise<BroughtBack>
  /** Sorts the inventory and writes the manifest. */
  checkpoint(): Promise<void>
  /**
   * Puts the bytes of an archived file back in their place, from an unfinished file that has exactly these. What lies
   * there is set aside. False, and nothing is done, where the unfinished file has others, or where all is well.
   */
  restore(file: ArchivedFile, temporary: string): Promise<boolean>
  /** Writes the inventory and its manifests though nothing has changed in them: they were found damaged or stale. */
  rewriteRecords(): Promise<void>
}

export interface ArchiveOptions {
  /** The template of the files' names. */
  readonly names?: string
  /** Writes nothing at all, takes no lock, mends nothing: for dry runs and for looking. */
  readonly readOnly?: boolean
  readonly signal?: AbortSignal
  /** For the working copy of an archive that lies in a bucket, which must not be written to without it. */
  readonly upstream?: ReadableUpstream
}

/**
 * Opens an archive, or begins one, and mends what a killed run left behind. A folder that holds other
 * things already may become an archive: nothing of them is touched. Throws UserError where another
 * run is at work, StorageError where the place cannot be written.
 */
export async function openArchive(dir: string, options: ArchiveOptions = {}): Promise<Archive> {
  const template = parseTemplate(options.names ?? DEFAULT_TEMPLATE)
  try {
    const { readOnly = false, upstream } = options
    if (!readOnly && !upstream) await refuseWorkingCopy(dir)
    const opened = await (readOnly ? openForReading : openForWriting)(dir, options.signal)
    return new OpenArchive(
      opened,
      new Planner(opened.paths.root, template, opened.inventory, opened.lists),
      upstream,
    )
  } catch (error) {
    throw explainStorage(error, dir)
  }
}
