import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { comparePairs } from '../../src/app/catalogues/compare.ts'
import { evaluate } from '../../src/app/catalogues/evaluate/evaluate.ts'

async function* linesOf(name: string) {
  yield* (await readFile(new URL(`../fixtures/match/${name}`, import.meta.url), 'utf8')).split('\n')
}

async function* told(rows: AsyncIterable<unknown>) {
  for await (const row of rows) yield JSON.stringify(row)
}

test('the pairs of the project are answered as they should be', async () => {
  const answers = told(comparePairs(linesOf('pairs.jsonl')))
  const { scores } = await evaluate('compare', answers, linesOf('pairs-truth.jsonl'))
  expect(scores).toEqual({
    kind: 'wants',
    wants: [
      { want: 'match', right: 38, all: 38 },
      { want: 'not', right: 71, all: 71 },
      { want: 'either', right: 1, all: 1 },
    ],
    missed: [],
  })
})
