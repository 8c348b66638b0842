import { describe, expect, test } from 'vitest'
import type { Job } from '../../../src/api/contract.ts'
import { describeJob } from '../../../src/cli/display/job.ts'
import { reason } from '../../../src/model/reason.ts'
import { de } from '../../../src/words/de/index.ts'
import { en } from '../../../src/words/en/index.ts'

const job: Job = {
  id: '1f0c2b3a-0000-0000-0000-000000000000',
  order: { kind: 'verify', into: '/keep' },
  title: 'Evening songs',
  state: 'running',
  by: 'page',
  createdAt: '2026-11-30T14:00:00.000Z',
  done: 3,
  total: 10,
  counts: {},
  seq: 1,
}
const resting = {
  until: '2026-11-30T15:05:00.000Z',
  reason: reason('accounts.slowed-tracks', { most: 60, minutes: 12 }),
}

describe.each([en, de])('a job in the terminal', (words) => {
  const { states, until, signals } = words.terminal.jobs

  test.each<[Partial<Job>, string]>([
    [{}, states.running],
    [{ state: 'queued' }, states.queued],
    [{ resting }, states.resting],
    [{ resting, signal: 'pause' }, signals.pause],
  ])('%j is told as “%s”', (more, state) => {
    const [first = ''] = describeJob({ ...job, ...more }, words).split('\n')
    expect(first.slice(10, 22).trim()).toBe(state)
    expect(first).toContain('3/10')
  })

  test('that rests says until when', () => {
    expect(describeJob({ ...job, resting }, words)).toContain(until('2026-11-30 15:05'))
  })
})
