import { describe, expect, it } from 'vitest'
import type { Job } from '../../../src/api/contract.ts'
import { mergeJobs } from '../../../web/api/merge-jobs.ts'
import { actionsFor, sortJobs, stateOf } from '../../../web/parts/jobs/job-states.ts'

const job = (id: string, rest: Partial<Job> = {}): Job => ({
  id,
  order: { kind: 'verify', into: '/keep' },
  title: id,
  state: 'running',
  by: 'page',
  createdAt: `2026-01-0${id}T00:00:00Z`,
  done: 0,
  total: 0,
  counts: {},
  seq: 1,
  ...rest,
})

describe('mergeJobs', () => {
  it('puts the latest first, and keeps what did not change', () => {
    const first = job('1')
    const known = mergeJobs([], [first])
    const merged = mergeJobs(known, [job('3'), job('2')])
    expect(merged.map(({ id }) => id)).toEqual(['3', '2', '1'])
    expect(merged[2]).toBe(first)
    expect(mergeJobs(merged, [])).toBe(merged)
  })

  it('is not set back by an answer that was overtaken', () => {
    const now = job('1', { seq: 9, state: 'done', endedAt: '2026-01-02T00:00:00Z' })
    expect(mergeJobs([now], [job('1', { seq: 5 })])).toEqual([now])
    // What was cancelled may go on after all.
    expect(mergeJobs([now], [job('1', { seq: 9 })])[0]?.state).toBe('running')
  })
})

describe('a run on the list', () => {
  it('stands first while it runs', () => {
    const jobs = [
      job('5', { state: 'done' }),
      job('4', { state: 'interrupted' }),
      job('3', { state: 'queued' }),
      job('2', { state: 'running' }),
      job('1', { state: 'failed' }),
    ]
    expect(sortJobs(jobs).map(({ id }) => id)).toEqual(['2', '3', '4', '5', '1'])
  })

  it('rests where it only waits for its time', () => {
    const resting = { until: '2026-01-01T01:00:00Z', reason: { code: 'text', params: {} } }
    expect(stateOf(job('1', { resting }))).toBe('resting')
    expect(stateOf(job('1'))).toBe('running')
  })

  it('stands among those that wait by when it will run', () => {
    const jobs = [
      job('3', { state: 'queued', place: 1 }),
      job('2', { state: 'queued', place: 3 }),
      job('1', { state: 'queued', place: 2 }),
    ]
    expect(sortJobs(jobs).map(({ id }) => id)).toEqual(['3', '1', '2'])
  })

  it.each<[Job['state'], Job['signal'], string[]]>([
    ['queued', undefined, ['pause', 'cancel']],
    ['running', undefined, ['pause', 'cancel']],
    ['running', 'pause', ['cancel']],
    ['running', 'cancel', []],
    ['paused', undefined, ['resume', 'cancel', 'forget']],
    ['interrupted', undefined, ['resume', 'cancel', 'forget']],
    ['done', undefined, ['again', 'forget']],
    ['failed', undefined, ['again', 'forget']],
    ['cancelled', undefined, ['again', 'forget']],
  ])('%s, asked to %s, may be asked to %j', (state, signal, may) => {
    const actions = actionsFor({ state, signal })
    expect(Object.entries(actions).flatMap(([action, is]) => (is ? [action] : []))).toEqual(may)
  })
})
