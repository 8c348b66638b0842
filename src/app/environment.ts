import { availableParallelism } from 'node:os'
import type { Clock } from '../base/http/limit/rate-limiter.ts'
import type { Network } from '../base/http/network.ts'
import type { Reason } from '../model/reason.ts'
import { providers } from '../source/all.ts'
import { type Language, languageOf } from '../words/language.ts'
import { findOpenIdFaults, type OpenIdSettings, readOpenId } from './accounts/openid/settings.ts'
import { readS3, type S3Settings } from './archives/copies/s3-settings.ts'
import {
  findCacheFolder,
  findConfigFolder,
  findDataFolder,
  findUnitsFolder,
  findUserDirsFile,
} from './folders.ts'
import { readSecretFiles } from './secret-files.ts'
import { readServers, type ServerSettings } from './servers/settings.ts'
import { findTelemetryFaults, readTelemetry, type TelemetrySettings } from './telemetry/settings.ts'

/** All that the program takes from its surroundings, read once, here. */
export interface Environment {
  /** FFmpeg's path, where the user names one. */
  readonly ffmpeg?: string
  /** Where what can be made again is remembered. */
  readonly cacheDir: string
  /** Where the user's logins lie; without it there are none. */
  readonly configDir?: string
  /** Where its jobs are written down; without it they are not. */
  readonly dataDir?: string
  /** Where the user's units of systemd lie; absent where systemd does not run. */
  readonly unitsDir?: string
  /** Where the desktop says that music lies, and the file in which it says so. */
  readonly musicDir?: string
  readonly userDirsFile?: string
  readonly processors: number
  /** The PostgreSQL database that servers and workers share, with their jobs: an address with its password, never shown. */
  readonly databaseUrl?: string
  /** Names the address that requests go out from, where workers of one database have several. */
  readonly egress?: string
  /** Asked of whoever opens the page. */
  readonly password?: string
  /** Asked by `catalogue serve` of whoever asks it, and told to such servers. */
  readonly catalogueToken?: string
  /** True where the user wants no request to leave, ever. */
  readonly offline?: boolean
  /** An address of the user's own, told to every host that is asked: they can write instead of blocking. */
  readonly contact?: string
  /** The user's keys to services, by the variable that holds each. */
  readonly keys?: Readonly<Record<string, string>>
  /** The user's own servers of music. */
  readonly servers?: readonly ServerSettings[]
  /** Where copies go that lie in a bucket, and by whose keys. */
  readonly s3?: S3Settings
  /** The user's own client at Spotify. */
  readonly spotifyClientId?: string
  /** True where the user always allows a list to be read from Spotify's public page. */
  readonly publicPage?: boolean
  /** What is told of the program to whoever runs it. */
  readonly telemetry?: TelemetrySettings
  /** Variables that are set wrongly: `doctor` tells them, and what runs for others does not start. */
  readonly faults?: readonly Reason[]
  /** What the user reads, by the locale. */
  readonly language?: Language
  /** Whose surroundings these are, on a server with accounts. */
  readonly account?: string
  /** Waited for before a track is looked for, where an account may have only so many. */
  readonly admitTrack?: () => Promise<void>
  /** The only archives that are known of: those that were shared with a guest. Absolute. */
  readonly sharedArchives?: () => Promise<readonly string[]>
  /** Folder below which each account has its own; without it the server has no accounts. */
  readonly accountsDir?: string
  /** With which people sign in, where the server has accounts. */
  readonly openId?: OpenIdSettings
  /** How names are resolved and hosts are dialled, where not by the system: for tests. */
  readonly network?: Network
  /** What the waiting for hosts goes by, where not by the system's clock: for tests. */
  readonly clock?: Clock
}

export function readEnvironment(
  given: Readonly<Record<string, string | undefined>> = process.env,
): Environment {
  const { variables, faults } = readSecretFiles(given)
  const clientId = variables.SONGKEEP_SPOTIFY_CLIENT_ID?.trim()
  return {
    ffmpeg: variables.SONGKEEP_FFMPEG || undefined,
    cacheDir: findCacheFolder(variables),
    configDir: findConfigFolder(variables),
    dataDir: findDataFolder(variables),
    unitsDir: findUnitsFolder(variables),
    musicDir: variables.XDG_MUSIC_DIR || undefined,
    userDirsFile: findUserDirsFile(variables),
    processors: availableParallelism(),
    offline: isSet(variables.SONGKEEP_OFFLINE),
    databaseUrl: variables.SONGKEEP_DATABASE_URL?.trim() || undefined,
    egress: variables.SONGKEEP_EGRESS?.trim() || undefined,
    password: variables.SONGKEEP_PASSWORD || undefined,
    catalogueToken: variables.SONGKEEP_CATALOGUE_TOKEN?.trim() || undefined,
    accountsDir: variables.SONGKEEP_ACCOUNTS || undefined,
    openId: readOpenId(variables),
    contact: variables.SONGKEEP_CONTACT?.trim() || undefined,
    keys: readKeys(variables),
    servers: readServers(variables),
    s3: readS3(variables),
    spotifyClientId: clientId || undefined,
    publicPage: isSet(variables.SONGKEEP_PUBLIC_PAGE),
    telemetry: readTelemetry(variables),
    faults: [...faults, ...findTelemetryFaults(variables), ...findOpenIdFaults(variables)],
    language: languageOf(variables.LC_ALL || variables.LC_MESSAGES || variables.LANG),
  }
}

const isSet = (value = '') => !/^(?:0|no|false|off)?$/i.test(value.trim())

function readKeys(variables: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const keys: Record<string, string> = {}
  for (const { key } of providers) {
    const value = key && variables[key.variable]?.trim()
    if (key && value) keys[key.variable] = value
  }
  return keys
}
