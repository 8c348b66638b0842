import { createWriteStream, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { expect, test } from 'vitest'
import { buildCatalogueFromFiles } from '../../src/app/catalogues/build.ts'
import { readCatalogueInfo } from '../../src/app/catalogues/info.ts'
import {
  type MatchAnswer,
  type MatchOptions,
  matchQueries,
} from '../../src/app/catalogues/match.ts'
import { reason } from '../../src/model/reason.ts'
import { en } from '../../src/words/en/index.ts'
import { UserError } from '../../src/words/user-error.ts'
import { describeShared, shared } from '../support/shared.ts'
import { makeFolder } from './support/catalogue.ts'

const folder = makeFolder()

async function match(lines: readonly string[], options: Partial<MatchOptions> = {}) {
  const queries = join(folder, 'queries.jsonl')
  writeFileSync(queries, lines.join('\n'))
  const path = join(folder, 'answers.jsonl')
  const out = createWriteStream(path)
  const summary = await matchQueries({
    queries,
    catalogues: [join(folder, 'made')],
    out,
    ...options,
  })
  out.end()
  await finished(out)
  const answers: MatchAnswer[] = readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  return { summary, answers }
}

test('files in, a catalogue, queries in, answers out', async () => {
  const list = join(folder, 'list.jsonl')
  const lines = [
    { id: 'one', title: 'Copper Lantern', artists: ['Winter Orchard'], durationMs: 200_000 },
    {
      id: 'live',
      title: 'Copper Lantern (Live)',
      artists: ['Winter Orchard'],
      durationMs: 240_000,
    },
    { title: '' },
  ]
  writeFileSync(list, lines.map((line) => JSON.stringify(line)).join('\n'))
  const table = join(folder, 'table.csv')
  writeFileSync(table, 'id,title,artist\ntwo,Paper Meadow,Velvet Thunder\n')
  const out = join(folder, 'made')
  const report = await buildCatalogueFromFiles({ out, files: [list, table] })
  expect(report.skipped).toEqual([
    { input: 'list.jsonl', row: 3, reason: reason('catalogue.row-no-title') },
  ])
  expect(readCatalogueInfo({ folder: out, verify: true })).toMatchObject({ tracks: 3 })

  const { summary, answers } = await match([
    '{"id":"q1","title":"Coper Lantern","artists":["Winter Orchard"],"durationMs":200400}',
    '{"id":"q2","title":"Paper Meadow","artists":["Velvet Thunder"]}',
    'no JSON',
    '',
    '{"id":"q4","title":"Quartz","artists":["Nobody at All"]}',
  ])
  expect(answers.map(({ id, best }) => [id, best?.id])).toEqual([
    ['q1', 'one'],
    ['q2', 'two'],
    ['3', undefined],
    ['q4', undefined],
  ])
  expect(summary.queries).toBe(4)
  expect(answers[2]).toMatchObject({
    decision: 'none',
    best: null,
    candidates: [],
    error: expect.stringMatching(/^It is no JSON/),
    errorCode: { code: 'catalogue.row-no-json' },
  })
  for (const { best, candidates } of answers.slice(0, 2)) {
    expect(best).toEqual({ id: candidates[0]?.id, probability: candidates[0]?.probability })
    expect(typeof candidates[0]?.evidence.title).toBe('number')
  }
})

test('one candidate, explained: in the answer, and as a waterfall that adds up', async () => {
  const query = '{"id":"q","title":"Copper\\u001b[2J Lantern","artists":["Winter Orchard"]}'
  const drawn: string[] = []
  const explain = new Writable({
    write: (chunk, _encoding, done) => {
      drawn.push(String(chunk))
      done()
    },
  })
  const { answers } = await match([query], { top: 1, explain: { out: explain, words: en } })
  const steps = [...drawn.join('').matchAll(/ ([+-]\d+\.\d\d)/g)].map(([, bits]) => Number(bits))
  expect(steps.length).toBeGreaterThan(3)
  const sum = steps.pop()
  expect(steps.reduce((total, bits) => total + bits, 0)).toBeCloseTo(sum ?? Number.NaN, 1)
  // Nothing that a terminal would obey.
  expect(drawn.join('').replaceAll('\n', '')).not.toMatch(/\p{Cc}/u)
  expect(answers[0]?.candidates).toHaveLength(1)
  expect(answers[0]?.candidates[0]?.evidence.title).toMatchObject({
    weight: expect.any(Number),
    level: expect.any(String),
  })
})

test('no catalogue, no file, no queries are clear errors', async () => {
  await expect(match(['{}'], { catalogues: [join(folder, 'nowhere')] })).rejects.toThrow(UserError)
  await expect(match(['{}'], { queries: join(folder, 'nothing') })).rejects.toThrow(UserError)
  await expect(buildCatalogueFromFiles({ out: folder, files: [] })).rejects.toThrow(UserError)
})

describeShared('real dumps', 'data/dumps/discogs', () => {
  const cases = [
    ['data/dumps/discogs/discogs_20200806_releases.sample.xml.gz', 'discogs', 9187],
    ['data/replies/musicbrainz/picard_release.json', 'json', 10],
    ['data/replies/musicbrainz/picard_recording.json', 'json', 1],
  ] as const
  test.each(cases)('%s', async (path, format, tracks) => {
    const { index, skipped } = await buildCatalogueFromFiles({
      out: join(folder, format),
      files: [shared(path)],
    })
    expect({ format: index?.inputs[0]?.format, tracks: index?.tracks, skipped }).toEqual({
      format,
      tracks,
      skipped: [],
    })
  })
})
