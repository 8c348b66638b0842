import { expect, test } from 'vitest'
import { findRecording } from '../../src/backup/search/search.ts'
import { buildCatalogue } from '../../src/catalogue/build/build.ts'
import { openCatalogue } from '../../src/catalogue/open-catalogue.ts'
import { CircuitBreaker } from '../../src/source/circuit-breaker.ts'
import { serve } from '../catalogue/shards/serving.ts'
import { inputOf, makeFolder, recording } from '../catalogue/support/catalogue.ts'
import { never } from '../media/studio.ts'

test('a catalogue whose server goes away is told as not asked, and stops no track', async () => {
  const folder = makeFolder()
  const known = recording({ id: '1', title: 'Amber', artists: ['The Testers'] })
  await buildCatalogue({ out: folder, inputs: [inputOf([known])] })
  await using server = await serve([folder])
  using catalogue = await openCatalogue([server.address])
  const breaker = new CircuitBreaker()
  const context = { sources: [], lookUps: [], policy: { today: '2026-11-30' }, breaker, catalogue }
  const search = async () =>
    (await findRecording({ title: 'Amber', artists: ['The Testers'] }, context, never)).result

  expect((await search()).unasked ?? []).toEqual([])
  await server[Symbol.asyncDispose]()
  const host = new URL(server.address).host
  for (let time = 0; time < 4; time++)
    expect(await search()).toMatchObject({
      decision: 'none',
      unasked: [{ by: host, reason: { code: 'network.no-answer' } }],
    })
  expect(breaker.unavailable).toMatchObject([{ source: host, leftAlone: true }])
})
