import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asReason, reason } from '../../src/model/reason.ts'
import type { Recording, Restriction } from '../../src/model/recording.ts'
import { hosts } from '../../src/rights/hosts.ts'
import { judge } from '../../src/rights/judge.ts'
import { english } from '../../src/words/english.ts'
import { assertion, type Trap } from './traps/trap.ts'
import { traps } from './traps/traps.ts'

const today = '2026-11-21'

const recordingOf = ({ source, item }: Pick<Trap, 'source' | 'item'>): Recording => ({
  id: '1',
  source,
  title: 'Harbour Lights',
  artists: [],
  ...item,
})

const judgeTrap = (trap: Trap) => judge(recordingOf(trap), { today: trap.today ?? today }, trap)

test.each(traps)('$source: $name → $action', (trap) => {
  const { action, reasons } = judgeTrap(trap)
  expect(reasons[0]).toMatchObject(trap.because)
  expect(action).toBe(trap.action)
  for (const each of reasons) expect(english(each)).toMatch(/^\S.*\.$/)
  expect(new Set(reasons.map(english)).size).toBe(reasons.length)
})

test('at least 60 cases are in the table, none twice', () => {
  const names = traps.map(({ source, name }) => `${source}: ${name}`)
  expect(new Set(names).size).toBe(names.length)
  expect(names.length).toBeGreaterThanOrEqual(60)
})

describe('whatever the case', () => {
  const restrictions = [
    'stream-only',
    'access-restricted',
    'private',
    'no-download',
    'contradictory',
  ] as const satisfies readonly Restriction[]
  const open = traps.filter(({ source, unanswered }) => source !== 'library' && !unanswered)

  test.each(restrictions)('%s forbids the copy, and says so', (restriction) => {
    for (const trap of open) {
      const bound = judgeTrap({ ...trap, item: { ...trap.item, restrictions: [restriction] } })
      expect(bound.action).toBe('link')
      expect(bound.reasons).toContainEqual(reason(`rights.${restriction}`))
    }
  })

  test('no assertion opens what licence and host keep shut', () => {
    const assertions = [
      assertion({
        artists: ['Ina Voss'],
        year: 1900,
        licences: ['CC0', 'CC BY 4.0'],
        downloads: ['https://archive.org/details/nl042'],
      }),
    ]
    for (const trap of open) {
      const alone = judgeTrap({ ...trap, assertions: [] })
      const backed = judgeTrap({ ...trap, assertions })
      if (alone.action !== 'copy') expect(backed).toEqual(alone)
      else expect(backed.action).not.toBe('link')
    }
  })

  test('any assertions at all are weighed without breaking, and only ever lead to copy or review', () => {
    const text = fc.string({ unit: 'grapheme' })
    const assertions = fc.array(
      fc.record({
        by: text,
        artists: fc.array(text, { maxLength: 4 }),
        published: fc.boolean(),
        labels: fc.option(fc.array(text, { maxLength: 3 }), { nil: undefined }),
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
      fc.property(assertions, (given) => {
        const recording = recordingOf({ source: 'internet-archive', item })
        const { action, reasons } = judge(recording, { today }, { assertions: given })
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
    const clash = assertion({ by: 'acoustid', artists: ['The Big Label Band'] })
    const same = assertion({ licences: ['CC BY 4.0'] })
    const { reasons } = judge(recording, { today }, { assertions: [same, clash] })
    const artists = ['The Big Label Band']
    const licence = reason('rights.licence', {
      id: 'CC-BY-4.0',
      name: 'Creative Commons Attribution 4.0',
    })
    expect(reasons).toEqual([
      reason('rights.uploader-doubted', { by: 'AcoustID', artists, more: 0, uploader: 'ripper' }),
      reason('rights.page-says', { licence }),
      reason('rights.same-licence', { by: 'MusicBrainz', licence }),
    ])
  })

  test('a copy tells both keys, and who agrees', () => {
    const item = { licence: 'CC BY-NC 4.0', artists: ['Ina Voss'] }
    const verdict = judge(
      recordingOf({ source: 'jamendo', item }),
      { today },
      { assertions: [assertion()] },
    )
    const licence = reason('rights.licence', {
      id: 'CC-BY-NC-4.0',
      name: 'Creative Commons Attribution-NonCommercial 4.0',
    })
    expect(verdict.reasons).toEqual([
      reason('rights.licence-allows', { licence }),
      reason('rights.non-commercial'),
      reason('rights.jamendo-allows'),
      reason('rights.artists-account', { by: 'MusicBrainz', account: 'Ina Voss' }),
    ])
    expect(verdict.host).toMatchObject({ name: 'Jamendo', readOn: '2026-11-21' })
  })

  test('a crowd of artists is cut to three names', () => {
    const artists = ['A B', 'C D', 'E F', 'G H', 'I J']
    const recording = recordingOf({ source: 'internet-archive', item: { licence: 'CC0' } })
    const [first] = judge(recording, { today }, { assertions: [assertion({ artists })] }).reasons
    expect(first).toMatchObject({ params: { artists: ['A B', 'C D', 'E F'], more: 2 } })
  })

  test('every restriction is a reason of its own', () => {
    const item = {
      licence: 'CC0',
      restrictions: restrictionsOf('private', 'no-download', 'private'),
    }
    expect(judge(recordingOf({ source: 'jamendo', item }), { today }).reasons).toEqual([
      reason('rights.private'),
      reason('rights.no-download'),
    ])
  })
})

const restrictionsOf = (...all: readonly Restriction[]) => all

describe('the terms of hosts', () => {
  test('no source has two', () => {
    expect(new Set(hosts.map(({ source }) => source)).size).toBe(hosts.length)
  })

  test.each(hosts)('$source: a sentence, an address, the day it was read', (host) => {
    const { reason: why, conditions = [], termsUrl, readOn } = host.says
    for (const each of [why, ...conditions]) expect(english(each)).toMatch(/^[A-Zc].*\.$/)
    if (termsUrl !== undefined) expect(new URL(termsUrl).protocol).toBe('https:')
    // What is not settled has not been read; what an address is given for otherwise, has.
    const isUnsettled = asReason(why).code === 'rights.host-unsettled'
    if (isUnsettled) expect(readOn).toBeUndefined()
    else if (termsUrl !== undefined) expect(readOn).toMatch(/^\d{4}-\d\d-\d\d$/)
    // Who publishes there must be known before anything is copied.
    if (host.copies === 'licensed') expect(host.accounts).toBeDefined()
  })
})
