import type { Amount, LongTail } from '../long-tail.ts'
import { giniOf, lorenzCurve, outweighedBy, total, tracksForShare } from './inequality.ts'
import { type PlayGroup, PlaySketch } from './play-sketch.ts'
import { curveByPlays, DensitySketch, thinCurve } from './storage-curves.ts'

/** One track as it is weighed. */
export interface WeighedTrack {
  readonly plays: number
  readonly bytes: number
  /** The size is not known, but taken from a length. */
  readonly isEstimate?: boolean
  /** How it is known that it is kept; absent where it is not kept. */
  readonly kept?: 'exactly' | 'by-names'
}

export type Measured = Pick<
  LongTail,
  | 'all'
  | 'kept'
  | 'keptExactly'
  | 'keptByNames'
  | 'uncounted'
  | 'gini'
  | 'lorenz'
  | 'decades'
  | 'tracksForHalf'
  | 'outweighedByThree'
  | 'storage'
>

/** Weighs tracks one by one and keeps none of them: some megabytes, however many there are. */
export class TailMeasure {
  readonly #sketch = new PlaySketch()
  readonly #density = new DensitySketch()
  readonly #exactly = { tracks: 0, plays: 0, bytes: 0 }
  readonly #byNames = { tracks: 0, plays: 0, bytes: 0 }
  #uncounted = 0
  #estimated = 0

  /** A number of plays that is none is not weighed, and counted as such. */
  add({ plays, bytes, isEstimate, kept }: WeighedTrack): void {
    if (!(plays >= 0 && plays < Number.POSITIVE_INFINITY)) {
      this.#uncounted++
      return
    }
    this.#sketch.add(plays, bytes, kept !== undefined)
    this.#density.add(plays, bytes)
    if (isEstimate) this.#estimated++
    if (kept === undefined) return
    const sum = kept === 'exactly' ? this.#exactly : this.#byNames
    sum.tracks++
    sum.plays += plays
    sum.bytes += bytes
  }

  /** Tracks of about as many plays together, the least played first. */
  groups(): readonly PlayGroup[] {
    return this.#sketch.groups()
  }

  result(): Measured {
    const groups = this.groups()
    const [keptExactly, keptByNames] = [{ ...this.#exactly }, { ...this.#byNames }]
    return {
      all: total(groups),
      kept: add(keptExactly, keptByNames),
      keptExactly,
      keptByNames,
      uncounted: this.#uncounted,
      gini: giniOf(groups),
      lorenz: thinCurve(lorenzCurve(groups)),
      decades: this.#sketch.decades(),
      tracksForHalf: tracksForShare(groups, 0.5),
      outweighedByThree: outweighedBy(groups, 3),
      storage: {
        byPlays: thinCurve(curveByPlays(groups)),
        byPlaysPerByte: thinCurve(this.#density.curve()),
        estimated: this.#estimated,
      },
    }
  }
}

const add = (one: Amount, other: Amount): Amount => ({
  tracks: one.tracks + other.tracks,
  plays: one.plays + other.plays,
  bytes: one.bytes + other.bytes,
})
