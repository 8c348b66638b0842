import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { outweighedBy, tracksForShare } from '../../../src/report/long-tail/measure/inequality.ts'
import { PlaySketch } from '../../../src/report/long-tail/measure/play-sketch.ts'
import { bytesForShare } from '../../../src/report/long-tail/measure/storage-curves.ts'
import {
  TailMeasure,
  type WeighedTrack,
} from '../../../src/report/long-tail/measure/tail-measure.ts'

const measure = (tracks: Iterable<WeighedTrack>) => {
  const tail = new TailMeasure()
  for (const track of tracks) tail.add(track)
  return tail.result()
}
const measurePlays = (plays: readonly number[]) =>
  measure(plays.map((each) => ({ plays: each, bytes: 1 })))
const groupsOf = (plays: readonly number[]) => {
  const sketch = new PlaySketch()
  for (const each of plays) sketch.add(each, 1, false)
  return sketch.groups()
}

describe('computed by hand', () => {
  const cases: readonly (readonly [string, readonly number[], number, number, number])[] = [
    // plays, Gini, tracks that have half, tracks that the first three outweigh
    ['nothing', [], 0, 0, 0],
    ['one track', [7], 0, 1, 0],
    ['never played', [0, 0, 0], 0, 0, 0],
    ['all alike', [5, 5, 5, 5], 0, 2, 1],
    ['one has all', [0, 0, 0, 12], 0.75, 1, 1],
    ['1 to 4', [1, 2, 3, 4], 0.25, 2, 1],
    ['one of ten has nine tenths', [81, ...Array(9).fill(1)], 0.8, 1, 7],
  ]
  test.each(cases)('%s', (_, plays, gini, half, outweighed) => {
    const measured = measurePlays(plays)
    expect(measured.gini).toBeCloseTo(gini, 12)
    expect(measured.tracksForHalf).toBe(half)
    expect(measured.outweighedByThree).toBe(outweighed)
  })

  test('the Lorenz curve of 1, 2, 3, 4', () => {
    expect(measurePlays([4, 2, 1, 3]).lorenz).toEqual(
      [0, 0.1, 0.3, 0.6, 1].map((y, at) => ({ x: at / 4, y })),
    )
  })

  test('decades by the digits of plays, kept ones apart', () => {
    const tail = measure([
      ...[0, 1, 9, 10, 99, 100_000, 999_999].map((plays) => ({ plays, bytes: 1 })),
      { plays: 10, bytes: 1, kept: 'exactly' },
      { plays: 5, bytes: 1, kept: 'by-names' },
    ])
    expect(tail.decades.map(({ from, tracks, keptTracks }) => [from, tracks, keptTracks])).toEqual([
      [0, 1, 0],
      [1, 3, 1],
      [10, 3, 1],
      [100, 0, 0],
      [1000, 0, 0],
      [10_000, 0, 0],
      [100_000, 2, 0],
    ])
    expect(tail.kept).toEqual({ tracks: 2, plays: 15, bytes: 2 })
    expect([tail.keptExactly.plays, tail.keptByNames.plays]).toEqual([10, 5])
  })

  test('storage: what has most plays a byte first, and the most played first', () => {
    const { storage } = measure([
      { plays: 60, bytes: 600 },
      { plays: 30, bytes: 100 },
      { plays: 10, bytes: 300 },
    ])
    expect(storage.byPlays.map(({ x, y }) => [x, y])).toEqual([
      [0, 0],
      [600, 0.6],
      [700, 0.9],
      [1000, 1],
    ])
    expect(storage.byPlaysPerByte.map(({ x, y }) => [x, y])).toEqual([
      [0, 0],
      [100, 0.3],
      [700, 0.9],
      [1000, 1],
    ])
    expect(bytesForShare(storage.byPlaysPerByte, 0.6)).toBeCloseTo(400)
    expect(bytesForShare(storage.byPlays, 0.6)).toBe(600)
  })

  test('what is no number of plays is left out and counted', () => {
    const tail = measurePlays([1, Number.NaN, -1, Number.POSITIVE_INFINITY])
    expect(tail.all.tracks).toBe(1)
    expect(tail.uncounted).toBe(3)
  })
})

const plays = fc.array(
  fc.oneof(fc.nat(20), fc.nat(100_000), fc.double({ min: 0, max: 1e12, noNaN: true })),
  { minLength: 1, maxLength: 400 },
)

describe('whatever was played', () => {
  test('the Lorenz curve rises from 0 to 1 and is convex; Gini is between 0 and 1', () => {
    fc.assert(
      fc.property(plays, (counts) => {
        const { lorenz, gini } = measurePlays(counts)
        expect(lorenz[0]).toEqual({ x: 0, y: 0 })
        expect(lorenz.at(-1)?.x).toBeCloseTo(1, 9)
        expect(lorenz.at(-1)?.y).toBeCloseTo(1, 9)
        let before = 0
        for (const [at, { x, y }] of lorenz.entries()) {
          const from = lorenz[at - 1]
          if (!from) continue
          const slope = (y - from.y) / (x - from.x)
          // Summed shares differ from sorted ones in their last digits alone.
          expect(slope).toBeGreaterThanOrEqual(before * (1 - 1e-6) - 1e-9)
          before = slope
        }
        expect(gini).toBeGreaterThanOrEqual(0)
        expect(gini).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('the order of tracks changes nothing, and decades add up to all', () => {
    fc.assert(
      fc.property(plays, (counts) => {
        const one = measurePlays(counts)
        const other = measurePlays(counts.toReversed())
        expect(other.gini).toBeCloseTo(one.gini, 9)
        expect(other.decades.map(({ tracks }) => tracks)).toEqual(
          one.decades.map(({ tracks }) => tracks),
        )
        expect(one.decades.reduce((sum, { tracks }) => sum + tracks, 0)).toBe(counts.length)
        const sum = one.decades.reduce((all, decade) => all + decade.plays, 0)
        expect(sum / (one.all.plays || 1)).toBeCloseTo(one.all.plays === 0 ? 0 : 1, 9)
      }),
    )
  })

  test('groups say what single tracks say: exactly below 65,536 plays, to 1.1 % above', () => {
    fc.assert(
      fc.property(plays, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (counts, share) => {
        const sorted = counts.toSorted((a, b) => b - a)
        const groups = groupsOf(counts)
        const needed = tracksForShare(groups, share)
        const wanted = share * counts.reduce((sum, each) => sum + each, 0)
        const sum = (first: number) => sorted.slice(0, first).reduce((all, each) => all + each, 0)
        // Within one count of plays, rounded down, the tracks of a group count as alike.
        expect(sum(needed)).toBeGreaterThanOrEqual(wanted * 0.98 - counts.length)
        expect(outweighedBy(groups, 3)).toBeLessThanOrEqual(Math.max(0, counts.length - 3))
      }),
    )
  })
})
