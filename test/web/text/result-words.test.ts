import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Outcome } from '../../../src/model/outcome.ts'
import { textReason } from '../../../src/model/reason.ts'
import { summarise, tellSummary } from '../../../src/report/summary.ts'
import { en } from '../../../src/words/en/index.ts'
import { countGroups, groups, sumGroups } from '../../../web/parts/rows/groups.ts'
import { result as german } from '../../../web/text/de/result.ts'
import { result as english } from '../../../web/text/en/result.ts'

const none = countGroups([])

describe('the leading sentence', () => {
  it('is the one of the report and the command line', () => {
    const counts = fc.record(
      Object.fromEntries(groups.map((group) => [group, fc.nat({ max: 3 })])) as Record<
        (typeof groups)[number],
        fc.Arbitrary<number>
      >,
    )
    fc.assert(
      fc.property(counts, fc.boolean(), (given, dryRun) => {
        const positions = groups.flatMap((group) => Array(given[group]).fill(group))
        const entries = positions.map((group, at) =>
          group === 'skipped'
            ? { kind: 'skipped' as const, position: at + 1, text: 'x', reason: textReason('x') }
            : {
                kind: 'track' as const,
                position: at + 1,
                track: { title: 'x', artists: [] },
              },
        )
        const outcomes = positions.flatMap((kind, at) =>
          kind === 'unreached' ? [] : [{ kind, position: at + 1 } as unknown as Outcome],
        )
        const summary = summarise({
          playlist: { name: 'x', format: 'csv', entries, notes: [] },
          outcomes,
          startedAt: '2026-11-21T08:00:00Z',
          finishedAt: '2026-11-21T08:00:01Z',
          stopped: false,
          dryRun,
          hosts: [],
          refusedRequests: [],
        })
        expect(english.lead(given, dryRun)).toBe(tellSummary(summary, en))
      }),
    )
  })

  it('is told in German too', () => {
    expect(
      german.lead({ ...none, kept: 17, 'already-kept': 1, ambiguous: 1, failed: 1 }, false),
    ).toBe('18 von 20 Titeln gesichert (1 schon da), 1 mehrdeutig, 1 gescheitert.')
    expect(german.lead({ ...none, 'already-kept': 1200, skipped: 2 }, false)).toBe(
      'Alle 1.200 Titel gesichert (alle schon da), 2 ausgelassen.',
    )
  })
})

describe('bands of the long tail', () => {
  const band = { tracks: 10, kept: 5, amount: 10, amountKept: 5 }
  it.each([
    ['plays', { ...band, from: 1, to: 10 }, 'The 10 most played', 'Die 10 meistgespielten'],
    ['plays', { ...band, from: 11, to: 50 }, 'No. 11 to 50', 'Der 11. bis 50.'],
    ['plays', { ...band, from: 1001 }, 'From no. 1,001 on', 'Vom 1.001. an'],
    [
      'artists',
      { ...band, from: 1, to: 1, artists: 1 },
      '1 artist with 1 track',
      '1 Interpret mit 1 Titel',
    ],
    [
      'artists',
      { ...band, from: 1, to: 1, artists: 5 },
      '5 artists with 1 track each',
      '5 Interpreten mit je 1 Titel',
    ],
    [
      'artists',
      { ...band, from: 3, to: 5, artists: 2 },
      '2 artists with 3 to 5 tracks',
      '2 Interpreten mit 3 bis 5 Titeln',
    ],
    [
      'artists',
      { ...band, from: 11, artists: 2 },
      '2 artists with 11 or more tracks',
      '2 Interpreten mit 11 oder mehr Titeln',
    ],
  ] as const)('%s %j', (by, one, en, de) => {
    expect(english.tail.band[by](one)).toBe(en)
    expect(german.tail.band[by](one)).toBe(de)
  })
})

describe('groups', () => {
  it('take what is on its way for not reached', () => {
    expect(countGroups(['waiting', 'searching', 'storing', 'kept'])).toEqual({
      ...none,
      unreached: 3,
      kept: 1,
    })
    expect(sumGroups({ kept: 2, waiting: 3, 'of-tomorrow': 1 })).toEqual({
      ...none,
      kept: 2,
      unreached: 4,
    })
  })
})
