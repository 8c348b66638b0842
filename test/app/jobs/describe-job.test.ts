import { expect, test } from 'vitest'
import { Job } from '../../../src/api/jobs.ts'
import { describeJob } from '../../../src/app/jobs/describe-job.ts'
import type { WorkState } from '../../../src/jobs/queue.ts'

const resting = { until: '2026-11-30T15:05:00.000Z', reason: { code: 'text', params: {} } }

const work = (state: WorkState, facts?: unknown) => ({
  id: '1f0c',
  payload: { kind: 'verify', into: '/keep' },
  title: 'Keep',
  owner: 'page',
  state,
  adopted: false,
  createdAt: '2026-11-30T14:00:00.000Z',
  seq: 1,
  facts,
})

test.each<[WorkState, object | undefined]>([
  ['running', resting],
  ['queued', undefined],
  ['paused', undefined],
  ['interrupted', undefined],
])('of a job that is %s, it is told that it rests: %j', (state, expected) => {
  const job = describeJob(work(state, { done: 1, total: 2, resting }))
  expect(job).toMatchObject({ state, done: 1, total: 2 })
  expect(job.resting).toEqual(expected)
  expect(Job.parse(job).resting).toEqual(expected)
})

test('a job that runs does not rest', () => {
  expect(describeJob(work('running')).resting).toBeUndefined()
})
