import { inParallel } from '../../base/parallel.ts'
import type { Recording } from '../../model/recording.ts'
import type { Track } from '../../model/track.ts'
import type { OpenProvider } from '../provider.ts'
import { CandidateIndex } from './candidates.ts'
import { describeRecording, nameFiles, splitPlace } from './file-recording.ts'
import { IndexFile } from './index-file.ts'
import { type FileReading, readAudioFile } from './read-file.ts'
import { type FoundFile, type Unreadable, type Walk, walkFolders } from './walk-folder.ts'

/** The user's own folders. */
export interface Library extends OpenProvider<'search'> {
  readonly summary: LibrarySummary
}

interface LibrarySummary {
  /** Recordings that can be found. */
  readonly files: number
  /** Files read in this run, and those known from an earlier one. */
  readonly read: number
  readonly reused: number
  readonly unreadable: readonly Unreadable[]
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
  const { signal, width, onProgress = () => {} } = options
  const walk = await walkFolders(options.folders, {
    width,
    exclude: options.exclude ?? [],
    signal,
    onFound: (files) => onProgress(files, undefined),
  })
  using index = new IndexFile(options.indexFile)
  const readings = new Map<string, FileReading>()
  for (const file of walk.files) {
    const known = index.find(file)
    if (known) readings.set(file.path, known)
  }
  const reused = readings.size
  onProgress(reused, walk.files.length)
  const fresh = walk.files.filter(({ path }) => !readings.has(path))
  for await (const batch of readInBatches(fresh, width, signal)) {
    for (const { file, reading } of batch) readings.set(file.path, reading)
    index.remember(batch)
    onProgress(readings.size, walk.files.length)
  }
  const hidden = walk.unreadable.map(({ path }) => path)
  for (const root of walk.roots) index.prune(root, readings, hidden)
  return new ScannedLibrary(walk, readings, reused)
}

interface ScannedFile {
  readonly file: FoundFile
  readonly reading: FileReading
}

async function* readInBatches(
  files: readonly FoundFile[],
  width: number,
  signal: AbortSignal,
): AsyncGenerator<readonly ScannedFile[]> {
  let batch: ScannedFile[] = []
  const read = async (file: FoundFile) => ({
    file,
    reading: await readAudioFile(file.path, signal),
  })
  for await (const done of inParallel(files, width, read)) {
    if (batch.push(done) < batchSize) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

class ScannedLibrary implements Library {
  readonly name = 'library'
  readonly title = 'Your folders'
  readonly needsNetwork = false
  readonly summary: LibrarySummary
  #files: readonly { readonly recording: Recording; readonly place: string }[] | undefined
  #candidates: CandidateIndex | undefined

  constructor(walk: Walk, readings: ReadonlyMap<string, FileReading>, reused: number) {
    const unreadable: Unreadable[] = [...walk.unreadable]
    const ids = nameFiles(walk.files)
    this.#files = walk.files.flatMap((file) => {
      const reading = readings.get(file.path)
      if (reading?.kind === 'unreadable')
        unreadable.push({ path: file.path, reason: reading.reason })
      if (reading?.kind !== 'read') return []
      const id = ids.get(file.path) ?? file.path
      const recording = describeRecording(file, reading.facts, id)
      return [{ recording, place: splitPlace(file).join(' ') }]
    })
    const read = readings.size - reused
    this.summary = { files: this.#files.length, read, reused, unreadable }
  }

  async search(track: Track, signal: AbortSignal): Promise<readonly Recording[]> {
    signal.throwIfAborted()
    const files = this.#files
    if (!files) throw new Error('The library was closed before this search.')
    // Made when it is first needed: a run that has everything already never asks.
    this.#candidates ??= new CandidateIndex(
      files.map(({ recording, place }) => ({ ...recording, place })),
    )
    return this.#candidates.find(track, MAX_CANDIDATES).flatMap((at) => files[at]?.recording ?? [])
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#files = undefined
    this.#candidates = undefined
  }
}
