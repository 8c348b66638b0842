import { describe, expect, test } from 'vitest'
import { reason, textReason } from '../../src/model/reason.ts'
import type { Recording } from '../../src/model/recording.ts'
import type { HostTerms } from '../../src/rights/hosts.ts'
import { judge, judgeAmong } from '../../src/rights/judge.ts'
import { english } from '../../src/words/english.ts'

const policy = { today: '2026-11-21' }

const recording = (source: string, licence?: string, year?: number): Recording => ({
  id: '1',
  source,
  title: 'Song',
  artists: ['Somebody'],
  licence,
  year,
})

describe('the user’s own file', () => {
  test.each([
    [undefined, 'own-copy'],
    ['© 2012 Somebody', 'own-copy'],
    ['All rights reserved', 'all-rights-reserved'],
    ['http://creativecommons.org/licenses/by-sa/3.0/', 'CC-BY-SA-3.0'],
    ['http://creativecommons.org/licenses/by-nc-nd/3.0/', 'CC-BY-NC-ND-3.0'],
    ['Public domain', 'LicenseRef-public-domain'],
  ])('is copied, whatever its tags say: %j', (licence, id) => {
    const verdict = judge(recording('library', licence), policy)
    expect(verdict.action).toBe('copy')
    expect(verdict.reasons[0]).toEqual(reason('rights.own-file'))
    expect(verdict.licence.id).toBe(id)
    expect(verdict.licence.asGiven).toBe(licence)
  })

  test('its licence is told', () => {
    expect(judge(recording('library', 'CC BY-SA 3.0'), policy)).toEqual({
      action: 'copy',
      reasons: [
        reason('rights.own-file'),
        reason('rights.tags-say', {
          licence: reason('rights.licence', {
            id: 'CC-BY-SA-3.0',
            name: 'Creative Commons Attribution-ShareAlike 3.0',
          }),
        }),
      ],
      licence: {
        id: 'CC-BY-SA-3.0',
        name: 'Creative Commons Attribution-ShareAlike 3.0',
        url: 'https://creativecommons.org/licenses/by-sa/3.0/',
        asGiven: 'CC BY-SA 3.0',
      },
    })
  })
})

describe('two keys', () => {
  const hosts: readonly HostTerms[] = [
    {
      source: 'open',
      copies: 'licensed',
      says: { name: 'Open', reason: textReason('Open lets licensed files be copied.') },
    },
    {
      source: 'closed',
      copies: 'never',
      says: { name: 'Closed', reason: textReason('Closed forbids copies.') },
    },
  ]
  const judged = (source: string, licence?: string, year?: number) =>
    judgeAmong(hosts, recording(source, licence, year), policy)

  test.each([
    // licence, host, year → action
    ['CC BY 4.0', 'open', undefined, 'copy'],
    ['CC BY-NC-ND 4.0', 'open', undefined, 'copy'],
    ['CC0', 'open', undefined, 'copy'],
    ['GPL-3.0', 'open', undefined, 'copy'],
    ['Free Art License', 'open', undefined, 'copy'],
    ['CC BY 4.0', 'closed', undefined, 'link'],
    ['CC0', 'closed', undefined, 'link'],
    ['CC BY 4.0', 'nobody', undefined, 'link'],
    ['CC BY 4.0', 'Open', undefined, 'link'],
    [undefined, 'open', undefined, 'link'],
    [undefined, 'nobody', undefined, 'link'],
    ['youtube', 'open', undefined, 'link'],
    ['All rights reserved', 'open', undefined, 'link'],
    ['All rights reserved', 'open', 1920, 'link'],
    ['http://creativecommons.org/licenses/sampling+/1.0/', 'open', undefined, 'link'],
    ['http://creativecommons.org/licenses/devnations/2.0/', 'open', undefined, 'link'],
    ['http://creativecommons.org/licenses/by/2.1/', 'open', undefined, 'link'],
    ['http://creativecommons.org/licenses/publicdomain/', 'open', undefined, 'review'],
    ['http://creativecommons.org/publicdomain/mark/1.0/', 'open', undefined, 'review'],
    ['http://creativecommons.org/publicdomain/mark/1.0/', 'open', 1926, 'review'],
    ['http://creativecommons.org/publicdomain/mark/1.0/', 'open', 1925, 'copy'],
    ['http://creativecommons.org/publicdomain/mark/1.0/', 'closed', 1925, 'link'],
    ['Public domain', 'open', 1999, 'review'],
    ['Public domain', 'open', 1910, 'copy'],
    [undefined, 'open', 1910, 'review'],
    [undefined, 'closed', 1910, 'link'],
  ] as const)('%j from %s, %s → %s', (licence, source, year, action) => {
    const verdict = judged(source, licence, year)
    expect(verdict.action).toBe(action)
    expect(verdict.reasons.length).toBeGreaterThan(0)
    for (const each of verdict.reasons) expect(english(each)).toMatch(/^\S.*\.$/)
  })

  test('conditions are told with the copy', () => {
    expect(judged('open', 'CC BY-NC-ND 4.0').reasons).toEqual([
      reason('rights.licence-allows', {
        licence: reason('rights.licence', {
          id: 'CC-BY-NC-ND-4.0',
          name: 'Creative Commons Attribution-NonCommercial-NoDerivatives 4.0',
        }),
      }),
      reason('rights.non-commercial'),
      reason('rights.no-derivatives'),
      textReason('Open lets licensed files be copied.'),
    ])
  })

  test('the host’s no comes before any licence', () => {
    expect(judged('closed', 'CC0').reasons).toEqual([textReason('Closed forbids copies.')])
    expect(judged('nobody', 'CC0').reasons).toEqual([
      reason('rights.host-unknown', { source: 'nobody' }),
    ])
  })

  test('the day of the run decides, not the day this was written', () => {
    const old = recording('open', 'Public domain', 1926)
    expect(judgeAmong(hosts, old, { today: '2026-12-31' }).action).toBe('review')
    expect(judgeAmong(hosts, old, { today: '2027-01-01' }).action).toBe('copy')
  })
})
