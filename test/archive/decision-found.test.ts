import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openArchive } from '../../src/archive/archive.ts'
import { readDecisionLine, writeDecisionLine } from '../../src/archive/decisions/decision-line.ts'
import { openDecisions } from '../../src/archive/decisions/decisions.ts'
import type { ChosenRecording, DecisionChoice, FoundBy } from '../../src/model/decision.ts'
import { trackOf } from './support/sample.ts'
import { useTemporary } from './support/temporary.ts'

const place = useTemporary()
const decidedAt = '2026-11-21T12:00:00.000Z'

const text = fc.string({ unit: 'grapheme', maxLength: 30 })
const found: fc.Arbitrary<FoundBy> = fc.oneof(
  fc.record({ kind: fc.constant('words' as const), title: text, artist: text }),
  fc.record({ kind: fc.constant('address' as const), address: text }),
  fc.record({ kind: fc.constant('file' as const), path: text }),
  fc.record({ kind: fc.constant('upload' as const), name: text }),
)
const number = fc.double({ noNaN: true, noDefaultInfinity: true })
const evidence = fc.record({
  probability: fc.double({ min: 0, max: 1, noNaN: true }),
  weight: number,
  steps: fc.array(
    fc.record({
      field: fc.constantFrom('title' as const, 'artist' as const, 'duration' as const),
      level: text.map((said) => ({ code: 'text' as const, params: { text: said } })),
      weight: number,
    }),
    { maxLength: 4 },
  ),
})
const choice: fc.Arbitrary<ChosenRecording> = fc.record(
  {
    kind: fc.constant('recording' as const),
    source: text,
    id: text,
    title: text,
    artists: fc.array(text, { maxLength: 3 }),
    found,
    evidence,
  },
  { requiredKeys: ['kind', 'source', 'id', 'title', 'artists'] },
)

test('how a recording was found, and what spoke for and against it, is read as it was written', () => {
  fc.assert(
    fc.property(choice, (each) => {
      const line = { track: trackOf('One'), choice: each, decidedAt }
      const written = writeDecisionLine(line)
      expect(readDecisionLine(written)).toEqual(JSON.parse(written))
    }),
  )
})

test.each<[string, object]>([
  ['found by nothing known', { found: { kind: 'magic' } }],
  ['found by no kind', { found: {} }],
  ['found by words that are none', { found: { kind: 'words', title: 1, artist: '' } }],
  ['found in no file', { found: { kind: 'file' } }],
  ['found by a word', { found: 'file' }],
  ['evidence that is prose', { evidence: 'sure' }],
  ['evidence without steps', { evidence: { probability: 1, weight: 1 } }],
  [
    'a step without a level',
    { evidence: { probability: 1, weight: 1, steps: [{ field: 'title', weight: 1 }] } },
  ],
])('%s: the line counts for nothing', (_, more) => {
  const base = { kind: 'recording', source: 'library', id: 'x', title: 'One', artists: [] }
  const line = { track: trackOf('One'), choice: { ...base, ...more }, decidedAt }
  expect(readDecisionLine(JSON.stringify(line))).toBeUndefined()
})

const none: DecisionChoice = { kind: 'none' }

test('whatever was decided in between, each decision can be had back by its time', async () => {
  await (await openArchive(place.dir))[Symbol.asyncDispose]()
  const decisions = openDecisions(place.dir)
  const choices = fc.array(fc.oneof(fc.constant(none), choice), { minLength: 1, maxLength: 5 })
  let day = 0
  await fc.assert(
    fc.asyncProperty(choices, fc.nat(), async (all, pick) => {
      const times: string[] = []
      for (const each of all) {
        const at = new Date(Date.UTC(2020, 0, ++day)).toISOString()
        times.push((await decisions.decide(trackOf('One'), each, at)).decidedAt)
      }
      const at = pick % all.length
      // Another track of the same time is not meant.
      await decisions.decide(trackOf('Two'), none, times[at])
      const restored = await decisions.restore(trackOf('One'), times[at] ?? '')
      expect(restored?.choice).toEqual(JSON.parse(JSON.stringify(all[at])))
      expect((await decisions.find(trackOf('One')))?.choice).toEqual(restored?.choice)
      await decisions.withdraw(trackOf('One'))
      expect(await decisions.find(trackOf('One'))).toBeUndefined()
    }),
    { numRuns: 8 },
  )
  expect(await decisions.restore(trackOf('One'), '1999-01-01T00:00:00.000Z')).toBeUndefined()
})
