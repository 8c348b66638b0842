import { inParallel } from '../../base/parallel.ts'
import { inSteps } from '../../base/progress/in-steps.ts'
import type { Reason } from '../../model/reason.ts'
import type { Recording } from '../../model/recording.ts'
import type { Track } from '../../model/track.ts'
import type { OpenProvider } from '../provider.ts'
import { CandidateIndex } from './candidates.ts'
import { applySheets, type FoundSheet } from './cue/apply-sheets.ts'
import { readSheetFile } from './cue/read-sheet.ts'
import type { Song } from './file-recording.ts'
import { Holdings } from './holdings.ts'
import { IndexFile } from './index-file.ts'
import { countKind, isSheet, tellLeftOut } from './left-out.ts'
import { LocationIndex } from './location/location-index.ts'
import { readAudioFile } from './read-file.ts'
import { isLibraryReading, type LibraryReading } from './reading.ts'
import { type FoundFile, type Unreadable, type Walk, walkFolders } from './walk-folder.ts'

/** The user's own folders. */
export interface Library extends OpenProvider<'search' | 'find' | 'locate'> {
  readonly summary: LibrarySummary
}

interface LibrarySummary {
  /** Recordings that can be found. */
  readonly files: number
  /** Files read in this run, and those known from an earlier one. */
  readonly read: number
  readonly reused: number
  readonly unreadable: readonly Unreadable[]
  /** What was left out, and why. */
  readonly notes: readonly Reason[]
}

export interface LibraryOptions {
  readonly folders: readonly string[]
  /** Where tags are remembered between runs; made when missing. */
  readonly indexFile: string
  /** Files read at once. */
  readonly width: number
  /** Folders inside the library that are left out, such as the archive itself. */
  readonly exclude?: readonly string[]
  /** Files done; how many there are in all is known only once they have been found. */
  readonly onProgress?: (done: number, total: number | undefined) => void
  readonly signal: AbortSignal
}

const MAX_CANDIDATES = 50

/** Files read between two writes of the index: what a killed run has to read again at most. */
const batchSize = 64

/**
 * Scans the folders and holds what is in them. A folder that is not there is a UserError; files that
 * cannot be read are in the summary.
 */
export async function openLibrary(options: LibraryOptions): Promise<Library> {
  const { signal, width } = options
  const onProgress = inSteps(options.onProgress ?? (() => {}))
  const walk = await walkFolders(options.folders, {
    exclude: options.exclude ?? [],
    signal,
    onFound: (files) => onProgress(files, undefined),
  })
  using index = new IndexFile<LibraryReading>(options.indexFile, isLibraryReading)
  const files = [...walk.files, ...walk.sheets]
  const { readings, gone } = index.recall(walk.roots, files)
  onProgress(readings.size, files.length)
  const fresh = files.filter(({ path }) => !readings.has(path))
  for await (const batch of readInBatches(fresh, width, signal)) {
    for (const { file, reading } of batch) readings.set(file.path, reading)
    index.remember(batch)
    onProgress(readings.size, files.length)
  }
  index.forget(
    gone,
    walk.unreadable.map(({ path }) => path),
  )
  const read = fresh.filter(({ path }) => !isSheet(path)).length
  return new ScannedLibrary(walk, readings, read)
}

interface ScannedFile {
  readonly file: FoundFile
  readonly reading: LibraryReading
}

