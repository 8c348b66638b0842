import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linkTo, type Route, readRoute, viewOfJob, viewOfPlaylist } from '../../web/address.ts'

describe('an address', () => {
  it.each<[string, Route]>([
    ['', { kind: 'start' }],
    ['#', { kind: 'start' }],
    ['#/', { kind: 'start' }],
    ['#/jobs', { kind: 'jobs' }],
    ['#/jobs/17', { kind: 'job', job: '17' }],
    ['#/jobs/17/result', { kind: 'result', view: 'jobs/17' }],
    ['#/jobs/17/result?show=failed&open=0.17', { kind: 'result', view: 'jobs/17' }],
    ['#/jobs/17/result?show=/a/b?c', { kind: 'result', view: 'jobs/17' }],
    ['#?', { kind: 'start' }],
    ['#/jobs/17/review', { kind: 'review', view: 'jobs/17' }],
    ['#/jobs/17/print', { kind: 'print', view: 'jobs/17' }],
    ['#/library/a1/x/print', { kind: 'print', view: 'archives/a1/playlists/x' }],
    ['#/library', { kind: 'library' }],
    ['#/library/a1', { kind: 'library', archive: 'a1' }],
    ['#/library/a1/Caf%C3%A9', { kind: 'result', view: 'archives/a1/playlists/Caf%C3%A9' }],
    ['#/library/a1/x/review', { kind: 'review', view: 'archives/a1/playlists/x' }],
    ['#/library/a1/x/missing', { kind: 'missing', view: 'archives/a1/playlists/x' }],
    ['#/tail/a1', { kind: 'tail', archive: 'a1' }],
    ['#/tail', { kind: 'unknown', hash: '#/tail' }],
    ['#/settings', { kind: 'settings' }],
    ['#/guide', { kind: 'guide' }],
    ['#/jobs/17/nothing', { kind: 'unknown', hash: '#/jobs/17/nothing' }],
    ['#/jobs/17/result/more', { kind: 'unknown', hash: '#/jobs/17/result/more' }],
    ['#/library/a/b/c', { kind: 'unknown', hash: '#/library/a/b/c' }],
    ['#/elsewhere', { kind: 'unknown', hash: '#/elsewhere' }],
    ['#/jobs/%E0%A4%A', { kind: 'unknown', hash: '#/jobs/%E0%A4%A' }],
  ])('%s is read', (hash, route) => {
    expect(readRoute(hash)).toEqual(route)
  })

  it('leads back to what it was made of, whatever the names hold', () => {
    // A lone surrogate has no address; the names of folders have none.
    const name = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => text.isWellFormed())
    const kind = fc.constantFrom('result', 'review', 'print')
    const route: fc.Arbitrary<Route> = fc.oneof(
      fc.constantFrom<Route>({ kind: 'start' }, { kind: 'jobs' }, { kind: 'library' }),
      name.map((job) => ({ kind: 'job' as const, job })),
      name.map((archive) => ({ kind: 'library' as const, archive })),
      name.map((archive) => ({ kind: 'tail' as const, archive })),
      fc.tuple(kind, name).map(([kind, job]) => ({ kind, view: viewOfJob(job) }) as Route),
      fc
        .tuple(kind, name, name)
        .map(([kind, id, folder]) => ({ kind, view: viewOfPlaylist(id, folder) }) as Route),
    )
    fc.assert(
      fc.property(route, (each) => {
        expect(readRoute(linkTo(each))).toEqual(each)
      }),
    )
  })
})
