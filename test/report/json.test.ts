import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textReason } from '../../src/model/reason.ts'
import { readRecorded } from '../../src/report/changes/recorded.ts'
import { renderJson } from '../../src/report/json/report.ts'
import { spellOut } from '../../src/words/spell-out.ts'
import { hostileReports } from './hostile.ts'
import { copied, everyKind, kept, links, report, someChanges, track } from './samples.ts'

const asStored = (value: unknown) => JSON.parse(JSON.stringify(spellOut(value)))

const reversed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, one]) => [key, reversed(one)]),
  )
}

describe('renderJson', () => {
  it('says its schema first, the counts, and every outcome with all that is known', () => {
    const parsed = JSON.parse(
      renderJson(report(undefined, { hosts: ['archive.org'], refusedRequests: ['GET x'] })),
    )
    expect(Object.keys(parsed)[0]).toBe('schema')
    expect(parsed.schema).toBe('songkeep-report/1')
    expect(parsed.summary.counts['not-found']).toBe(1)
    expect(parsed.playlist).toEqual({
      name: 'Evening Shore',
      format: 'exportify',
      notes: [],
      entries: 9,
    })
    expect(parsed.summary.counts.review).toBe(1)
    expect(parsed.outcomes).toEqual(asStored(everyKind))
    expect(parsed.outcomes[0].kept).toEqual(asStored(kept()))
    expect(parsed.hosts).toEqual(['archive.org'])
    expect(parsed.refusedRequests).toEqual(['GET x'])
  })

  it('has the evidence of a copy, and the sources that did not answer', () => {
    const one = { kind: 'kept', position: 1, track: track(), kept: copied, notes: [] } as const
    const unavailable = [{ source: 'Jamendo', reason: 'It asked to wait for 2 h.' }]
    const parsed = JSON.parse(renderJson(report([one], { unavailable })))
    expect(parsed.outcomes[0].kept).toEqual(asStored(copied))
    expect(parsed.unavailable).toEqual(unavailable)
  })

  it('gives links of the web alone', () => {
    const given = [
      ...links.slice(0, 1),
      ...links.slice(0, 1),
      ...['javascript:alert(1)', 'data:text/html,x', '/etc/passwd', ''].map((url) => ({
        kind: 'buy' as const,
        service: 'Shop',
        url,
        by: 'x',
      })),
    ]
    const one = {
      kind: 'not-found',
      position: 1,
      track: track(),
      reason: 'No.',
      links: given,
    } as const
    expect(JSON.parse(renderJson(report([one]))).outcomes[0].links).toEqual(links.slice(0, 1))
  })

  it('keeps what the reader remarked, and what was not reached', () => {
    const sample = report(everyKind.slice(0, 1), { stopped: true })
    const entries = [
      { kind: 'track', position: 1, track: kept().track, note: textReason('Quotes repaired.') },
      { kind: 'track', position: 2, track: kept().track },
    ] as const
    const parsed = JSON.parse(renderJson({ ...sample, playlist: { ...sample.playlist, entries } }))
    expect(parsed.outcomes[0].note).toBe('Quotes repaired.')
    expect(parsed.unreached).toEqual([entries[1]])
  })

  it('has every change in full, and records a state that can be read back', () => {
    const given = report(undefined, { changes: someChanges })
    const entries = given.playlist.entries.map((entry) =>
      entry.position === 2
        ? { ...entry, note: textReason('Gone from sale.'), withdrawn: true as const }
        : entry,
    )
    const text = renderJson({ ...given, playlist: { ...given.playlist, entries } })
    expect(JSON.parse(text).changes).toEqual(JSON.parse(JSON.stringify(spellOut(someChanges))))
    expect(readRecorded(text)).toEqual({
      name: 'Evening Shore',
      format: 'exportify',
      at: given.finishedAt,
      partial: false,
      entries,
      kinds: new Map(given.outcomes.map(({ position, kind }) => [position, kind])),
      asked: {},
      paths: new Map([
        [1, kept().path],
        [2, 'Other List/01 Undertow.mp3'],
      ]),
    })
  })

  it('has one order of keys, however the report was put together', () => {
    const sample = report()
    expect(renderJson(reversed(sample) as typeof sample)).toBe(renderJson(sample))
  })

  it('is valid UTF-8 and JSON for any text', () => {
    fc.assert(
      fc.property(hostileReports, (hostile) => {
        const text = renderJson(hostile)
        expect(text.isWellFormed()).toBe(true)
        expect(JSON.parse(text).outcomes).toHaveLength(hostile.outcomes.length)
      }),
    )
  })
})
