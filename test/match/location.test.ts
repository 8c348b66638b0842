import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rank } from '../../src/match/rank.ts'
import type { LocationMatch, Recording } from '../../src/model/recording.ts'
import type { Track } from '../../src/model/track.ts'
import { harbour, recordingOf } from './cases.ts'

const path = 'D:\\Music\\Coastlines\\03 Blue Harbour.mp3'
const { title, artists } = harbour
const bare: Track = { title, artists: [], path }
const named: Track = { title, artists, path }
const tagged = (more: Partial<Track>, location?: LocationMatch): Recording => ({
  ...recordingOf({ title, artists, ...more }),
  location,
})
const unlike = { title: 'Something Else', artists: ['Somebody'] }

test.each<readonly [string, Track, Recording, string]>([
  ['a title alone', bare, tagged({}), 'none'],
  ['a title alone, of the very file', bare, tagged({}, 'file'), 'match'],
  ['a title alone, by folder and name', bare, tagged({}, 'ending'), 'match'],
  ['a title alone, by the name', bare, tagged({}, 'name'), 'ambiguous'],
  ['both names, by the name', named, tagged({}, 'name'), 'match'],
  ['other tags in the very file', named, tagged(unlike, 'file'), 'match'],
  ['other tags by folder and name', named, tagged(unlike, 'ending'), 'ambiguous'],
  ['other tags where the name is the path’s', bare, tagged(unlike, 'name'), 'ambiguous'],
  [
    'a name in an address',
    { ...bare, path: 'a/03%20Blue%20Harbour.mp3' },
    tagged(unlike, 'name'),
    'ambiguous',
  ],
  ['other tags by the name', { ...named, title: 'Rain' }, tagged(unlike, 'name'), 'none'],
  [
    'another version in the very file',
    named,
    tagged({ title: `${title} (Live)` }, 'file'),
    'match',
  ],
  ['another version', named, tagged({ title: `${title} (Live)` }, 'ending'), 'ambiguous'],
  ['another version by the name', named, tagged({ title: `${title} (Live)` }, 'name'), 'none'],
])('%s', (_, track, recording, decision) => {
  expect(rank(track, [recording]).decision).toBe(decision)
})

test('of two files of one title the named one is taken, whatever else fits better', () => {
  const better = { ...tagged({ ...harbour }), id: 'better' }
  const plain = { ...tagged({}, 'file'), id: 'plain' }
  const { decision, matches } = rank({ ...harbour, path }, [better, plain])
  expect(decision).toBe('match')
  expect(matches[0]?.recording.id).toBe('plain')
  expect((matches[0]?.weight ?? 0) - (matches[1]?.weight ?? 0)).toBeGreaterThan(1)
})

test('what the words would not have decided is told, with what the tags say', () => {
  const { reason, matches } = rank(named, [tagged({ ...unlike, title: 'Fog' }, 'file')])
  expect(reason).toMatchObject({ code: 'match.file-named' })
  expect(matches[0]?.notes).toContainEqual({
    code: 'match.tags-otherwise',
    params: { title: 'Fog', artists: unlike.artists },
  })
  expect(rank(named, [tagged({}, 'file')])).toMatchObject({
    reason: { code: 'match.agrees' },
    matches: [{ notes: [] }],
  })
})

test('the lines of the waterfall add up, the location’s among them', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(bare, named, harbour),
      fc.constantFrom({}, unlike, { title: `${title} (Live)` }, harbour),
      fc.constantFrom<LocationMatch | undefined>('file', 'ending', 'name', undefined),
      (track, tags, location) => {
        const [match] = rank(track, [tagged(tags, location)]).matches
        const sum = match?.evidence.reduce((total, { weight }) => total + weight, 0)
        expect(sum).toBeCloseTo(match?.weight ?? Number.NaN)
        const lines = match?.evidence.filter(({ field }) => field === 'location') ?? []
        expect(lines.length).toBeLessThanOrEqual(location === undefined ? 0 : 1)
      },
    ),
  )
})
