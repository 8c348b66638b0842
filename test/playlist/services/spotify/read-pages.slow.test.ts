import { readdir, stat, truncate, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { reason } from '../../../../src/model/reason.ts'
import { UserError } from '../../../../src/words/user-error.ts'
import type { Reply } from '../../../support/hosts/replay.ts'
import { makeItems, makeTrack } from '../../../support/hosts/spotify.ts'
import { failure, openUser } from '../../../support/hosts/spotify-user.ts'

const steps = (from: number, to: number) =>
  Array.from({ length: (to - from) / 50 }, (_, at) => from + at * 50)
const isPage = (url: URL, offset: number) => url.searchParams.get('offset') === String(offset)

const quiet = (seconds: number): Reply => ({
  status: 429,
  headers: { 'retry-after': String(seconds) },
  body: '{"error":{"status":429,"message":"Too many requests"}}',
})
describe('3,000 tracks over 60 pages', () => {
  const items = makeItems(3000)

  test('are read in order, by our own offsets, and nothing of them stays behind', async () => {
    const { run, offsets, dir, asked, unknown, countKept } = await openUser({ items })
    const { name, creator, entries, notes } = await run()
    expect({ name, creator, notes }).toEqual({ name: 'Evening', creator: 'Me', notes: [] })
    expect(entries).toHaveLength(3000)
    for (const [at, entry] of entries.entries())
      expect(entry).toMatchObject({ position: at + 1, track: { title: `Song ${at}` } })
    expect(offsets()).toEqual(steps(0, 3000))
    expect(new Set(asked.map(({ url }) => url.host))).toEqual(new Set(['api.spotify.com']))
    expect(unknown).toEqual([])
    expect(await readdir(join(dir, 'cache', 'spotify'))).toEqual([])
    expect(countKept()).toBe(0)
  })

  test.each(['deaf', 'truncated'] as const)(
    'a connection that drops once in the middle (%s)',
    async (fault) => {
      let dropped = false
      const instead = (url: URL) => {
        if (dropped || !isPage(url, 1500)) return undefined
        dropped = true
        return { fault, body: '{"items":[]}' }
      }
      const { run, offsets } = await openUser({ items, instead })
      expect((await run()).entries).toHaveLength(3000)
      expect(offsets()).toEqual([...steps(0, 1550), ...steps(1500, 3000)])
    },
  )

  test('a connection that stays down: the next run asks for what is missing alone', async () => {
    let isDown = true
    const instead = (url: URL) =>
      isDown && isPage(url, 1500) ? { fault: 'deaf' as const } : undefined
    const { run, offsets } = await openUser({ items, instead })
    const error = await failure(run())
    expect(error?.reason).toMatchObject({
      code: 'playlist.read-so-far',
      params: { done: 1500, total: 3000 },
    })
    expect(error?.advice).toEqual(reason('playlist.run-again', { until: undefined }))
    isDown = false
    const before = offsets().length
    const { entries } = await run()
    expect(offsets().slice(before)).toEqual([0, ...steps(1500, 3000)])
    expect(entries.map((entry) => entry.kind === 'track' && entry.track.title)).toEqual(
      items.map(({ item }) => item.name),
    )
  })

  test('a Retry-After of a day ends the run at once, says when, and is gone on after', async () => {
    let isBusy = true
    const instead = (url: URL) => (isBusy && isPage(url, 2000) ? quiet(86_400) : undefined)
    const { run, offsets, clock, asked } = await openUser({ items, instead })
    const error = await failure(run())
    expect(error).toBeInstanceOf(UserError)
    expect(error?.reason).toMatchObject({
      code: 'playlist.read-so-far',
      params: { done: 2000, total: 3000 },
    })
    expect(error?.advice).toMatchObject({
      code: 'playlist.run-again',
      params: { until: expect.stringMatching(/^2026-11-22T00:\d\d/) },
    })
    expect(error?.hint).toMatch(/after 2026-11-22 00:\d\d UTC: it goes on there/)
    expect(clock.slept.filter((ms) => ms > 60_000)).toEqual([])
    isBusy = false
    clock.pass(24 * 3600_000)
    const before = offsets().length
    expect((await run()).entries).toHaveLength(3000)
    expect(offsets().slice(before)).toEqual([0, ...steps(2000, 3000)])
    // A day later the access token has run out too.
    expect(asked.filter(({ url }) => url.host === 'accounts.spotify.com')).toHaveLength(1)
  })

  test.each([
    ['its snapshot', 'one', 'two'],
    ['its first page', 'same', 'same'],
  ])('a playlist that has changed meanwhile (%s) is read anew', async (_, first, second) => {
    let isDown = true
    const list: unknown[] = [...items]
    const instead = (url: URL) =>
      isDown && isPage(url, 1500) ? { fault: 'deaf' as const } : undefined
    const { run, offsets } = await openUser({
      items: list,
      instead,
      snapshot: () => (isDown ? first : second),
    })
    await failure(run())
    isDown = false
    if (first === second) list.unshift({ item: makeTrack(9999) })
    const before = offsets().length
    expect((await run()).entries).toHaveLength(list.length)
    expect(offsets().length - before).toBe(Math.ceil(list.length / 50))
  })

  test('a page that was half written when the machine went down is asked for again', async () => {
    const { run, offsets, path, recover } = await breakOff(items)
    const { size, mode } = await stat(path)
    expect(mode & 0o777).toBe(0o600)
    await truncate(path, size - 100)
    recover()
    const before = offsets().length
    expect((await run()).entries).toHaveLength(3000)
    expect(offsets().slice(before)).toEqual([0, ...steps(1450, 3000)])
  })

  test('what was read more than a week ago is read anew', async () => {
    const { run, offsets, path, recover } = await breakOff(items)
    const old = new Date(Date.now() - 8 * 24 * 3600_000)
    await utimes(path, old, old)
    recover()
    const before = offsets().length
    await run()
    expect(offsets().slice(before)).toEqual(steps(0, 3000))
  })
})

/** A run that got half of the pages, and the file in which they were kept. */
async function breakOff(items: ReturnType<typeof makeItems>) {
  let isDown = true
  const instead = (url: URL) =>
    isDown && isPage(url, 1500) ? { fault: 'deaf' as const } : undefined
  const { run, offsets, dir } = await openUser({ items, instead })
  await failure(run())
  const folder = join(dir, 'cache', 'spotify')
  const [name = ''] = await readdir(folder)
  const recover = () => {
    isDown = false
  }
  return { run, offsets, path: join(folder, name), recover }
}
