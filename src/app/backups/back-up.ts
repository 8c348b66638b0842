import { resolve } from 'node:path'
import { type Archive, openArchive } from '../../archive/archive.ts'
import { parseTemplate } from '../../archive/naming/template.ts'
import { backUp } from '../../backup/backup.ts'
import type { BackupContext } from '../../backup/context.ts'
import { type PlaylistState, prune, stateOfReport } from '../../backup/prune.ts'
import { streamEvents } from '../../base/events.ts'
import type { Http } from '../../base/http/http.ts'
import { Catalogue } from '../../catalogue/catalogue.ts'
import { type MediaMaker, openMedia } from '../../media/media.ts'
import type { BackupRequest } from '../../model/backup-request.ts'
import type { AskAboutList } from '../../model/list-question.ts'
import type { Playlist } from '../../model/playlist.ts'
import type { Progress } from '../../model/progress.ts'
import { reason } from '../../model/reason.ts'
import type { ServerAccount } from '../../playlist/servers/server.ts'
import { CircuitBreaker } from '../../source/circuit-breaker.ts'
import { type Library, openLibrary } from '../../source/library/library.ts'
import { whoCan } from '../../source/provider.ts'
import { wordsIn } from '../../words/languages.ts'
import type { Environment } from '../environment.ts'
import type { OpenOnline } from '../open-online.ts'
import { nameAs } from '../playlists/name-as.ts'
import { askForRest, readInput } from '../playlists/read-input.ts'
import { type OpenServers, openServers } from '../servers/open-servers.ts'
import { identifyLists } from './identify-lists.ts'

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
  const into = resolve(request.into)
  parseTemplate(request.names)
  const named = nameAs(read, request.as)
  const playlists = await identifyLists(named, request, sources.ask)
  using catalogue = new Catalogue(request.catalogues)
  await using library = yield* scanLibrary(request, into, environment, signal)
  yield { kind: 'library', ...library.summary }
  const { names, dryRun: readOnly } = request
  await using archive = await openArchive(into, { names, readOnly, signal })
  const width = request.jobs ?? environment.processors
  const { ffmpeg } = environment
  await using media = await openMedia({ width, workDir: archive.workDir, ffmpeg })
  const opened = { library, catalogue, online, media, archive, servers }
  const context = makeContext(request, opened, today, width, environment)
  yield* backUpAll(playlists, context, request, signal)
}

/** What a run opens for its walk. */
interface OpenedParts {
  readonly library: Library
  readonly catalogue: Catalogue
  /** Absent in a run that stays offline. */
  readonly online?: OpenOnline
  readonly media: MediaMaker
  readonly archive: Archive
  readonly servers: OpenServers
}

function makeContext(
  request: BackupRequest,
  { library, catalogue, online, media, archive, servers }: OpenedParts,
  today: string,
  width: number,
  environment: Environment,
): BackupContext {
  const providers = online?.providers ?? []
  return {
    options: request,
    dryRun: request.dryRun,
    replace: request.replace,
    layCovers: request.cover,
    sources: [library, ...whoCan(providers, 'search')],
    catalogue: request.catalogues.length > 0 ? catalogue : undefined,
    lookUps: whoCan(providers, 'lookUp'),
    policy: { today },
    breaker: new CircuitBreaker(),
    http: online && joinWays(online.http, servers),
    fetcher: online?.fetcher,
    covers: whoCan(providers, 'cover'),
    recognisers: whoCan(providers, 'recognise'),
    media,
    archive,
    width: widthOf(width, online !== undefined),
    words: wordsIn(environment.language),
  }
}

/** What was asked, whoever asked it. */
const joinWays = (http: Http, servers: OpenServers): BackupContext['http'] => ({
  get contacted() {
    return [...new Set([...http.contacted, ...servers.contacted])].toSorted()
  },
  get refused() {
    return [...http.refused, ...servers.refused]
  },
})

/** Tracks under way at once that wait for hosts: a slow host must not keep the others waiting. */
const SEARCHES = 12

/** More than the encoders, so that searching, checking and storing never leave one idle. */
const widthOf = (encoders: number, isOnline: boolean) =>
  Math.max(encoders + 2, isOnline ? SEARCHES : 0)

/** One playlist after another, and then what none of them has any more. */
async function* backUpAll(
  playlists: readonly Playlist[],
  context: BackupContext,
  { prune: isPruned, dryRun }: BackupRequest,
  signal: AbortSignal,
): AsyncGenerator<Progress> {
  const seen: PlaylistState[] = []
  yield {
    kind: 'planned',
    names: playlists.map(({ name }) => name),
    entries: playlists.reduce((sum, { entries }) => sum + entries.length, 0),
  }
  for (const playlist of playlists) {
    if (signal.aborted) break
    for await (const event of backUp(playlist, context, signal)) {
      if (isPruned && event.kind === 'report') seen.push(stateOfReport(event.report))
      yield event
    }
  }
  if (!isPruned) return
  if (signal.aborted) yield { kind: 'not-pruned', reason: reason('backup.prune-run-stopped') }
  else yield await prune(seen, context.archive, { dryRun })
}

/** Tells how the scan goes, and returns the library. */
function scanLibrary(
  request: BackupRequest,
  into: string,
  environment: Environment,
  signal: AbortSignal,
): AsyncGenerator<Progress, Library> {
  return streamEvents<Progress, Library>((emit, left) =>
    openLibrary({
      folders: request.libraries.map((folder) => resolve(folder)),
      indexFile: resolve(environment.cacheDir, 'library.sqlite'),
      width: Math.max(4, environment.processors),
      // An archive inside the library is no source for itself.
      exclude: [into],
      onProgress: (done, total) => emit({ kind: 'preparing', what: 'library', done, total }),
      signal: AbortSignal.any([signal, left]),
    }),
  )
}
