import { expect, test } from 'vitest'
import { compare } from '../../src/match/compare.ts'
import type { Track } from '../../src/model/track.ts'
import { agreementOf } from '../../src/words/agreement.ts'
import { de } from '../../src/words/de/index.ts'
import { en } from '../../src/words/en/index.ts'

const amber: Track = { title: 'Amber', artists: ['The Testers'], durationMs: 200_000 }
const live: Track = { ...amber, title: 'Amber (Live at the Pier)' }

/** Against a track called Amber by The Testers of 200 s. */
test.each<[string, Track, Track, string, string]>([
  [
    'all alike',
    amber,
    amber,
    'Title and artist are the same, the length within a second.',
    'Titel und Interpret sind gleich, die Länge auf die Sekunde genau.',
  ],
  [
    'an album of its own, and a length some seconds off',
    { ...amber, album: 'Glow' },
    { ...amber, album: 'Best of the Testers', durationMs: 205_000 },
    'Title and artist are the same, the length within 7 seconds, but the album is a different one.',
    'Titel und Interpret sind gleich, die Länge auf 7 Sekunden genau, aber das Album ist ein anderes.',
  ],
  [
    'the same code',
    { ...amber, isrc: 'GBAYE0000001' },
    { ...amber, isrc: 'GBAYE0000001' },
    'Title, artist and ISRC are the same, the length within a second.',
    'Titel, Interpret und ISRC sind gleich, die Länge auf die Sekunde genau.',
  ],
  [
    'a live version',
    amber,
    { ...live, durationMs: 290_000 },
    'Title and artist are the same, but it is another version and the length is off by more than a minute.',
    'Titel und Interpret sind gleich, aber es ist eine andere Fassung und die Länge weicht um mehr als eine Minute ab.',
  ],
  [
    'a slip of the pen',
    { ...amber, title: 'Ambergris Morning', durationMs: undefined },
    { ...amber, title: 'Ambergriss Morning' },
    'The artist is the same, the title is nearly the same.',
    'Der Interpret ist gleich, der Titel ist fast gleich.',
  ],
  [
    'something else altogether',
    amber,
    { title: 'Winter Coal Harbour', artists: ['Nobody Else'], durationMs: 20_000 },
    'The title is different, the artist is different and the length is off by more than a minute.',
    'Der Titel ist ein anderer, der Interpret ist ein anderer und die Länge weicht um mehr als eine Minute ab.',
  ],
])('%s', (_, left, right, english, german) => {
  const agreement = agreementOf(compare(left, right).evidence)
  if (!agreement) throw new Error('There is something to say.')
  expect(en.evidence.agreement(agreement)).toBe(english)
  expect(de.evidence.agreement(agreement)).toBe(german)
})

test('nothing compared is nothing to say', () => {
  expect(agreementOf([])).toBeUndefined()
  const level = { code: 'match.pair', params: {} } as const
  expect(agreementOf([{ field: 'prior', level, weight: -11 }])).toBeUndefined()
})

test('where the playlist gives a place, the file is told first', () => {
  const level = { code: 'match.location-file', params: {} } as const
  const agreement = agreementOf([{ field: 'location', level, weight: 8 }])
  expect(agreement).toEqual({ location: 'file', same: [], near: [], other: [] })
})
