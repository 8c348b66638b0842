import type {
  ArchiveCopies,
  ArchivedPlaylist,
  ArchiveFigures,
  ArchiveInfo,
  BroughtBack,
  Decide,
  Details,
  Finding,
  FolderInfo,
  Found,
  HandSearch,
  IncomingList,
  Job,
  JobRequest,
  Key,
  MergedLists,
  MissingList,
  NewInput,
  PlaylistChange,
  Preview,
  RemovalPlan,
  Row,
  RunEntry,
  ServiceInfo,
  Settings,
  Snapshot,
  SpotifyAccount,
  SpotifyPlaylist,
  TailView,
  TrashedLists,
  UnderstoodList,
  UsualFolders,
} from '../api/contract.ts'
import type { Language } from '../words/language.ts'

/** All that a server, or the command line beside it, can do: one state, however many look at it. */
export interface Context extends AsyncDisposable {
  readonly version: string
  /** Origins that candidates may be listened to from: `https://archive.org`, `https://*.archive.org`. */
  readonly mediaHosts: readonly string[]
  /** Origins of buckets that browsers are sent to, to hear what is kept there. */
  readonly bucketHosts: readonly string[]
  readonly settings: SettingsService
  readonly spotify: SpotifyService
  readonly uploads: UploadService
  readonly jobs: JobService
  readonly archives: ArchiveService
  readonly lists: ListService
  readonly operations: OperationsService
  /** The long tail of an archive by a listening history that was uploaded. The uploads are removed. */
  measureTail(
    archive: string,
    uploads: readonly string[],
    language: Language | undefined,
    signal: AbortSignal,
  ): Promise<TailView>
  examine(): Promise<readonly Finding[]>
  /** Asks each service over the network. UserError where nothing may be asked. */
  askServices(): Promise<readonly ServiceInfo[]>
  /** UserError where the folder lies outside of what may be looked at. */
  listFolder(path: string | undefined, withAudio?: boolean): Promise<FolderInfo>
  /** Where music lies on this machine, and where a backup could go. */
  findUsualFolders(): Promise<UsualFolders>
  preview(
    inputs: readonly NewInput[],
    options: { readonly publicPage?: boolean },
    signal: AbortSignal,
  ): Promise<Preview>
  /** The playlists of a preview. UserError where they are gone. */
  previewAgain(staged: string): Promise<readonly UnderstoodList[]>
  /** Which lists of the archive `into` the playlists of a preview would be. UserError where it is gone, or lies outside. */
  findLists(staged: string, into: string): Promise<readonly IncomingList[]>
}

/** What whoever runs the program asks of it. Nothing of it tells of users or their music. */
export interface OperationsService {
  /** Why no work can be taken, by codes; empty where it can. */
  readiness(): Promise<readonly string[]>
  /** Absent where nobody wants to know. */
  readonly metrics?: MetricsService
  /** From now on no work is taken, and what runs is put back in line: the process is about to end. */
  stop(): void
}

export interface MetricsService {
  /** A media type. */
  readonly type: string
  /** Must be given by who reads them; where there is none, only this machine may. */
  readonly token?: string
  read(): Promise<string>
}

/** All but what only a whole machine has: what a route, or an account, can reach. */
export type Services = Omit<Context, 'operations'>

export interface SettingsService {
  read(): Promise<SettingsNow>
  /** A key that is null is forgotten, one that is not named stays. */
  write(settings: Settings, keys: Readonly<Record<string, string | null>>): Promise<SettingsNow>
}

export interface SettingsNow {
  readonly settings: Settings
  /** What the environment says, which wins over what is settled here. */
  readonly fixedContact?: string
  readonly keys: readonly Key[]
}

/** The user's account at Spotify, as the page logs in to it. No token and no client id is ever given out. */
export interface SpotifyService {
  /** Asks nobody. */
  read(): Promise<SpotifyAccount>
  /**
   * Begins a login. A client id that is given is kept among the keys first. UserError where it cannot be one, and
   * where nothing can be begun.
   */
  begin(redirectUri: string, clientId?: string): Promise<SpotifyAccount>
  /** What the browser came back with: its query. UserError where it belongs to no login that waits, or none comes of it. */
  answer(query: URLSearchParams): Promise<void>
  /** Forgets the login, and those that wait. */
  logOut(): Promise<SpotifyAccount>
  playlists(signal: AbortSignal): Promise<readonly SpotifyPlaylist[]>
}

