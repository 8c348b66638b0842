import { expect, test } from 'vitest'
import { comparePairs } from '../../src/app/catalogues/compare.ts'
import { findDuplicates } from '../../src/app/catalogues/duplicates.ts'
import { evaluate } from '../../src/app/catalogues/evaluate/evaluate.ts'
import { renderCalibration, renderScores } from '../../src/cli/display/scores.ts'
import { en } from '../../src/words/en/index.ts'

async function* lines(...rows: unknown[]) {
  for (const row of rows) yield typeof row === 'string' ? row : JSON.stringify(row)
}

const blue = { title: 'Blue Harbour', artists: ['The Lanterns'], album: 'Coastlines' }

test('pairs are judged line by line, and a broken line is told, not thrown', async () => {
  const pairs = lines(
    { id: 'a', left: blue, right: { ...blue, title: 'Blue Harbour - Remastered' } },
    '',
    { id: 7, left: blue, right: { ...blue, title: 'Blue Harbour (Live)' } },
    '{"id":"c","left":',
    { id: 'd', left: blue, right: null },
    { id: 'e', left: { title: 5, artists: 'The Lanterns', year: 'x' }, right: blue },
  )
  const verdicts = await Array.fromAsync(comparePairs(pairs))
  expect(verdicts.map(({ id, decision }) => [id, decision])).toEqual([
    ['a', 'match'],
    ['7', 'none'],
    ['4', 'none'],
    ['d', 'none'],
    ['e', 'none'],
  ])
  expect(verdicts.map(({ error }) => error !== undefined)).toEqual([
    false,
    false,
    true,
    true,
    false,
  ])
})

test('evidence comes where it is asked for', async () => {
  const pair = { id: 'a', left: blue, right: blue }
  const [verdict] = await Array.fromAsync(comparePairs(lines(pair), { explain: true }))
  expect(verdict?.evidence?.map(({ field }) => field)).toEqual([
    'prior',
    'title',
    'artist',
    'album',
  ])
})

test('records of one recording share a cluster, whatever tags made of them', async () => {
  const records = lines(
    { id: 1, ...blue, durationMs: 221_000 },
    { id: 2, title: 'Low Tide', artists: ['The Lanterns'], album: 'Coastlines' },
    {
      id: 3,
      title: 'The Lanterns - Blue Harbour',
      album: 'Coastlines',
      durationMs: 221_000,
      year: 8,
    },
    'no record',
    {
      id: 4,
      title: '007-BlueHarbour',
      artists: ['Lanterns'],
      durationMs: 221_400,
      album: 'Coastlines',
    },
    { id: 5, title: 'Blue Harbour (Live)', artists: ['The Lanterns'], album: 'Coastlines' },
    { id: 6, title: 'Blue Harbor - Coastlines', artists: ['The Lanterns'], durationMs: 221_000 },
  )
  const clustered = await Array.fromAsync(findDuplicates(records))
  expect(clustered.map(({ id, cluster }) => `${id}:${cluster}`)).toEqual([
    '1:1',
    '2:2',
    '3:1',
    '4:4',
    '4:1',
    '5:3',
    '6:1',
  ])
  expect(clustered[3]?.error).toBeDefined()
})

test('no record, no cluster', async () => {
  expect(await Array.fromAsync(findDuplicates(lines()))).toEqual([])
})

test('scores of queries are told by set', async () => {
  const truths = lines(
    { id: 'a', set: 'x', truth: ['r1', 'r2'] },
    { id: 'b', set: 'x', truth: ['r3'] },
    { id: 'c', set: 'y', truth: [] },
    { id: 'd', set: 'y', truth: [] },
  )
  const answers = lines(
    { id: 'a', decision: 'match', best: { id: 'r2' } },
    { id: 'b', decision: 'ambiguous', best: { id: 'r3' } },
    { id: 'c', decision: 'match', best: { id: 'r9' } },
    { id: 'd', decision: 'none', best: null },
  )
  const { scores } = await evaluate('match', answers, truths)
  expect(scores).toMatchObject({
    sets: [
      { set: 'x', present: 2, absent: 0, rightFirst: 1, recall: 0.5, precision: 1 },
      { set: 'y', present: 0, absent: 2, falseAccepts: 0.5 },
      {
        set: 'all',
        rightFirst: 1,
        recall: 0.5,
        precision: 0.5,
        falseAccepts: 0.5,
        ambiguous: 0.25,
      },
    ],
  })
  expect(renderScores(scores, en)).toHaveLength(4)
})

test('scores of pairs and of clusters', async () => {
  const pairs = await evaluate(
    'compare',
    lines({ id: 1, decision: 'match' }, { id: 2, decision: 'match' }, { id: 3, decision: 'none' }),
    lines({ id: 1, label: 1 }, { id: 2, label: 0 }, { id: 3, label: 1 }),
  )
  expect(pairs.scores).toEqual({ kind: 'pairs', precision: 0.5, recall: 0.5, f1: 0.5 })
  const clusters = await evaluate(
    'clusters',
    lines({ id: 1, cluster: 'a' }, { id: 2, cluster: 'a' }, { id: 3, cluster: 'a' }),
    lines({ id: 1, cluster: 'x' }, { id: 2, cluster: 'x' }, { id: 3, cluster: 'y' }),
  )
  expect(clusters.scores).toMatchObject({ precision: 1 / 3, recall: 1 })
  expect(clusters.calibration).toEqual([])
})

test('pairs may want a match, anything but one, or either', async () => {
  const decided = { a: 'match', b: 'ambiguous', c: 'match', d: 'ambiguous', e: 'none', f: 'none' }
  const { scores } = await evaluate(
    'compare',
    lines(...Object.entries(decided).map(([id, decision]) => ({ id, decision }))),
    lines(
      { id: 'a', want: 'match' },
      { id: 'b', want: 'match' },
      { id: 'c', want: 'not' },
      { id: 'd', want: 'not' },
      { id: 'e', want: 'not' },
      { id: 'f', want: 'either' },
      { id: 'g', want: 'not' },
      { id: 'h', want: 'no such want' },
    ),
  )
  expect(scores).toMatchObject({
    wants: [
      { want: 'match', right: 1, all: 2 },
      { want: 'not', right: 2, all: 4 },
      { want: 'either', right: 0, all: 1 },
    ],
    missed: [{ id: 'b' }, { id: 'c' }, { id: 'f' }, { id: 'g', decision: undefined }],
  })
  expect(renderScores(scores, en)).toHaveLength(5)
})

test('the calibration says how often answers of one probability are right', async () => {
  const { calibration } = await evaluate(
    'match',
    lines(
      { id: 'a', best: { id: 'r1', probability: 0.95 } },
      { id: 'b', best: { id: 'r2', probability: 1 } },
      { id: 'c', best: { id: 'r3', probability: 0.31 } },
      { id: 'd', best: null },
    ),
    lines(
      { id: 'a', truth: ['r1'] },
      { id: 'b', truth: [] },
      { id: 'c', truth: ['r3'] },
      { id: 'd', truth: ['r4'] },
    ),
  )
  expect(calibration[9]).toEqual({ from: 0.9, answers: 2, right: 1, mean: 0.975 })
  expect(calibration[3]).toEqual({ from: 0.3, answers: 1, right: 1, mean: 0.31 })
  expect(renderCalibration(calibration, en)).toHaveLength(3)
})
