import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Recording, Restriction } from '../../src/model/recording.ts'
import { hosts } from '../../src/rights/hosts.ts'
import { judge } from '../../src/rights/judge.ts'
import { claim, type Trap, traps } from './traps.ts'

const today = '2026-11-21'

const recordingOf = ({ source, item }: Pick<Trap, 'source' | 'item'>): Recording => ({
  id: '1',
  source,
  title: 'Harbour Lights',
  artists: [],
  ...item,
})

const judgeTrap = (trap: Trap) =>
  judge(recordingOf(trap), { today: trap.today ?? today }, trap.claims)

test.each(traps)('$source: $name → $action', (trap) => {
  const { action, reasons } = judgeTrap(trap)
  expect(reasons[0]).toContain(trap.because)
  expect(action).toBe(trap.action)
  for (const reason of reasons) expect(reason).toMatch(/^\S.*\.$/)
  expect(new Set(reasons).size).toBe(reasons.length)
})

test('at least 60 cases are in the table, none twice', () => {
  const names = traps.map(({ source, name }) => `${source}: ${name}`)
  expect(new Set(names).size).toBe(names.length)
  expect(names.length).toBeGreaterThanOrEqual(60)
})

describe('whatever the case', () => {
  const restrictions = [
    ['stream-only', 'streamed only'],
    ['access-restricted', 'some people only'],
    ['private', 'as private'],
    ['no-download', 'switched downloads off'],
    ['contradictory', 'contradicts itself'],
  ] as const satisfies readonly (readonly [Restriction, string])[]
  const open = traps.filter(({ source }) => source !== 'library')

  test.each(restrictions)('%s forbids the copy, and says so', (restriction, words) => {
    for (const trap of open) {
      const bound = judgeTrap({ ...trap, item: { ...trap.item, restrictions: [restriction] } })
      expect(bound.action).toBe('link')
      expect(bound.reasons.join(' ')).toContain(words)
    }
  })

  test('no claim opens what licence and host keep shut', () => {
    const claims = [
      claim({
        artists: ['Ina Voss'],
        year: 1900,
        licences: ['CC0', 'CC BY 4.0'],
        downloads: ['https://archive.org/details/nl042'],
      }),
    ]
    for (const trap of open) {
      const alone = judgeTrap({ ...trap, claims: [] })
      const backed = judgeTrap({ ...trap, claims })
      if (alone.action !== 'copy') expect(backed).toEqual(alone)
      else expect(backed.action).not.toBe('link')
    }
  })

  test('any claims at all are heard without breaking, and only ever lead to copy or review', () => {
    const text = fc.string({ unit: 'grapheme' })
    const claims = fc.array(
      fc.record({
        by: text,
        artists: fc.array(text, { maxLength: 4 }),
        published: fc.boolean(),
        year: fc.integer({ min: -1, max: 3000 }),
        licences: fc.array(text, { maxLength: 3 }),
        downloads: fc.array(fc.oneof(text, fc.webUrl()), { maxLength: 3 }),
      }),
      { maxLength: 4 },
    )
    const item = {
      licence: 'CC BY 4.0',
      uploader: 'somebody',
      url: 'https://archive.org/details/x',
    }
    fc.assert(
      fc.property(claims, (heard) => {
        const recording = recordingOf({ source: 'internet-archive', item })
        const { action, reasons } = judge(recording, { today }, heard)
        expect(['copy', 'review']).toContain(action)
        expect(reasons.length).toBeGreaterThan(0)
      }),
    )
  })
})

describe('what is told', () => {
  test('a review begins with the doubt, and tells what speaks for it too', () => {
    const item = { licence: 'CC BY 4.0', uploader: 'ripper' }
    const recording = recordingOf({ source: 'internet-archive', item })
    const clash = claim({ by: 'acoustid', artists: ['The Big Label Band'] })
    const { reasons } = judge(recording, { today }, [claim({ licences: ['CC BY 4.0'] }), clash])
    expect(reasons).toEqual([
      'AcoustID knows it as a published recording by The Big Label Band, and it was put there by ripper.',
      'Its page says: Creative Commons Attribution 4.0.',
      'MusicBrainz gives the same licence: Creative Commons Attribution 4.0.',
    ])
  })

  test('a copy tells both keys, and who agrees', () => {
    const item = { licence: 'CC BY-NC 4.0', artists: ['Ina Voss'] }
    const verdict = judge(recordingOf({ source: 'jamendo', item }), { today }, [claim()])
    expect(verdict.reasons).toEqual([
      'Creative Commons Attribution-NonCommercial 4.0 allows it.',
      'NonCommercial: for your own use.',
      'Jamendo lets tracks be downloaded whose artists allow it.',
      'Ina Voss, whom MusicBrainz credits, put it there.',
    ])
    expect(verdict.host).toMatchObject({ name: 'Jamendo', readOn: '2026-11-21' })
  })

  test('a crowd of artists is cut to three names', () => {
    const artists = ['A B', 'C D', 'E F', 'G H', 'I J']
    const recording = recordingOf({ source: 'internet-archive', item: { licence: 'CC0' } })
    const [first] = judge(recording, { today }, [claim({ artists })]).reasons
    expect(first).toContain('by A B, C D, E F and others, and')
  })

  test('every restriction is a sentence of its own', () => {
    const item = {
      licence: 'CC0',
      restrictions: restrictionsOf('private', 'no-download', 'private'),
    }
    expect(judge(recordingOf({ source: 'jamendo', item }), { today }).reasons).toEqual([
      'Its host marks the file as private.',
      'Its owner has switched downloads off.',
    ])
  })
})

const restrictionsOf = (...all: readonly Restriction[]) => all

describe('the terms of hosts', () => {
  test('no source has two', () => {
    expect(new Set(hosts.map(({ source }) => source)).size).toBe(hosts.length)
  })

  test.each(hosts)('$source: a sentence, an address, the day it was read', (host) => {
    const { reason, conditions = [], termsUrl, readOn } = host.says
    for (const sentence of [reason, ...conditions]) expect(sentence).toMatch(/^[A-Zc].*\.$/)
    if (termsUrl !== undefined) {
      expect(new URL(termsUrl).protocol).toBe('https:')
      expect(readOn).toMatch(/^\d{4}-\d\d-\d\d$/)
    }
    // Who publishes there must be known before anything is copied.
    if (host.copies === 'licensed') expect(host.accounts).toBeDefined()
  })
})
