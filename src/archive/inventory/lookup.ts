import type { ArchivedFile } from '../../model/archived-file.ts'
import type { MediaOptions } from '../../model/media.ts'
import type { Track } from '../../model/track.ts'
import { pathKey } from '../naming/clean.ts'
import { isSameTrack, trackFacts } from './same-track.ts'

/** The name of a file without its ending: no two kept files share one, whatever their format. */
export const stemOf = (path: string) => path.replace(/\.[^./]*$/, '')
export const stemKey = (path: string) => pathKey(stemOf(path))

/** What is kept, by all that it is asked for by. A later file under a stem takes an earlier one's place. */
export class InventoryLookup {
  readonly #byStem = new Map<string, ArchivedFile>()
  readonly #byFact = new Map<string, Set<ArchivedFile>>()

  set(kept: ArchivedFile) {
    const key = stemKey(kept.path)
    const before = this.#byStem.get(key)
    if (before) this.delete(before)
    this.#byStem.set(key, kept)
    for (const fact of factsOf(kept)) {
      const same = this.#byFact.get(fact)
      if (same) same.add(kept)
      else this.#byFact.set(fact, new Set([kept]))
    }
  }

  delete(kept: ArchivedFile) {
    const key = stemKey(kept.path)
    if (this.#byStem.get(key) === kept) this.#byStem.delete(key)
    for (const fact of factsOf(kept)) {
      const same = this.#byFact.get(fact)
      if (same?.delete(kept) && same.size === 0) this.#byFact.delete(fact)
    }
  }

  /** Whatever is kept under the stem of this path. */
  at(path: string): ArchivedFile | undefined {
    return this.#byStem.get(stemKey(path))
  }

  /** By path, in the order of its code units. */
  all(): ArchivedFile[] {
    return [...this.#byStem.values()].toSorted((a, b) => compare(a.path, b.path))
  }

  /** Its own address first, then the newest; in any format and quality, unless they are given. */
  forTrack(track: Track, options?: MediaOptions): ArchivedFile[] {
    const found = trackFacts(track)
      .flatMap((fact) => [...(this.#byFact.get(fact) ?? [])])
      .filter((kept) => (!options || isMadeSo(kept, options)) && isSameTrack(kept.track, track))
    const { true: own = [], false: other = [] } = Object.groupBy(new Set(found), (kept) =>
      String(kept.track.uri === track.uri),
    )
    return [...newestFirst(own), ...newestFirst(other)]
  }

  forRecording(source: string, id: string, options: MediaOptions): ArchivedFile[] {
    const found = this.#byFact.get(recordingFact(source, id)) ?? []
    return newestFirst([...found].filter((kept) => isMadeSo(kept, options)))
  }
}

const newestFirst = (found: readonly ArchivedFile[]) =>
  found.toSorted((a, b) => compare(b.keptAt, a.keptAt) || compare(a.path, b.path))

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

const recordingFact = (source: string, id: string) => JSON.stringify(['recording', source, id])

const factsOf = (kept: ArchivedFile) => [
  ...trackFacts(kept.track),
  recordingFact(kept.chosen.source, kept.chosen.id),
]

/** The encoder's quality is of no matter to what was never encoded. */
const isMadeSo = (kept: ArchivedFile, { format, quality }: MediaOptions) =>
  kept.format === format && (kept.quality === undefined || kept.quality === quality)
