import type {
  Finding,
  FolderInfo,
  IncomingList,
  Key,
  NewInput,
  Preview,
  ServiceInfo,
  Settings,
  SpotifyAccount,
  SpotifyPlaylist,
  TailView,
  UnderstoodList,
  UsualFolders,
} from '../api/contract.ts'
import type { Language } from '../words/language.ts'
import type { ArchiveService, ListService } from './archives/service.ts'
import type { JobService } from './jobs/service.ts'

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
