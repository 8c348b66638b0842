import { describe, expect, it } from 'vitest'
import type { Job } from '../../../src/api/contract.ts'
import { completeRequest } from '../../../src/model/backup/request.ts'
import { findRerun } from '../../../web/parts/jobs/find-rerun.ts'
import { mayPlay } from '../../../web/parts/players/media-hosts.ts'

const order = {
  ...completeRequest({ inputs: [], into: '/music' }),
  kind: 'backup',
  inputs: [{ kind: 'link', link: 'https://example.org/list' }],
} satisfies Job['order']

const job = (id: string, title: string, rest: Partial<Job> = {}): Job => ({
  id,
  order,
  title,
  state: 'done',
  by: 'page',
  createdAt: '2026-11-21T08:00:00Z',
  endedAt: '2026-11-21T08:10:00Z',
  done: 1,
  total: 1,
  counts: {},
  seq: 1,
  archive: 'a1',
  ...rest,
})

const list = (name: string, uri?: string) => ({
  name,
  canSync: uri !== undefined,
  uri,
})

describe('findWay', () => {
  const { endedAt: _, ...running } = job('running', 'Road')
  const jobs = [
    job('elsewhere', 'Road', { archive: 'a2' }),
    job('dry', 'Road', { order: { ...order, dryRun: true } }),
    job('verify', 'Road', { order: { kind: 'verify', into: '/music' } }),
    running,
    job('latest', 'Summer, Road, Tom, Dick and Harry and 2 more'),
    job('older', 'Road'),
  ]

  it.each([
    ['Road', 'latest'],
    ['Summer', 'latest'],
    ['Tom, Dick and Harry', 'latest'],
    ['Roa', undefined],
    ['2 more', undefined],
    ['', undefined],
  ])('%j was backed up last by %s', (name, id) => {
    const way = findRerun(jobs, 'a1', list(name))
    expect(way.kind === 'job' ? way.job.id : undefined).toBe(id)
  })

  it('asks the link where no run is known, and the user where there is no link', () => {
    expect(findRerun([], 'a1', list('Road', 'https://example.org/list'))).toEqual({
      kind: 'link',
      link: 'https://example.org/list',
    })
    expect(findRerun([], 'a1', list('Road'))).toEqual({ kind: 'drop' })
    expect(findRerun([], 'a1', { ...list('Road', 'file:x'), canSync: false })).toEqual({
      kind: 'drop',
    })
  })
})

describe('mayHear', () => {
  const hosts = ['https://archive.org', 'https://*.archive.org']
  it.each([
    ['https://archive.org/download/x.mp3', true],
    ['https://ia800.us.archive.org/x.mp3', true],
    ['https://notarchive.org/x.mp3', false],
    ['https://archive.org.example.org/x.mp3', false],
    ['http://archive.org/x.mp3', false],
    ['https://archive.org:8443/x.mp3', false],
    ['blob:https://archive.org/x', false],
    ['x.mp3', false],
  ])('%s: %s', (url, may) => {
    expect(mayPlay(url, hosts)).toBe(may)
  })
})
