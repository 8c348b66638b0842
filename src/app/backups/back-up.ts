import { resolve } from 'node:path'
import { openArchive } from '../../archive/archive.ts'
import { parseTemplate } from '../../archive/naming/template.ts'
import { type BackupContext, backUp } from '../../backup/backup.ts'
import { type PlaylistState, prune, stateOfReport } from '../../backup/prune.ts'
import { streamEvents } from '../../base/events.ts'
import { Catalogue } from '../../catalogue/catalogue.ts'
import { openMedia } from '../../media/media.ts'
import type { MediaOptions } from '../../model/media.ts'
import type { Playlist } from '../../model/playlist.ts'
import type { Progress } from '../../model/progress.ts'
import { CircuitBreaker } from '../../source/circuit-breaker.ts'
import { type Library, openLibrary } from '../../source/library/library.ts'
import { whoCan } from '../../source/provider.ts'
import { wordsIn } from '../../words/languages.ts'
import type { Environment } from '../environment.ts'
import { askForRest, type InputOptions, readInput } from '../playlists/read-input.ts'

export interface BackUpOptions extends InputOptions {
  readonly libraries: readonly string[]
  /** Folders of catalogues. */
  readonly catalogues: readonly string[]
  readonly into: string
  /** Template of the files' names. */
  readonly names: string
  readonly media: MediaOptions
  /** Encoders at work at once. */
  readonly jobs: number
  readonly dryRun: boolean
  /** Take another sound for what was kept once and is gone or damaged. */
  readonly replace?: boolean
  /** Move to the trash what is kept for tracks that are in no playlist of the archive any more. */
  readonly prune?: boolean
  /** Lay `cover.jpg` or `cover.png` beside the files of one album. */
  readonly cover?: boolean
  /** No source that needs the network is asked. */
  readonly offline: boolean
}

/** Reads the input, opens what the walk needs, and walks through each playlist. */
export async function* backUpInput(
  options: BackUpOptions,
  environment: Environment,
  signal: AbortSignal,
): AsyncGenerator<Progress> {
  // What may be mistaken comes first: it should not wait for a scan, nor leave an empty archive behind.
  const today = new Date().toISOString().slice(0, 10)
  const isOffline = options.offline || environment.offline === true
  const input = await readInput(options, isOffline, signal)
  // Loaded only where something may leave the machine.
  const { openOnline } = isOffline ? {} : await import('../open-online.ts')
  await using online = openOnline?.(environment, today, input.hosts)
  const playlists = online
    ? yield* askForRest(input, options, environment, online.http, signal)
    : input.playlists
  const into = resolve(options.into)
  parseTemplate(options.names)
  using catalogue = new Catalogue(options.catalogues)
  await using library = yield* scanLibrary(options, into, environment, signal)
  yield { kind: 'library', ...library.summary }
  await using archive = await openArchive(into, {
    names: options.names,
    readOnly: options.dryRun,
    signal,
  })
  await using media = await openMedia({
    width: options.jobs,
    workDir: archive.workDir,
    ffmpeg: environment.ffmpeg,
  })
  const context: BackupContext = {
    sources: [library, ...whoCan(online?.providers ?? [], 'search')],
    catalogue: options.catalogues.length > 0 ? catalogue : undefined,
    finders: whoCan(online?.providers ?? [], 'lookUp'),
    policy: { today },
    breaker: new CircuitBreaker(),
    http: online?.http,
    fetcher: online?.fetcher,
    covers: whoCan(online?.providers ?? [], 'cover'),
    recognisers: whoCan(online?.providers ?? [], 'recognise'),
    media,
    archive,
    options: options.media,
    // More than the encoders, so that searching, checking and storing never leave one idle.
    width: options.jobs + 2,
    dryRun: options.dryRun,
    replace: options.replace,
    layCovers: options.cover,
    words: wordsIn(environment.language),
  }
  const seen: PlaylistState[] = []
  const planned = tellApart(playlists)
  yield {
    kind: 'planned',
    names: planned.map(({ name }) => name),
    entries: planned.reduce((sum, { entries }) => sum + entries.length, 0),
  }
  for (const playlist of planned) {
    if (signal.aborted) break
    for await (const event of backUp(playlist, context, signal)) {
      if (options.prune && event.kind === 'report') seen.push(stateOfReport(event.report))
      yield event
    }
  }
  if (!options.prune) return
  if (signal.aborted) yield { kind: 'not-pruned', reason: 'The run was stopped before its end.' }
  else yield await prune(seen, archive, { dryRun: options.dryRun })
}

/** Tells how the scan goes, and returns the library. */
function scanLibrary(
  options: BackUpOptions,
  into: string,
  environment: Environment,
  signal: AbortSignal,
): AsyncGenerator<Progress, Library> {
  return streamEvents<Progress, Library>((emit, left) =>
    openLibrary({
      folders: options.libraries.map((folder) => resolve(folder)),
      indexFile: resolve(environment.cacheDir, 'library.sqlite'),
      width: Math.max(4, environment.processors),
      // An archive inside the library is no source for itself.
      exclude: [into],
      onProgress: (done, total) => emit({ kind: 'preparing', what: 'library', done, total }),
      signal: AbortSignal.any([signal, left]),
    }),
  )
}

/** Playlists of one run that share a name get a number, so that each has a folder of its own. */
function tellApart(playlists: readonly Playlist[]): readonly Playlist[] {
  const given = new Set(playlists.map(({ name }) => name))
  const taken = new Set<string>()
  return playlists.map((playlist) => {
    let { name } = playlist
    const isFree = () => !taken.has(name) && (name === playlist.name || !given.has(name))
    for (let count = 2; !isFree(); count++) name = `${playlist.name} (${count})`
    taken.add(name)
    return { ...playlist, name }
  })
}
