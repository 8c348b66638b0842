import { createReadStream, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { expect, test } from 'vitest'
import { comparePairs } from '../../src/app/catalogues/compare.ts'
import { findDuplicates } from '../../src/app/catalogues/duplicates.ts'
import { evaluate } from '../../src/app/catalogues/evaluate/evaluate.ts'
import { rank } from '../../src/match/rank.ts'
import type { Recording } from '../../src/model/recording.ts'
import type { Track } from '../../src/model/track.ts'
import { takeCreditApart } from '../../src/text/credit.ts'
import { takeTitleApart } from '../../src/text/title/title.ts'
import { keyOf } from '../../src/text/words.ts'
import { describeShared, shared } from '../support/shared.ts'

type Row = { readonly id: string } & Readonly<Record<string, unknown>>

const rowsOf = <Kind = Row>(file: string): Kind[] =>
  readFileSync(shared('eval', file), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Kind)

async function* linesOf(rows: Iterable<unknown> | AsyncIterable<unknown>) {
  for await (const row of rows) yield JSON.stringify(row)
}

const everyNth = <Kind>(rows: readonly Kind[], n: number) => rows.filter((_, at) => at % n === 0)

/** What a row may be found by: its core title with each of its artists, and each alone. */
function keysOf({ title, artists }: Pick<Track, 'title' | 'artists'>) {
  const credit = takeCreditApart(artists[0] ?? '')
  return {
    title: `t${keyOf(takeTitleApart(title).core)}`,
    artists: [credit.main, ...credit.names].map((name) => `a${keyOf(name)}`),
  }
}

/** For each query the catalogue's rows with its title, or by its artist. */
async function gather(queries: readonly (Row & Track)[]) {
  const wanted = new Map<string, Recording[]>()
  const keys = queries.map(keysOf)
  for (const { title, artists } of keys) for (const key of [title, ...artists]) wanted.set(key, [])
  const file = createReadStream(shared('eval', 'catalogue.jsonl.gz')).pipe(createGunzip())
  for await (const line of createInterface({ input: file })) {
    const recording = { source: 'catalogue', ...JSON.parse(line) } as Recording
    const { title, artists } = keysOf(recording)
    for (const key of new Set([title, ...artists])) wanted.get(key)?.push(recording)
  }
  return keys.map(({ title, artists }) => [
    ...new Set([title, ...artists].flatMap((key) => wanted.get(key) ?? [])),
  ])
}

describeShared('labelled sets', 'eval', () => {
  test('queries of three services are answered as their labels say', async () => {
    const queries = everyNth(rowsOf<Row & Track>('dev-queries.jsonl'), 8)
    const candidates = await gather(queries)
    const answers = queries.map((query, at) => {
      const { decision, matches } = rank(query, candidates[at] ?? [])
      const [best] = matches
      return { id: query.id, decision, best: best ? { id: best.recording.id } : null }
    })
    const ids = new Set(queries.map(({ id }) => id))
    const truths = rowsOf('dev-truth.jsonl').filter(({ id }) => ids.has(id))
    const { scores } = await evaluate('match', linesOf(answers), linesOf(truths))
    const all = scores.kind === 'match' ? scores.sets.at(-1) : undefined
    console.info(all)
    // The labels are wrong in about three of a thousand; here are 776 queries.
    expect(all?.rightFirst).toBeGreaterThanOrEqual(0.99)
    expect(all?.recall).toBeGreaterThanOrEqual(0.982)
    expect(all?.precision).toBeGreaterThanOrEqual(0.996)
    expect(all?.falseAccepts).toBeLessThanOrEqual(0.006)
  })

  test('pairs of iTunes and Amazon', async () => {
    const verdicts = comparePairs(linesOf(rowsOf('dev-itunes-amazon.jsonl')))
    const truths = linesOf(rowsOf('dev-itunes-amazon-truth.jsonl'))
    const { scores } = await evaluate('compare', linesOf(verdicts), truths)
    expect(scores).toMatchObject({ kind: 'pairs' })
    if (scores.kind === 'pairs') expect(scores.f1).toBeGreaterThanOrEqual(0.97)
  })

  test.each([
    ['hard', { match: 64, not: 130, either: 4 }],
    ['peer', { match: 335, not: 143, either: 22 }],
  ])('%s pairs', async (name, least) => {
    const verdicts = comparePairs(linesOf(rowsOf(`dev-${name}-pairs.jsonl`)))
    const truths = linesOf(rowsOf(`dev-${name}-pairs-truth.jsonl`))
    const { scores } = await evaluate('compare', linesOf(verdicts), truths)
    const right = scores.kind === 'wants' ? scores.wants : []
    expect(right).toHaveLength(3)
    for (const { want, right: count } of right) expect(count).toBeGreaterThanOrEqual(least[want])
  })

  test('clusters of MusicBrainz 20K', async () => {
    const clustered = findDuplicates(linesOf(rowsOf('dev-mb20k.jsonl')))
    const truths = linesOf(rowsOf('dev-mb20k-truth.jsonl'))
    const { scores } = await evaluate('clusters', linesOf(clustered), truths)
    if (scores.kind === 'pairs') {
      expect(scores.f1).toBeGreaterThanOrEqual(0.975)
      expect(scores.precision).toBeGreaterThanOrEqual(0.995)
    }
  })
})
