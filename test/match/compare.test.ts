import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ACCEPT, compare } from '../../src/match/compare.ts'
import { rank } from '../../src/match/rank.ts'
import { reason } from '../../src/model/reason.ts'
import type { Track } from '../../src/model/track.ts'
import { codePoint } from '../support/code-point.ts'
import { harbour, recordingOf } from './cases.ts'

const text = fc.oneof(
  fc.string({ unit: codePoint, maxLength: 30 }),
  fc
    .array(
      fc.constantFrom(
        'blue',
        'harbour',
        'Live',
        '(remix)',
        '(Ann Remix)',
        '(Ann Edit)',
        '(lofi)',
        '(Tin Shed)',
        '(10 Minute Version)',
        'ライブ',
        '(версия)',
        ' - ',
        '2',
        'part',
        '*',
        'feat. x',
      ),
      {
        maxLength: 8,
      },
    )
    .map((words) => words.join(' ')),
  fc
    .array(
      fc.constantFrom(
        'Sonata',
        'No. 2',
        'Op. 9',
        ': I. Adagio',
        'c-Moll',
        'Bach',
        '桜',
        'さくら',
        'Sakura',
        'Шёлк',
      ),
      { maxLength: 6 },
    )
    .map((words) => words.join(' ')),
)
const tracks: fc.Arbitrary<Track> = fc.record(
  {
    title: text,
    artists: fc.array(text, { maxLength: 4 }),
    album: text,
    durationMs: fc.integer({ min: 1, max: 10_000_000 }),
    year: fc.integer({ min: 1, max: 9999 }),
    isrc: fc.constantFrom('NOABC9800001', 'NOABC9800002'),
  },
  { requiredKeys: ['title', 'artists'] },
)

test('any two tracks are compared: evidence adds up to the weight, the weight gives the probability', () => {
  fc.assert(
    fc.property(tracks, tracks, (left, right) => {
      const { probability, weight, evidence } = compare(left, right)
      const sum = evidence.reduce((total, step) => total + step.weight, 0)
      expect(sum).toBeCloseTo(weight, 9)
      expect(probability).toBeGreaterThanOrEqual(0)
      expect(probability).toBeLessThanOrEqual(1)
      expect(probability).toBeCloseTo(1 / (1 + 2 ** -weight), 9)
    }),
    { numRuns: 2000 },
  )
})

test('which of the two is asked for does not matter', () => {
  fc.assert(
    fc.property(tracks, tracks, (left, right) => {
      expect(compare(left, right).weight).toBeCloseTo(compare(right, left).weight, 9)
    }),
    { numRuns: 2000 },
  )
})

test.each([
  [['U'], ['Blue', 'Ya', 'U'], 'match.among-several'],
  [['Mira', 'Songs of Mira'], ['Songs of Mira', 'Mira'], 'match.same-names'],
  [['Mira feat. Ada Holm'], ['Ada Holm'], 'match.featured'],
  [['Mira & Otto feat. Ada Holm'], ['Ada Holm'], 'match.as-featured'],
  [['Mira feat. Ada Holm'], ['Ada Holm feat. Mira'], 'match.swapped'],
])('artists %j and %j: the same, whichever is asked for', (one, other, level) => {
  const track = (artists: readonly string[]) => ({ title: 'Song', artists })
  const both = [compare(track(one), track(other)), compare(track(other), track(one))]
  for (const { evidence } of both) expect(evidence.map((step) => step.level.code)).toContain(level)
})

test('any candidates are ranked, best first, and only sure ones are accepted', () => {
  fc.assert(
    fc.property(tracks, fc.array(tracks, { maxLength: 6 }), (asked, found) => {
      const { decision, matches } = rank(asked, found.map(recordingOf))
      expect(matches).toHaveLength(found.length)
      expect(matches.map(({ weight }) => weight)).toEqual(
        matches.map(({ weight }) => weight).toSorted((a, b) => b - a),
      )
      for (const { accepted, probability } of matches) {
        expect(probability).toBeLessThanOrEqual(1)
        expect(accepted).toBe(probability >= ACCEPT)
      }
      expect(decision === 'match').toBe(matches[0]?.accepted === true)
    }),
    { numRuns: 500 },
  )
})

test('asterisks without end are no endless work', () => {
  const title = 'f*'.repeat(400)
  expect(compare({ title, artists: [] }, { title: 'f'.repeat(400), artists: [] }).decision).toBe(
    'none',
  )
})

test('a track is itself', () => {
  expect(compare(harbour, harbour)).toMatchObject({ decision: 'match' })
})

test('the waterfall names the fields that speak, with both values', () => {
  const { evidence } = compare(harbour, { ...harbour, title: 'Blue Harbor', durationMs: 223_000 })
  expect(evidence.map(({ field, level }) => `${field}: ${level.code}`)).toEqual([
    'prior: match.pair',
    'title: match.one-edit',
    'artist: match.exact',
    'album: match.exact',
    'duration: match.within-3-s',
    'year: match.exact',
  ])
  expect(evidence[1]).toMatchObject({ left: 'Blue Harbour', right: 'Blue Harbor' })
  expect(evidence[4]).toMatchObject({ right: reason('match.seconds', { durationMs: 223_000 }) })
})
