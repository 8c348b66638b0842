import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { reason } from '../../../../src/model/reason.ts'
import { UserError } from '../../../../src/words/user-error.ts'
import type { Reply } from '../../../support/hosts/replay.ts'
import { idOf, makeItems } from '../../../support/hosts/spotify.ts'
import { failure, openUser, PLAYLIST } from '../../../support/hosts/spotify-user.ts'
import { listFiles } from '../../../support/program.ts'
import { codesOf, innerCodeOf } from '../../../support/words/reasons.ts'

const isPage = (url: URL, offset: number) => url.searchParams.get('offset') === String(offset)

const quiet = (seconds: number): Reply => ({
  status: 429,
  headers: { 'retry-after': String(seconds) },
  body: '{"error":{"status":429,"message":"Too many requests"}}',
})
describe('what Spotify refuses', () => {
  const refuse =
    (status: number, error: object, path = '/items') =>
    (url: URL) =>
      url.pathname.endsWith(path) ? { status, body: JSON.stringify({ error }) } : undefined

  test.each([
    [
      'somebody else’s',
      refuse(403, { status: 403, message: 'Forbidden' }),
      'playlist.not-for-this-user',
      'playlist.ways-besides-api',
    ],
    [
      'a scope',
      refuse(403, { message: 'Insufficient client scope' }),
      'playlist.scope-missing',
      'playlist.log-in-with-scope',
    ],
    [
      'the app',
      refuse(403, { message: 'User not registered in the Developer Dashboard' }),
      'playlist.app-not-allowed',
      'playlist.add-user-to-app',
    ],
    [
      'nothing there',
      refuse(404, { message: 'Resource not found' }, idOf(1)),
      'playlist.not-for-this-app',
      'playlist.ways-besides-api',
    ],
    [
      'the quota',
      refuse(429, { message: 'Too many', reason: 'QUOTA_EXCEEDED' }),
      'playlist.quota-used',
      undefined,
    ],
    [
      'the quota, for a day',
      (url: URL) => {
        const refused = refuse(429, { message: 'Too many', reason: 'QUOTA_EXCEEDED' })(url)
        return refused && { ...refused, headers: { 'retry-after': '86400' } }
      },
      'playlist.quota-used',
      undefined,
    ],
    ['a page', () => ({ status: 500, body: '<html>' }), 'playlist.no-answer', undefined],
  ])('%s: a sentence, and what to do', async (_, instead, code, advice) => {
    const { run } = await openUser({ items: makeItems(3), instead })
    const error = await failure(run())
    expect(error).toBeInstanceOf(UserError)
    expect(innerCodeOf(error)).toBe(code)
    expect(error?.advice?.code).toBe(advice)
  })

  test('a short Retry-After is waited for', async () => {
    let times = 0
    const instead = (url: URL) => (isPage(url, 0) && times++ === 0 ? quiet(7) : undefined)
    const { run, clock } = await openUser({ items: makeItems(3), instead })
    expect((await run()).entries).toHaveLength(3)
    expect(clock.slept.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThanOrEqual(7000)
  })

  test('what may not be read as the user is read from its public page, where the user allows that', async () => {
    const entity = { title: 'Theirs', trackList: [{ title: 'Amber', subtitle: 'Mira' }] }
    const state = { data: { entity }, settings: { session: { accessToken: 'BQ-anonymous' } } }
    const html = `<script id="__NEXT_DATA__">${JSON.stringify({ props: { pageProps: { state } } })}</script>`
    const instead = (url: URL) =>
      url.host === 'open.spotify.com'
        ? { body: html, headers: { 'content-type': 'text/html' } }
        : refuse(403, { message: 'Forbidden' })(url)
    const { run, asked, dir, countKept } = await openUser({ items: [], instead })
    const { name, notes } = await run(PLAYLIST, true)
    expect([name, ...codesOf(notes)]).toEqual([
      'Theirs',
      'playlist.not-for-this-user',
      'playlist.from-public-page',
    ])
    // The token that lies in the page goes nowhere, and ours does not go to the page.
    expect(JSON.stringify(asked.map(({ url, headers, body }) => [url, headers, body]))).not.toMatch(
      /anonymous/,
    )
    const page = asked.find(({ url }) => url.host === 'open.spotify.com')
    expect(page?.headers.authorization).toBeUndefined()
    expect(countKept()).toBe(0)
    for (const path of await listFiles(dir))
      expect(await readFile(join(dir, path), 'latin1')).not.toContain('anonymous')
  })
})

describe('other lists', () => {
  test('liked songs, an album, a track', async () => {
    const { run } = await openUser({
      items: [...makeItems(51).map(({ item }) => ({ track: item })), null],
    })
    const liked = await run({ kind: 'liked' })
    expect([liked.name, liked.entries.length]).toEqual(['Liked Songs', 52])
    expect(liked.entries[51]).toMatchObject({
      kind: 'skipped',
      reason: { code: 'playlist.empty-item' },
    })
    // Two users of one machine: their liked songs are two lists, and neither is read for the other.
    expect(liked.uri).toBe('spotify:user:me-myself:collection')
    expect((await run({ kind: 'liked', user: 'me-myself' })).entries).toHaveLength(52)
    await expect(run({ kind: 'liked', user: 'somebody' })).rejects.toMatchObject({
      reason: { code: 'playlist.liked-by-another' },
    })
    const album = await run({ kind: 'album', id: idOf(2) })
    expect([album.name, album.entries.length]).toEqual(['Sketches', 52])
    expect(album.entries[51]).toMatchObject({ track: { album: 'Sketches', year: 1971 } })
    const track = await run({ kind: 'track', id: idOf(7) })
    expect(track).toMatchObject({ name: 'Song 7', entries: [{ track: { isrc: 'GBAAA7100007' } }] })
  })

  test('fewer entries than are counted: told, and no endless asking', async () => {
    const instead = (url: URL) =>
      url.pathname.endsWith('/items')
        ? { body: JSON.stringify({ items: isPage(url, 0) ? makeItems(2) : [], total: 9 }) }
        : undefined
    const { run } = await openUser({ items: [], instead })
    const { entries, notes, partial } = await run()
    expect(entries).toHaveLength(2)
    expect(partial).toBe(true)
    expect(notes).toEqual([reason('playlist.fewer-than-counted', { total: 9, given: 2 })])
  })
})
