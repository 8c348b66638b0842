import type { PlayGroup } from './play-sketch.ts'

/** A point of a curve. What its two numbers are is told by the curve. */
export interface Point {
  readonly x: number
  readonly y: number
}

/**
 * The Lorenz curve: `y` is the share of plays that the share `x` of the tracks has, the least played first. From 0/0
 * to 1/1, rising and convex. `groups`: the least played first. Without a play it is the diagonal.
 */
export function lorenzCurve(groups: readonly PlayGroup[]): readonly Point[] {
  const all = total(groups)
  const points: Point[] = [{ x: 0, y: 0 }]
  let [tracks, plays] = [0, 0]
  for (const group of groups) {
    tracks += group.tracks
    plays += group.plays
    points.push({
      x: tracks / all.tracks,
      y: all.plays === 0 ? tracks / all.tracks : plays / all.plays,
    })
  }
  return points
}

/**
 * The Gini coefficient, twice the area between the diagonal and the Lorenz curve: 0 where all are played as often,
 * near 1 where one track has it all.
 */
export function giniOf(groups: readonly PlayGroup[]): number {
  let area = 0
  let before: Point | undefined
  for (const point of lorenzCurve(groups)) {
    if (before) area += (point.x - before.x) * (before.y + point.y)
    before = point
  }
  return Math.min(1, Math.max(0, groups.length === 0 ? 0 : 1 - area))
}

/** How many of the most played tracks together have `share` of all plays, 0 to 1; the last of them may be needed in part. */
export function tracksForShare(groups: readonly PlayGroup[], share: number): number {
  const wanted = total(groups).plays * share
  let [tracks, plays] = [0, 0]
  for (const group of groups.toReversed()) {
    if (plays >= wanted) break
    const each = group.plays / group.tracks
    const needed = Math.min(group.tracks, Math.ceil((wanted - plays) / each - 1e-9))
    tracks += needed
    plays += needed * each
  }
  return tracks
}

/** How many of the least played tracks together have no more plays than the `top` most played. */
export function outweighedBy(groups: readonly PlayGroup[], top: number): number {
  let [left, most] = [top, 0]
  for (const group of groups.toReversed()) {
    const taken = Math.min(left, group.tracks)
    most += (group.plays / group.tracks) * taken
    left -= taken
    if (left === 0) break
  }
  let tracks = 0
  for (const group of groups) {
    if (group.plays > most) {
      tracks += Math.floor((most * group.tracks) / group.plays)
      break
    }
    tracks += group.tracks
    most -= group.plays
  }
  return Math.max(0, Math.min(tracks, total(groups).tracks - top))
}

export function total(groups: readonly PlayGroup[]): PlayGroup {
  const sum = { tracks: 0, plays: 0, bytes: 0 }
  for (const group of groups) {
    sum.tracks += group.tracks
    sum.plays += group.plays
    sum.bytes += group.bytes
  }
  return sum
}
