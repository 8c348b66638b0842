import { expect, test } from 'vitest'
import type { Recording } from '../../src/model/recording.ts'
import type { Assertion } from '../../src/model/verdict.ts'
import { judge } from '../../src/rights/judge.ts'
import { settleDoubt } from '../../src/rights/settle.ts'

const settled = 'You looked at it on 2026-11-21 and decided that its licence holds.'
const policy = { today: '2026-11-21' }
const by = 'https://creativecommons.org/licenses/by/4.0/'
const open: Recording = {
  id: '1',
  source: 'internet-archive',
  title: 'Tide',
  artists: ['Ana'],
  licence: by,
}
const another: Assertion = { by: 'acoustid', artists: ['Bob'], published: true, licences: [] }

const cases: readonly (readonly [string, Partial<Recording>, Assertion[], string, boolean])[] = [
  ['nothing is in doubt', {}, [], 'copy', false],
  ['a claim is', {}, [another], 'copy', true],
  ['a date is', { licence: 'Public Domain' }, [], 'copy', true],
  ['the host is unknown', { source: 'somewhere' }, [another], 'link', false],
  ['the host lets nothing be copied', { source: 'youtube' }, [another], 'link', false],
  ['the host holds it back', { restrictions: ['private'] }, [another], 'link', false],
  ['the licence forbids it', { licence: 'All rights reserved' }, [another], 'link', false],
  ['no licence is known', { licence: 'ask me' }, [another], 'link', false],
]
test.each(cases)('%s', (_, rest, claims, action, isSettled) => {
  const verdict = judge({ ...open, ...rest }, policy, { assertions: claims })
  const after = settleDoubt(verdict, settled)
  expect(after).toEqual({
    ...verdict,
    action,
    reasons: isSettled ? [settled, ...verdict.reasons] : verdict.reasons,
  })
})
