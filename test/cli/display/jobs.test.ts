import { describe, expect, test } from 'vitest'
import type { Job } from '../../../src/api/contract.ts'
import { jobLines } from '../../../src/cli/display/jobs.ts'
import { reason } from '../../../src/model/reason.ts'
import { displayWidth } from '../../../src/report/terminal/width.ts'
import { de } from '../../../src/words/de/index.ts'
import { en } from '../../../src/words/en/index.ts'
import { faultOf } from '../../../src/words/fault.ts'
import { say } from '../../../src/words/say.ts'

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
const account = 'somebody with a long name'
const title = '宇多田ヒカル – '.repeat(30)

describe.each([en, de])('a job in the terminal', (words) => {
  const { states, until, signals } = words.terminal.jobs

  test.each<[Partial<Job>, string]>([
    [{}, states.running],
    [{ state: 'queued' }, states.queued],
    [{ resting }, states.resting],
    [{ resting, signal: 'pause' }, signals.pause],
  ])('%j is told as “%s”', (more, state) => {
    const [first = ''] = jobLines([{ ...job, ...more }], words)
    expect(first.slice(10, 22).trim()).toBe(state)
    expect(first).toContain('3/10')
  })

  test('that rests says until when', () => {
    expect(jobLines([{ ...job, resting }], words, { width: 300 }).join('\n')).toContain(
      until('2026-11-30 15:05'),
    )
  })

  test.each([80, 100, 200])(
    'no line is longer than %i columns, and nothing of a reason is cut',
    (width) => {
      const fault = faultOf(reason('jobs.given-up', { tries: 5 }))
      const [own, others] = [
        { ...job, fault, title },
        { ...job, resting, title, account },
      ]
      const lines = jobLines([own, others], words, { width })
      for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width)
      const told = lines.join(' ').replaceAll(/\s+/g, ' ')
      for (const each of [fault.reason, resting.reason]) expect(told).toContain(say(each, words))
    },
  )

  test.each([0, 1, 2])('%i that nobody is there to do: it is said once, or not', (many) => {
    const waiting: Job = { ...job, state: 'queued', place: 1, noWorker: true }
    const lines = jobLines([job, ...Array<Job>(many).fill(waiting)], words, { width: 200 })
    expect(lines).toHaveLength(1 + many + Math.min(many, 1))
    expect(lines.includes(words.terminal.jobs.noWorker)).toBe(many > 0)
  })

  test('stands with the account that it is done for, where there is one', () => {
    const jobs = [job, { ...job, account: 'anna' }]
    const [own, annas] = jobLines(jobs, words, { width: 80 })
    expect(own).toMatch(/14:00 {8}Evening songs$/)
    expect(annas).toMatch(/14:00 {2}anna {2}Evening songs$/)
    expect(jobLines([job], words, { width: 80 })[0]).toMatch(/14:00 {2}Evening songs$/)
  })
})
