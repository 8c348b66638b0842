import { parseTemplate } from '../../archive/naming/template.ts'
import type { BackupRequest } from '../../model/backup/request.ts'
import type { AskAboutList } from '../../model/lists/list-question.ts'
import type { Playlist } from '../../model/playlist.ts'
import type { Progress } from '../../model/progress.ts'
import type { ServerAccount } from '../../playlist/servers/server.ts'
import { refreshFolder } from '../archives/bucket/place.ts'
import { refuseInto } from '../archives/bucket/refuse-into.ts'
import type { Environment } from '../environment.ts'
import { nameAs } from '../playlists/name-as.ts'
import { askForRest, readInput } from '../playlists/read-input.ts'
import { openServers } from '../servers/open-servers.ts'
import { identifyLists } from './identify-lists.ts'
import { walkPlaylists } from './walk.ts'

/** What the inputs may be besides files and links, and who can be asked. */
export interface GivenInputs {
  /** Read where an input is `-`. */
  readonly stdin?: AsyncIterable<Uint8Array>
  /** What some of the inputs were read as before: they are not opened. */
  readonly given?: ReadonlyMap<string, readonly Playlist[]>
  /** Asked whose newer version a playlist is; absent where nobody can be, and the entries decide. */
  readonly ask?: AskAboutList
  /** Servers of the user's own that they have named for this run, besides those of their settings. */
  readonly accounts?: readonly ServerAccount[]
}

/** Reads the input, opens what the walk needs, and walks through each playlist. */
export async function* backUpInput(
  request: BackupRequest,
  environment: Environment,
  signal: AbortSignal,
  sources: GivenInputs = {},
): AsyncGenerator<Progress> {
  // Mistakes in the request are found first: they should not wait for a scan, nor leave an empty archive behind.
  await refuseInto(request, environment)
  const today = new Date().toISOString().slice(0, 10)
  const isOffline = request.offline || environment.offline === true
  await using servers = openServers(environment, sources.accounts)
  const options = { ...request, ...sources, servers }
  const input = await readInput(options, isOffline, signal)
  // Loaded only where something may leave the machine.
  const { openOnline } = isOffline ? {} : await import('../open-online.ts')
  await using online = openOnline?.(environment, today, input.hosts)
  const read = online
    ? yield* askForRest(input, options, environment, online.http, signal)
    : input.playlists
  parseTemplate(request.names)
  const named = nameAs(read, request.as)
  const into = await refreshFolder(request.into, environment, signal)
  const playlists = await identifyLists(named, { ...request, into }, sources.ask)
  yield* walkPlaylists(playlists, request, { environment, online, servers, today }, signal)
}
