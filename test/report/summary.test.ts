import { describe, expect, it } from 'vitest'
import type { Outcome, Report } from '../../src/model/outcome.ts'
import { advise as adviseIn } from '../../src/report/advice.ts'
import { summarise, tellSummary } from '../../src/report/summary.ts'
import { en } from '../../src/words/en/index.ts'
import { entryOf, everyKind, kept, longReport, report } from './samples.ts'

const tell = (given: Report) => tellSummary(summarise(given), en)
const advise = (given: Report) => adviseIn(given, summarise(given).counts, en)

const of = (...kinds: readonly Outcome['kind'][]) =>
  kinds.map((kind, index) => {
    const sample = everyKind.find((outcome) => outcome.kind === kind)
    if (sample === undefined) throw new Error(`no sample of ${kind}`)
    return { ...sample, position: index + 1 }
  })

const cases: readonly (readonly [string, readonly Outcome[], string])[] = [
  ['nothing', [], 'No track in this playlist.'],
  ['one', of('kept'), '1 of 1 track kept.'],
  ['all', of('kept', 'kept'), 'All 2 tracks kept.'],
  ['all again', of('already-kept', 'already-kept'), 'All 2 tracks kept (all already there).'],
  [
    'some of each',
    of('kept', 'already-kept', 'ambiguous', 'review', 'refused', 'not-found', 'failed'),
    '2 of 7 tracks kept (1 already there), 1 ambiguous, 1 in review, 1 refused, 1 not found, 1 failed.',
  ],
  [
    'what is no music does not count as a track',
    of('kept', 'skipped'),
    '1 of 1 track kept, 1 left out.',
  ],
  ['no music at all', of('skipped', 'skipped'), 'No track in this playlist, 2 left out.'],
]

describe('summarise', () => {
  it.each(cases)('tells counts in a sentence: %s', (_name, outcomes, sentence) => {
    expect(tell(report(outcomes))).toBe(sentence)
  })

  it('groups the digits of large counts', () => {
    expect(tell(longReport(10_000))).toMatch(
      /^8,000 of 9,668 tracks kept \(4,000 already there\), 334 ambiguous,/,
    )
  })

  it('tells what a dry run would do', () => {
    const dry = report(of('would-keep', 'not-found'), { dryRun: true })
    expect(tell(dry)).toBe('1 of 2 tracks would be kept, 1 not found.')
    expect(advise(dry)[0]?.text).toContain('--dry-run')
  })

  it('names what a stopped run did not reach', () => {
    const all = of('kept', 'kept', 'skipped', 'kept')
    const stopped = report(all.slice(0, 1), { stopped: true })
    const given = {
      ...stopped,
      playlist: { ...stopped.playlist, entries: all.map(entryOf) },
    }
    const { unreached, tracks } = summarise(given)
    expect(tell(given)).toBe('1 of 3 tracks kept, 3 not reached.')
    expect(unreached.map(({ position }) => position)).toEqual([2, 3, 4])
    expect(tracks).toBe(3)
    expect(advise(given).map(({ kind }) => kind)).toEqual(['stopped'])
  })

  it('tells which sources did not answer, in a sentence of its own', () => {
    const unavailable = Array.from({ length: 10 }, (_, index) => ({
      source: `Source ${index}`,
      reason: 'It asked to wait for 2 h.',
    }))
    const advice = advise(report(of('kept'), { unavailable }))
    expect(advice.map(({ kind }) => kind)).toEqual(['unavailable'])
    expect(advice[0]?.text).toMatch(/^Source 0: It asked to wait for 2 h\. Source 1:/)
    expect(advice[0]?.text).toContain(
      'And 2 more sources did not answer. Anything found only there is missing',
    )
    expect(advise(report(of('kept'), { unavailable: [] }))).toEqual([])
  })

  it('adds up the music that is kept, and the time it took', () => {
    const outcomes = of('kept', 'already-kept', 'not-found')
    expect(summarise(report(outcomes))).toMatchObject({
      durationMs: 2 * kept().durationMs,
      bytes: 2 * kept().bytes,
      tookMs: 192_000,
    })
  })

  it('advises on every kind that needs something, and on no other', () => {
    expect(advise(report(everyKind)).map(({ kind }) => kind)).toEqual([
      'ambiguous',
      'review',
      'refused',
      'not-found',
      'failed',
      'skipped',
    ])
    expect(advise(report(of('kept', 'already-kept')))).toEqual([])
  })
})
