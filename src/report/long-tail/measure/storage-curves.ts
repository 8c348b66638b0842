import type { Point } from './inequality.ts'
import type { PlayGroup } from './play-sketch.ts'

/** `x` bytes hold the share `y` of all plays. */
export interface StorageCurves {
  /** The most played first. */
  readonly byPlays: readonly Point[]
  /** What has most plays a byte first: nothing holds more plays in as many bytes. */
  readonly byPlaysPerByte: readonly Point[]
}

/** Tracks whose plays a byte differ by less than this factor stand together: 1.1 %. */
const STEPS = 64

/** Sums of plays and bytes by plays a byte, in as many groups as there are orders of magnitude. */
export class DensitySketch {
  readonly #groups = new Map<number, { plays: number; bytes: number }>()

  add(plays: number, bytes: number): void {
    const density = plays / Math.max(1, bytes)
    const key = density > 0 ? Math.floor(Math.log2(density) * STEPS) : Number.NEGATIVE_INFINITY
    const group = this.#groups.get(key)
    if (group) {
      group.plays += plays
      group.bytes += bytes
    } else this.#groups.set(key, { plays, bytes })
  }

  curve(): readonly Point[] {
    const groups = [...this.#groups.values()]
    return accumulate(groups.toSorted((a, b) => b.plays * a.bytes - a.plays * b.bytes))
  }
}

export const curveByPlays = (groups: readonly PlayGroup[]): readonly Point[] =>
  accumulate(groups.toReversed())

function accumulate(groups: readonly Pick<PlayGroup, 'plays' | 'bytes'>[]): readonly Point[] {
  const all = groups.reduce((sum, { plays }) => sum + plays, 0)
  const points: Point[] = [{ x: 0, y: 0 }]
  let [bytes, plays] = [0, 0]
  for (const group of groups) {
    bytes += group.bytes
    plays += group.plays
    points.push({ x: bytes, y: all === 0 ? 0 : plays / all })
  }
  return points
}

/** The bytes that hold `share` of all plays, read off a curve between its points. */
export function bytesForShare(curve: readonly Point[], share: number): number {
  const at = curve.findIndex(({ y }) => y >= share - 1e-12)
  const [to, from] = [curve[at], curve[at - 1]]
  if (!to) return curve.at(-1)?.x ?? 0
  if (!from || to.y === from.y) return to.x
  return from.x + ((to.x - from.x) * (share - from.y)) / (to.y - from.y)
}

/** So many points of a curve as a picture can show, the ends among them. Still convex where the curve was. */
export function thinCurve(curve: readonly Point[], most = 240): readonly Point[] {
  if (curve.length <= most) return curve
  const [first, last] = [curve[0] as Point, curve.at(-1) as Point]
  const step = 2 / (most - 2)
  const kept: Point[] = [first]
  let before = first
  for (const point of curve.slice(1, -1)) {
    const walked = (point.x - before.x) / (last.x || 1) + (point.y - before.y) / (last.y || 1)
    if (walked < step) continue
    kept.push(point)
    before = point
  }
  return [...kept, last]
}
