import { resolve } from 'node:path'
import type { Archive } from '../../archive/archive.ts'
import { locateGiven } from '../../archive/given/given-files.ts'
import { backUp } from '../../backup/backup.ts'
import type { BackupContext } from '../../backup/context.ts'
import { News } from '../../backup/news.ts'
import { type PlaylistState, prune, stateOfReport } from '../../backup/prune.ts'
import { RemainingWatch } from '../../backup/remaining/watch.ts'
import { lookAheadOf } from '../../backup/scheduler.ts'
import { streamEvents } from '../../base/events.ts'
import type { Http } from '../../base/http/http.ts'
import type { CatalogueReader } from '../../catalogue/catalogue-reader.ts'
import { isServiceAddress } from '../../catalogue/shards/address.ts'
import { type MediaMaker, openMedia } from '../../media/media.ts'
import { type BackupChoices, lastingChoices } from '../../model/backup/request.ts'
import type { Playlist } from '../../model/playlist.ts'
import type { Progress } from '../../model/progress.ts'
import { type Reason, reason } from '../../model/reason.ts'
import { keepParity } from '../../preserve/parity/keep-parity.ts'
import type { Recorded } from '../../report/changes/recorded.ts'
import { CircuitBreaker } from '../../source/circuit-breaker.ts'
import { openGiven } from '../../source/library/given.ts'
import { type Library, openLibrary } from '../../source/library/library.ts'
import { whoCan } from '../../source/provider.ts'
import { wordsIn } from '../../words/languages.ts'
import { folderOf, openNamed } from '../archives/bucket/place.ts'
import { openCatalogues } from '../catalogues/open.ts'
import { wholeCatalogue } from '../catalogues/published/address.ts'
import type { Environment } from '../environment.ts'
import type { OpenOnline } from '../open-online.ts'
import type { OpenServers } from '../servers/open-servers.ts'

export interface WalkTools {
  readonly environment: Environment
  /** Absent in a run that stays offline. */
  readonly online?: OpenOnline
  readonly servers: OpenServers
  /** ISO 8601 date. */
  readonly today: string
  /** What was recorded of lists, by their ids: those that a backup would change nothing of are passed over. */
  readonly recorded?: ReadonlyMap<string, Recorded>
}

/** Opens what the walk needs, and walks through each playlist. */
export async function* walkPlaylists(
  playlists: readonly Playlist[],
  choices: BackupChoices,
  tools: WalkTools,
  signal: AbortSignal,
): AsyncGenerator<Progress> {
  const { environment } = tools
  const into = folderOf(choices.into, environment)
  const offline = choices.offline || environment.offline
  const older: Reason[] = []
  const opening = { signal, offline, tell: (note: Reason) => void older.push(note) }
  using catalogue = await openCatalogues(choices.catalogues, opening, environment)
  await using library = yield* scanLibrary(choices, into, environment, signal)
  const notes = [...older, ...library.summary.notes]
  yield { kind: 'library', ...library.summary, notes }
  const { names, dryRun: readOnly } = choices
  await using opened = await openNamed(choices.into, { names, readOnly, signal }, environment)
  const { archive } = opened
  const width = choices.jobs ?? environment.processors
  const { ffmpeg } = environment
  await using media = await openMedia({ width, workDir: archive.workDir, ffmpeg })
  const parts = { library, notes, catalogue, media, archive }
  const context = makeContext(choices, parts, tools, width)
  yield* backUpAll(playlists, context, choices, tools.recorded, signal)
  if (!readOnly && !signal.aborted) yield* updateParity(choices, archive, signal)
}

/** Tells how making parity goes; nothing where the archive has none and none is asked for. */
const updateParity = ({ parity: percent }: BackupChoices, archive: Archive, signal: AbortSignal) =>
  streamEvents<Progress, unknown>((emit, left) =>
    keepParity(archive, {
      percent,
      signal: AbortSignal.any([signal, left]),
      onProgress: ({ bytes, ofBytes }) =>
        emit({ kind: 'preparing', what: 'parity', done: bytes, total: ofBytes }),
    }),
  )