async function* readInBatches(
  files: readonly FoundFile[],
  width: number,
  signal: AbortSignal,
): AsyncGenerator<readonly ScannedFile[]> {
  let batch: ScannedFile[] = []
  const read = async (file: FoundFile) => ({
    file,
    reading: isSheet(file.path)
      ? await readSheetFile(file.path, signal)
      : await readAudioFile(file.path, signal),
  })
  for await (const done of inParallel(files, width, read)) {
    if (batch.push(done) < batchSize) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

interface Gathered {
  readonly songs: readonly Song[]
  /** Found only by who names the file. */
  readonly films: readonly Song[]
  readonly unreadable: readonly Unreadable[]
}

/** What was found, by what was read of it. */
function gather(walk: Walk, readings: ReadonlyMap<string, LibraryReading>): Gathered {
  const unreadable: Unreadable[] = [...walk.unreadable]
  const songs: Song[] = []
  const films: Song[] = []
  for (const file of walk.files) {
    const { path } = file
    const reading = readings.get(path)
    if (reading?.kind === 'read') (reading.isFilm ? films : songs).push({ file, ...reading })
    else if (reading?.kind === 'unreadable') unreadable.push({ path, reason: reading.reason })
  }
  const sheets: FoundSheet[] = []
  for (const file of walk.sheets) {
    const reading = readings.get(file.path)
    if (reading?.kind === 'sheet') sheets.push({ file, sheet: reading.sheet })
    else if (reading?.kind === 'unreadable')
      unreadable.push({ path: file.path, reason: reading.reason })
  }
  const applied = applySheets(songs, sheets)
  return { songs: applied.songs, films, unreadable: [...unreadable, ...applied.wrong] }
}

function countKinds(films: readonly Song[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { file } of films) countKind(file.path, counts)
  return counts
}

/** As a track of an album in one file is called. */
const TRACK_OF_FILE = /^(.*)#(\d+)$/s

class ScannedLibrary implements Library {
  readonly name = 'library'
  readonly title = 'Your folders'
  readonly needsNetwork = false
  readonly summary: LibrarySummary
  #holdings: Holdings | undefined
  #candidates: CandidateIndex | undefined
  #places: ReadonlyMap<string, number> | undefined
  #locations: LocationIndex | undefined
  readonly #links: Walk['links']

  constructor(walk: Walk, readings: ReadonlyMap<string, LibraryReading>, read: number) {
    this.#links = walk.links
    const { songs, films, unreadable } = gather(walk, readings)
    this.#holdings = new Holdings(walk.files, songs, films)
    this.summary = {
      files: songs.length,
      read,
      reused: walk.files.length - read,
      unreadable,
      notes: [
        ...tellLeftOut('source.kinds-left-out', walk.leftOut),
        ...tellLeftOut('source.films-left-out', countKinds(films)),
      ],
    }
  }

  async search(track: Track, signal: AbortSignal): Promise<readonly Recording[]> {
    const holdings = this.#open()
    const named = await this.locate(track, signal)
    // Made when it is first needed: a run that has everything already never asks.
    this.#candidates ??= new CandidateIndex(holdings.findables())
    const found = this.#candidates.find(track, MAX_CANDIDATES).map((at) => holdings.describe(at))
    if (named.length === 0) return found
    const ids = new Set(named.map(({ id }) => id))
    return [...named, ...found.filter(({ id }) => !ids.has(id))]
  }

  async find(id: string, signal: AbortSignal): Promise<readonly Recording[]> {
    signal.throwIfAborted()
    const holdings = this.#open()
    this.#places ??= new Map(holdings.songs.map((_, at) => [holdings.describe(at).id, at]))
    const at = this.#places.get(id)
    return at === undefined ? [] : [holdings.describe(at)]
  }

  async locate(track: Track, signal: AbortSignal): Promise<readonly Recording[]> {
    signal.throwIfAborted()
    const holdings = this.#open()
    if (track.path === undefined) return []
    this.#locations ??= new LocationIndex(
      holdings.songs.map(({ file }) => file),
      this.#links,
    )
    const [, path, number] = TRACK_OF_FILE.exec(track.path) ?? []
    const located = this.#locations.find(track)
    const ofAlbum = path === undefined ? undefined : this.#locations.find({ ...track, path })
    if (!located && ofAlbum) {
      const own = ofAlbum.files.filter((at) => `${holdings.songs[at]?.segment?.track}` === number)
      return own.map((at) => ({ ...holdings.describe(at), location: ofAlbum.how }))
    }
    // A file that holds an album is none of its tracks: which one is meant the words say.
    const isAlbum = (at: number) => holdings.songs[at]?.segment !== undefined
    return (located?.files ?? []).map((at) => ({
      ...holdings.describe(at),
      location: isAlbum(at) ? 'name' : located?.how,
    }))
  }

  #open(): Holdings {
    if (!this.#holdings) throw new Error('The library was closed before this search.')
    return this.#holdings
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#holdings = undefined
    this.#candidates = undefined
    this.#places = undefined
    this.#locations = undefined
  }
}
