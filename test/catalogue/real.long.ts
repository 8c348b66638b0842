import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { buildCatalogueFromFiles } from '../../src/app/catalogues/build.ts'
import { readCatalogueInfo } from '../../src/app/catalogues/info.ts'
import { Catalogue } from '../../src/catalogue/catalogue.ts'
import { describeShared, shared } from '../support/shared.ts'
import { makeFolder } from './support/catalogue.ts'

const folder = makeFolder()

describeShared('430,877 real recordings', 'eval/catalogue.jsonl.gz', () => {
  const read = (name: string) =>
    readFileSync(shared('eval', name), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))

  test('the true one is among the candidates for 99.8 % of the queries', async () => {
    const out = join(folder, 'real')
    const { index } = await buildCatalogueFromFiles({
      out,
      files: [shared('eval/catalogue.jsonl.gz')],
    })
    expect(index?.tracks).toBe(430_877)
    expect(readCatalogueInfo({ folder: out }).bytesPerTrack).toBeLessThan(90)
    using catalogue = new Catalogue([out])
    const truths = new Map<string, string[]>(
      read('dev-truth.jsonl').map(({ id, truth }) => [id, truth]),
    )
    let positives = 0
    let found = 0
    for (const query of read('dev-queries.jsonl')) {
      const truth = truths.get(query.id) ?? []
      if (truth.length === 0) continue
      positives++
      if (catalogue.lookUp(query).some(({ id }) => truth.includes(id))) found++
    }
    expect(found / positives).toBeGreaterThan(0.998)
  })
})