/** What a run opens for its walk. */
interface OpenedParts {
  readonly library: Library
  /** What was left out there, and which catalogue was not the latest. */
  readonly notes: readonly Reason[]
  readonly catalogue: CatalogueReader
  readonly media: MediaMaker
  readonly archive: Archive
}

function makeContext(
  choices: BackupChoices,
  { library, notes, catalogue, media, archive }: OpenedParts,
  { environment, online, servers, today }: WalkTools,
  width: number,
): BackupContext {
  const providers = online?.providers ?? []
  const inAll = widthOf(width, online !== undefined)
  const paces = () => (online?.http.line === 'up' ? online.http.paces : [])
  return {
    options: choices,
    admit: environment.admitTrack,
    asked: askedFor(choices),
    dryRun: choices.dryRun,
    replace: choices.replace,
    entries: choices.entries,
    layCovers: choices.cover,
    libraryNotes: notes.length > 0 ? notes : undefined,
    sources: [
      library,
      openGiven((id, signal) => locateGiven(archive.dir, id, signal)),
      ...whoCan(providers, 'search'),
    ],
    catalogue: choices.catalogues.length > 0 ? catalogue : undefined,
    lookUps: whoCan(providers, 'lookUp'),
    policy: { today },
    breaker: new CircuitBreaker({ line: () => online?.http.line ?? 'up' }),
    http: online && joinWays(online.http, servers),
    fetcher: online?.fetcher,
    covers: whoCan(providers, 'cover'),
    recognisers: whoCan(providers, 'recognise'),
    media,
    archive,
    width: inAll,
    remaining: new RemainingWatch({ encoders: width, lookAhead: lookAheadOf(inAll) }, paces),
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

/**
 * Folders by their whole paths: a later run may be begun in another place. Servers that are asked are not written
 * down: what an archive says may be anybody's word, and a later run would ask there.
 */
function askedFor(choices: BackupChoices) {
  const all = (folders: readonly string[]) => folders.map((folder) => resolve(folder))
  const { libraries, catalogues, ...rest } = lastingChoices(choices)
  return {
    ...rest,
    libraries: all(libraries),
    catalogues: catalogues.filter((named) => !isServiceAddress(named)).map(wholeCatalogue),
  }
}

/** Tracks under way at once that wait for hosts: a slow host must not keep the others waiting. */
const SEARCHES = 12

/** More than the encoders, so that searching, checking and storing never leave one idle. */
const widthOf = (encoders: number, isOnline: boolean) =>
  Math.max(encoders + 2, isOnline ? SEARCHES : 0)

/** One playlist after another, and then what none of them has any more. */
async function* backUpAll(
  playlists: readonly Playlist[],
  context: BackupContext,
  { prune: isPruned, dryRun }: BackupChoices,
  recorded: WalkTools['recorded'],
  signal: AbortSignal,
): AsyncGenerator<Progress> {
  const seen: PlaylistState[] = []
  const news = recorded && new News(context)
  yield {
    kind: 'planned',
    names: playlists.map(({ name }) => name),
    entries: playlists.reduce((sum, { entries }) => sum + entries.length, 0),
  }
  context.remaining?.plan(playlists)
  for (const [index, playlist] of playlists.entries()) {
    if (signal.aborted) break
    context.remaining?.note({ kind: 'list', index })
    const before = recorded?.get(playlist.id ?? '')
    const isUnchanged = news && before && !(await news.has(playlist, before, signal))
    yield* context.breaker.takeUntold()
    if (isUnchanged) {
      yield { kind: 'unchanged', playlist }
      continue
    }
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
  { libraries }: BackupChoices,
  into: string,
  environment: Environment,
  signal: AbortSignal,
): AsyncGenerator<Progress, Library> {
  return streamEvents<Progress, Library>((emit, left) =>
    openLibrary({
      folders: libraries.map((folder) => resolve(folder)),
      indexFile: resolve(environment.cacheDir, 'library.sqlite'),
      width: Math.max(4, environment.processors),
      // An archive inside the library is no source for itself.
      exclude: [into],
      onProgress: (done, total) => emit({ kind: 'preparing', what: 'library', done, total }),
      signal: AbortSignal.any([signal, left]),
    }),
  )
}
