import { outweighedBy } from '../../src/report/long-tail/measure/inequality.ts'
import { PlaySketch } from '../../src/report/long-tail/measure/play-sketch.ts'
import { bytesForShare } from '../../src/report/long-tail/measure/storage-curves.ts'
import { TailMeasure } from '../../src/report/long-tail/measure/tail-measure.ts'
import { bytesOf, playsAt, popularityAt, published, rankOf } from './published.ts'

/** Streams so many rows through the report's own measure, and says what it found beside what was published. */
export function weighPublished(tracks: number): readonly string[] {
  const measure = new TailMeasure()
  const popularity = new PlaySketch()
  const start = performance.now()
  for (let row = 0; row < tracks; row++) {
    const rank = rankOf(row, tracks)
    measure.add({ plays: playsAt(rank), bytes: bytesOf(row, rank) })
    popularity.add(popularityAt(rank), 0, false)
  }
  const seconds = (performance.now() - start) / 1000
  const tail = measure.result()
  const sketch = { groups: measure.groups(), popularity: popularity.groups() }
  const played = (from: number, to: number) =>
    sketch.groups.reduce((sum, group) => {
      const each = group.plays / group.tracks
      return each >= from && each <= to ? sum + group.tracks : sum
    }, 0) / tracks
  const popular =
    sketch.popularity.reduce(
      (sum, group) => (group.plays / group.tracks >= 50 ? sum + group.tracks : sum),
      0,
    ) / tracks
  const held = holds(sketch.groups, Math.round(tracks * published.heldTracks))
  const head = holds(sketch.groups, Math.round(tracks * published.headTracks))
  const percent = (share: number, digits = 1) => `${(share * 100).toFixed(digits)} %`
  const row = (name: string, found: string, told: string) =>
    `${name.padEnd(46)} ${found.padStart(14)}   ${told}`
  return [
    row(`${tracks.toLocaleString('en')} tracks`, 'found', 'published'),
    row('played 0 to 10 times', percent(played(0, 10)), percent(published.to10)),
    row('11 to 100 times', percent(played(11, 100)), percent(published.to100)),
    row('101 to 1,000 times', percent(played(101, 1000)), percent(published.to1000)),
    row('below 1,000 times', percent(played(0, 999)), 'at least 70 %, and 88 %'),
    row('the first 0.214 % have', percent(head), percent(published.headPlays)),
    row('the first 33.6 % have', percent(held, 2), percent(published.heldPlays)),
    row('popularity 50 and more', percent(popular, 3), percent(published.popular, 3)),
    row(
      'the first three outweigh the last',
      outweighedBy(sketch.groups, 3).toLocaleString('en'),
      'of 256 million: 20 to 100 million',
    ),
    row(
      '99.6 % of plays, best chosen, take',
      `${(bytesForShare(tail.storage.byPlaysPerByte, 0.996) / 1e12).toFixed(1)} TB`,
      'of 256 million: under 300 TB',
    ),
    row(
      'all of it takes',
      `${(tail.all.bytes / 1e12).toFixed(1)} TB`,
      'of 256 million: 1,000 TB and more',
    ),
    row('Gini', tail.gini.toFixed(4), ''),
    `${seconds.toFixed(1)} s, ${Math.round((seconds / tracks) * 1e9)} ns a row`,
  ]
}

/** The share of plays that so many of the most played have. */
function holds(
  groups: readonly { readonly tracks: number; readonly plays: number }[],
  first: number,
): number {
  const all = groups.reduce((sum, { plays }) => sum + plays, 0)
  let [left, plays] = [first, 0]
  for (const group of groups.toReversed()) {
    const taken = Math.min(left, group.tracks)
    plays += (group.plays / group.tracks) * taken
    left -= taken
    if (left === 0) break
  }
  return plays / all
}
