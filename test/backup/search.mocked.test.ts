import { beforeEach, describe, expect, test, vi } from 'vitest'
import { findInEitherOrder } from '../../src/backup/search/either-order.ts'
import { findRecording } from '../../src/backup/search/search.ts'
import type { SearchContext } from '../../src/backup/search/search-context.ts'
import { textReason } from '../../src/model/reason.ts'
import type { Recording } from '../../src/model/recording.ts'
import type { Track } from '../../src/model/track.ts'
import type { Assertion } from '../../src/model/verdict.ts'
import { judge } from '../../src/rights/judge.ts'
import { CircuitBreaker } from '../../src/source/circuit-breaker.ts'
import { type Knowledge, nothingKnown } from '../../src/source/knowledge.ts'
import type { OpenProvider } from '../../src/source/provider.ts'
import { never } from '../media/studio.ts'

vi.mock('../../src/rights/judge.ts', { spy: true })

beforeEach(() => {
  vi.mocked(judge).mockClear()
})

const track = { title: 'Amber', artists: ['The Testers'], durationMs: 180_000 }

const recordingOf = (source: string, id: string): Recording => ({
  ...track,
  source,
  id,
  licence: 'https://creativecommons.org/licenses/by/4.0/',
  uploader: 'The Testers',
})

const sourceOf = (name: string, ...recordings: Recording[]): OpenProvider<'search'> => ({
  name,
  title: name,
  needsNetwork: true,
  search: async () => recordings,
  [Symbol.asyncDispose]: async () => {},
})

const assertion: Assertion = {
  by: 'musicbrainz',
  artists: ['The Testers'],
  published: false,
  licences: [],
}

const witness: OpenProvider<'lookUp'> = {
  name: 'musicbrainz',
  title: 'MusicBrainz',
  needsNetwork: true,
  makesAssertions: true,
  lookUp: async () => ({ ...nothingKnown, assertions: [assertion] }),
  [Symbol.asyncDispose]: async () => {},
}

const contextOf = (...sources: OpenProvider<'search'>[]): SearchContext => ({
  sources,
  lookUps: [witness],
  policy: { today: '2026-11-28' },
  breaker: new CircuitBreaker(),
})

/** Of each recording, how often it was judged. */
function countVerdicts(): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const [{ id }] of vi.mocked(judge).mock.calls) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}

test('each candidate is judged once on its way, however often the search goes on', async () => {
  const first = recordingOf('internet-archive', 'a')
  const second = recordingOf('wikimedia-commons', 'b')
  const context = contextOf(
    sourceOf('internet-archive', first),
    sourceOf('wikimedia-commons', second),
  )
  const search = await findRecording(track, context, never)
  const [candidate] = search.result.candidates
  expect(search.result.decision).toBe('match')
  expect(candidate?.match.recording).toBe(first)
  expect(candidate?.verdict.action).toBe('copy')
  expect(search.result.candidates[0]?.verdict).toBe(candidate?.verdict)
  expect([...countVerdicts()]).toEqual([['a', 1]])

  const result = await search.next([first])
  expect(result.candidates.map(({ match }) => match.recording)).toEqual([second])
  expect((await search.next([second])).candidates).toEqual([])
  expect([...countVerdicts()]).toEqual([
    ['a', 1],
    ['b', 1],
  ])
})

test('what a sound has told gives a verdict anew, and leaves the others as they are', async () => {
  const context = contextOf(sourceOf('internet-archive', recordingOf('internet-archive', 'a')))
  const search = await findRecording(track, context, never)
  const [candidate] = search.result.candidates
  if (!candidate) throw new Error('no candidate')
  const somebody = { ...assertion, by: 'acoustid', artists: ['Somebody Else'], published: true }
  expect(
    search.judgeAgain(candidate, { assertions: [somebody], unanswered: [] }).verdict.action,
  ).toBe('review')
  expect(search.result.candidates[0]?.verdict).toBe(candidate.verdict)
  expect([...countVerdicts()]).toEqual([['a', 2]])
})