export interface UploadService {
  /** Stores what was dropped. UserError where it is larger than may be; nothing of it stays then. */
  receive(
    name: string,
    bytes: AsyncIterable<Uint8Array>,
    signal: AbortSignal,
  ): Promise<{ readonly id: string; readonly name: string; readonly bytes: number }>
}

export interface JobService {
  /** The latest first. */
  list(): Promise<readonly Job[]>
  find(id: string): Promise<Job | undefined>
  /** `owner` shares the machine with other owners in turn. UserError where the request cannot be taken. */
  add(request: JobRequest, owner: string): Promise<Job>
  pause(id: string): Promise<Job>
  resume(id: string): Promise<Job>
  cancel(id: string): Promise<Job>
  /** A new job of the same request. */
  again(id: string, owner: string): Promise<Job>
  /** Only one that has ended. Its uploads go with it. */
  forget(id: string): Promise<void>
  /** What has changed since, the earliest change first; an entry that changed twice comes once. */
  entriesAfter(id: string, seq: number, max: number): Promise<RunEntries>
  /** Calls the listener soon after any job, or any job's entries, changed: in this process or in another. */
  watch(listener: () => void): Disposable
  /** UserError where there is no such job. */
  view(id: string): Promise<View>
}

export interface RunEntries {
  /** To ask with next. */
  readonly seq: number
  readonly entries: readonly RunEntry[]
}

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

export interface StoredFile {
  /** Absolute. */
  readonly path: string
  readonly bytes: number
  /** A media type. */
  readonly type: string
  /** Changes whenever the content does. */
  readonly etag: string
}

/** A kept file that lies in a copy elsewhere. */
export interface RemoteFile {
  /** Its own, without folders. */
  readonly name: string
  readonly bytes: number
  /** A media type. */
  readonly type: string
  /** Changes whenever the content does. */
  readonly etag: string
  /**
   * Makes an address at which whoever has it may read this file, and nothing else, for ten minutes. Absent where browsers
   * cannot reach the place; undefined where it cannot be had just now.
   */
  readonly address?: (contentDisposition: string) => Promise<string | undefined>
  /** Its bytes from `start` to before `end`. Nothing vouches for a part of a file but its place. */
  read(
    range: { readonly start: number; readonly end: number },
    signal: AbortSignal,
  ): AsyncIterable<Uint8Array>
}

/** A picture that is read when it is sent, and not before. */
export interface StoredPicture {
  /** Changes whenever the picture may have. */
  readonly etag: string
  /** Undefined where there is none, or none that a browser should be shown. */
  read(): Promise<PictureBytes | undefined>
}

export interface PictureBytes {
  readonly type: 'image/jpeg' | 'image/png'
  readonly bytes: Uint8Array
}

/** A file here, or one of a bucket. */
export type ZipMember = { readonly name: string } & (
  | { /** Absolute. */ readonly path: string }
  | {
      /** Undefined where it is not there, or the bucket cannot be reached. */
      find(signal: AbortSignal): Promise<RemoteFile | undefined>
    }
)

/** The rows of one run, or of one playlist of an archive. */
export interface View {
  snapshot(): Promise<Snapshot>
  /** UserError where there is no such row, here and below. */
  details(key: string): Promise<Details>
  /** The sound of a candidate that is a file of the user's. */
  audio(key: string, candidate: number): Promise<StoredFile>
  /** The cover in such a file. */
  cover(key: string, candidate: number): Promise<StoredPicture>
  decide(key: string, decision: Decide, signal: AbortSignal): Promise<Row>
  /** Looks by hand for what may be the row's recording: its candidates can be decided for. */
  search(key: string, asked: HandSearch, signal: AbortSignal): Promise<Found>
  /** The sound of what was found so, where it is a file of the user's. */
  foundAudio(key: string, search: string, candidate: number): Promise<StoredFile>
  takeBack(key: string): Promise<Row>
}
