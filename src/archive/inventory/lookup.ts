import type { ArchivedFile } from '../../model/archived-file.ts'
import type { MediaOptions } from '../../model/media.ts'
import type { Track } from '../../model/track.ts'
import { pathKey } from '../naming/clean.ts'
import { isSameTrack, trackFacts } from './same-track.ts'

/** The name of a file without its ending: no two archived files share one, whatever their format. */
export const stemOf = (path: string) => path.replace(/\.[^./]*$/, '')
export const stemKey = (path: string) => pathKey(stemOf(path))

/** The archived files, found by path, by track and by recording. A later file under a stem replaces an earlier one. */
export class InventoryLookup {
  readonly #byStem = new Map<string, ArchivedFile>()
  readonly #byFact = new Map<string, Set<ArchivedFile>>()

  set(file: ArchivedFile) {
    const key = stemKey(file.path)
    const before = this.#byStem.get(key)
    if (before) this.delete(before)
    this.#byStem.set(key, file)
    for (const fact of factsOf(file)) {
      const same = this.#byFact.get(fact)
      if (same) same.add(file)
      else this.#byFact.set(fact, new Set([file]))
    }
  }

  delete(file: ArchivedFile) {
    const key = stemKey(file.path)
    if (this.#byStem.get(key) === file) this.#byStem.delete(key)
    for (const fact of factsOf(file)) {
      const same = this.#byFact.get(fact)
      if (same?.delete(file) && same.size === 0) this.#byFact.delete(fact)
    }
  }

  /** Whatever is kept under the stem of this path. */
  at(path: string): ArchivedFile | undefined {
    return this.#byStem.get(stemKey(path))
  }

  /** How many files are kept. */
  get size(): number {
    return this.#byStem.size
  }

  /** By path, in the order of its code units. */
  all(): ArchivedFile[] {
    return [...this.#byStem.values()].toSorted((a, b) => compare(a.path, b.path))
  }

  /** Its own address first, then the newest; in any format and quality, unless they are given. */
  forTrack(track: Track, options?: MediaOptions): ArchivedFile[] {
    const found = trackFacts(track)
      .flatMap((fact) => [...(this.#byFact.get(fact) ?? [])])
      .filter((file) => (!options || isMadeSo(file, options)) && isSameTrack(file.track, track))
    const { true: own = [], false: other = [] } = Object.groupBy(new Set(found), (file) =>
      String(file.track.uri === track.uri),
    )
    return [...newestFirst(own), ...newestFirst(other)]
  }

  forRecording(source: string, id: string, options: MediaOptions): ArchivedFile[] {
    const found = this.#byFact.get(recordingFact(source, id)) ?? []
    return newestFirst([...found].filter((file) => isMadeSo(file, options)))
  }
}

const newestFirst = (found: readonly ArchivedFile[]) =>
  found.toSorted((a, b) => compare(b.keptAt, a.keptAt) || compare(a.path, b.path))

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

const recordingFact = (source: string, id: string) => JSON.stringify(['recording', source, id])

const factsOf = (file: ArchivedFile) => [
  ...trackFacts(file.track),
  recordingFact(file.chosen.source, file.chosen.id),
]

/** The quality counts only where the file was encoded. */
const isMadeSo = (file: ArchivedFile, { format, quality }: MediaOptions) =>
  file.format === format && (file.quality === undefined || file.quality === quality)
