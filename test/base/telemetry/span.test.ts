import { expect, test } from 'vitest'
import { inSpan, listenToSpans, type Span, tellMoment } from '../../../src/base/telemetry/span.ts'

test('who listens is told of each span with its fields, its time and what it lies within', async () => {
  const told: Span[] = []
  {
    using _ = listenToSpans({ ended: (span) => void told.push(span) })
    await inSpan('run', { kind: 'backup' }, async (run) => {
      await Promise.all([1, 2].map(() => inSpan('track', {}, async () => {})))
      tellMoment('entry', { outcome: 'kept' })
      run.result = 'done'
    })
  }
  await inSpan('track', {}, async () => {})
  expect(told.map(({ name }) => name)).toEqual(['track', 'track', 'entry', 'run'])
  const run = told.at(-1)
  expect(run).toMatchObject({ name: 'run', fields: { kind: 'backup', result: 'done' } })
  expect(told.filter(({ parent }) => parent === run)).toHaveLength(3)
  expect(told.every(({ durationMs }) => durationMs !== undefined)).toBe(true)
})

test('what fails is told as failed, and thrown on', async () => {
  const told: Span[] = []
  using _ = listenToSpans({ ended: (span) => void told.push(span) })
  const broken = new Error('broken')
  await expect(inSpan('copy', {}, () => Promise.reject(broken))).rejects.toBe(broken)
  expect(told).toMatchObject([{ name: 'copy', failed: true }])
})