describe('who could contradict an uploader', () => {
  const fromAnybody = recordingOf('internet-archive', 'a')
  const lookUp = (title: string, more: Partial<OpenProvider<'lookUp'>>) => ({
    ...witness,
    name: title.toLowerCase(),
    title,
    makesAssertions: undefined,
    ...more,
  })
  const search = async (...lookUps: OpenProvider<'lookUp'>[]) => {
    const context = { ...contextOf(sourceOf('internet-archive', fromAnybody)), lookUps }
    const found = await findRecording(track, context, never)
    const [candidate] = found.result.candidates
    return { verdict: candidate?.verdict, breaker: context.breaker }
  }
  const down = async () => Promise.reject(new Error('down'))
  const knows = (known: Partial<Knowledge>) => async () => ({ ...nothingKnown, ...known })
  const witnessThat = (find: OpenProvider<'lookUp'>['lookUp']) =>
    lookUp('MusicBrainz', { makesAssertions: true, lookUp: find })
  const shop = (find: OpenProvider<'lookUp'>['lookUp']) =>
    lookUp('Deezer', { knowsIsrcs: true, lookUp: find })

  test('cannot be asked: a person has to look', async () => {
    const { verdict } = await search(witnessThat(down))
    expect(verdict).toMatchObject({
      action: 'review',
      reasons: [{ code: 'rights.not-checked' }, {}],
    })
  })

  test('could say a part: what was learnt stays, and a person has to look', async () => {
    const incomplete = textReason('The release could not be asked for.')
    const { verdict, breaker } = await search(
      witnessThat(knows({ assertions: [assertion], incomplete })),
    )
    expect(verdict).toMatchObject({
      action: 'review',
      reasons: [{ code: 'rights.not-checked' }, {}],
    })
    expect(breaker.unavailable).toMatchObject([{ source: 'MusicBrainz', reason: incomplete }])
  })

  test('knows nothing by its words, and much by the ISRC that another knows', async () => {
    const isrc = 'QZTST2600001'
    const published = { ...assertion, published: true, labels: ['Big Label'] }
    const musicBrainz = vi.fn(async (asked: Track) =>
      asked.isrc === isrc ? { ...nothingKnown, assertions: [published] } : nothingKnown,
    )
    const sold = { ...recordingOf('deezer', '1'), isrc }
    const { verdict } = await search(witnessThat(musicBrainz), shop(knows({ recordings: [sold] })))
    expect(musicBrainz).toHaveBeenCalledTimes(2)
    expect(verdict?.reasons[0]).toMatchObject({ code: 'rights.label-published' })
  })

  test('knows nothing, and who might know the ISRC cannot be asked', async () => {
    const { verdict } = await search(witnessThat(knows({})), shop(down))
    expect(verdict?.reasons[0]).toMatchObject({
      code: 'rights.not-checked',
      params: { by: 'Deezer' },
    })
  })

  test('knows nothing, nor does anybody else: it is as its page says', async () => {
    const { verdict } = await search(witnessThat(knows({})), shop(knows({})))
    expect(verdict?.action).toBe('copy')
  })
})

describe('a list that may name titles first', () => {
  const recording: Recording = {
    ...recordingOf('library', 'a'),
    title: 'Paper Meadow',
    artists: ['Ada Holm'],
  }
  const given = (title: string, artist: string): Track => ({
    title,
    artists: [artist],
    durationMs: 180_000,
  })

  test.each([
    ['as it is', given('Paper Meadow', 'Ada Holm'), 'match', undefined],
    ['the other way round', given('Ada Holm', 'Paper Meadow'), 'match', 'Paper Meadow'],
    ['neither', given('Harbour', 'Somebody Else'), 'none', undefined],
  ])('%s', async (_, track, decision, turned) => {
    const context = contextOf(sourceOf('library', recording))
    const search = await findInEitherOrder(track, context, never)
    expect(search.result.decision).toBe(decision)
    expect(search.turned?.title).toBe(turned)
  })

  test('but not of several artists', async () => {
    const context = contextOf(sourceOf('library', recording))
    const track = { ...given('Ada Holm', 'Paper Meadow'), artists: ['Paper Meadow', 'Another'] }
    const search = await findInEitherOrder(track, context, never)
    expect(search.result.decision).toBe('none')
  })
})
