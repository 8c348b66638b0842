import { writeFileSync } from 'node:fs'
import { readdir, readFile, stat, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openHttp } from '../../../src/base/http/open-http.ts'
import { UserError } from '../../../src/model/errors.ts'
import type { Link } from '../../../src/playlist/links/link.ts'
import { readLinkedPlaylist } from '../../../src/playlist/links/read-link.ts'
import { openApi } from '../../../src/playlist/spotify/api.ts'
import { spotifyHosts } from '../../../src/playlist/spotify/hosts.ts'
import { openPageStore } from '../../../src/playlist/spotify/page-store.ts'
import { openSession } from '../../../src/playlist/spotify/session.ts'
import { openTokenFile } from '../../../src/playlist/spotify/token-file.ts'
import { answerDirectly } from '../../support/direct-http.ts'
import { listFiles, makeTempDir } from '../../support/program.ts'
import { makeClock, type Reply, startReplay } from '../../support/replay.ts'
import { CLIENT_ID, idOf, type MadeUp, makeSpotify, makeTrack } from '../../support/spotify.ts'

const PLAYLIST: Link = { kind: 'playlist', id: idOf(1) }
const { signal } = new AbortController()
const made = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    added_at: '2020-01-01T00:00:00Z',
    item: makeTrack(at),
  }))

/** A user who is logged in, before a server that answers as Spotify does. */
async function open(madeUp: MadeUp) {
  const dir = await makeTempDir()
  const spotify = makeSpotify(madeUp)
  const replay = await startReplay(spotify.say)
  onTestFinished(() => replay[Symbol.asyncDispose]())
  const clock = makeClock()
  const file = openTokenFile(join(dir, 'config', 'spotify.json'))
  const expiresAt = clock.now() + 3600_000
  await file.write({ clientId: CLIENT_ID, ...spotify.giveTokens(), expiresAt })
  /** One run: what is in memory goes, what is on disk stays. */
  const run = async (link: Link = PLAYLIST, publicPage = false) => {
    await using http = openHttp({
      rules: spotifyHosts,
      userAgent: 'Songkeep/test',
      network: replay.network,
      clock,
      cacheFile: join(dir, 'cache', 'http.sqlite'),
    })
    const session = await openSession(file, http, clock.now)
    if (!session) throw new Error('There is a login.')
    const store = openPageStore(join(dir, 'cache', 'spotify'), clock.now)
    const reading = { http, api: openApi(session, http), store, publicPage }
    return await readLinkedPlaylist(link, reading, signal)
  }
  const offsets = () =>
    replay.asked.flatMap(({ url }) =>
      url.pathname.endsWith('/items') ? [Number(url.searchParams.get('offset'))] : [],
    )
  return { run, dir, clock, file, offsets, spotify, asked: replay.asked, unknown: replay.unknown }
}

const failure = (run: Promise<unknown>) =>
  run.then(
    () => undefined,
    (error: UserError) => error,
  )
const quiet = (seconds: number): Reply => ({
  status: 429,
  headers: { 'retry-after': String(seconds) },
  body: '{"error":{"status":429,"message":"Too many requests"}}',
})
const steps = (from: number, to: number) =>
  Array.from({ length: (to - from) / 50 }, (_, at) => from + at * 50)
const isPage = (url: URL, offset: number) => url.searchParams.get('offset') === String(offset)

describe('3,000 tracks over 60 pages', () => {
  const items = made(3000)

  test('are read in order, by our own offsets, and nothing of them stays behind', async () => {
    const { run, offsets, dir, asked, unknown } = await open({ items })
    const { name, creator, entries, notes } = await run()
    expect({ name, creator, notes }).toEqual({ name: 'Evening', creator: 'Me', notes: [] })
    expect(entries).toHaveLength(3000)
    for (const [at, entry] of entries.entries())
      expect(entry).toMatchObject({ position: at + 1, track: { title: `Song ${at}` } })
    expect(offsets()).toEqual(steps(0, 3000))
    expect(new Set(asked.map(({ url }) => url.host))).toEqual(new Set(['api.spotify.com']))
    expect(unknown).toEqual([])
    expect(await readdir(join(dir, 'cache', 'spotify'))).toEqual([])
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
      const { run, offsets } = await open({ items, instead })
      expect((await run()).entries).toHaveLength(3000)
      expect(offsets()).toEqual([...steps(0, 1550), ...steps(1500, 3000)])
    },
  )

  test('a connection that stays down: the next run asks for what is missing alone', async () => {
    let isDown = true
    const instead = (url: URL) =>
      isDown && isPage(url, 1500) ? { fault: 'deaf' as const } : undefined
    const { run, offsets } = await open({ items, instead })
    const error = await failure(run())
    expect(error?.message).toMatch(/1500 of 3000 entries are read so far/)
    expect(error?.hint).toMatch(/Run the same again later: it goes on there/)
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
    const { run, offsets, clock, asked } = await open({ items, instead })
    const error = await failure(run())
    expect(error).toBeInstanceOf(UserError)
    expect(error?.message).toMatch(/2000 of 3000/)
    expect(error?.hint).toMatch(/after 2026-11-22T00:/)
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
    const { run, offsets } = await open({
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
    let isDown = true
    const instead = (url: URL) =>
      isDown && isPage(url, 1500) ? { fault: 'deaf' as const } : undefined
    const { run, offsets, dir } = await open({ items, instead })
    await failure(run())
    const folder = join(dir, 'cache', 'spotify')
    const [name = ''] = await readdir(folder)
    const { size, mode } = await stat(join(folder, name))
    expect(mode & 0o777).toBe(0o600)
    await truncate(join(folder, name), size - 100)
    isDown = false
    const before = offsets().length
    expect((await run()).entries).toHaveLength(3000)
    expect(offsets().slice(before)).toEqual([0, ...steps(1450, 3000)])
  })
})

describe('a login', () => {
  test('that has run out by the clock is renewed once, and what is new is kept', async () => {
    const { run, clock, file, asked, spotify } = await open({ items: made(120) })
    const before = await file.read()
    clock.pass(2 * 3600_000)
    expect((await run()).entries).toHaveLength(120)
    expect(asked.filter(({ url }) => url.pathname === '/api/token')).toHaveLength(1)
    const after = await file.read()
    expect(after?.refreshToken).not.toBe(before?.refreshToken)
    expect(spotify.secrets).toContain(after?.accessToken)
  })

  test('whose token is refused in the middle is renewed once, and the same page asked for again', async () => {
    let expire = () => {}
    let isPast = false
    const instead = (url: URL) => {
      if (!isPast && isPage(url, 50)) {
        isPast = true
        expire()
      }
      return undefined
    }
    const { run, offsets, asked, spotify } = await open({ items: made(150), instead })
    expire = spotify.expire
    expect((await run()).entries).toHaveLength(150)
    expect(offsets()).toEqual([0, 50, 50, 100])
    expect(asked.filter(({ method }) => method === 'POST')).toHaveLength(1)
  })

  test('that has ended says to log in again', async () => {
    const { run, spotify, asked } = await open({ items: made(10) })
    spotify.end()
    const error = await failure(run())
    expect(error?.message).toMatch(/login at Spotify has ended/)
    expect(error?.hint).toMatch(/songkeep login spotify/)
    expect(asked.filter(({ method }) => method === 'POST')).toHaveLength(1)
  })

  test('whose new token is refused too is not renewed for ever', async () => {
    const instead = ({ host }: URL) =>
      host === 'api.spotify.com' ? { status: 401, body: '{}' } : undefined
    const { run, asked } = await open({ items: [], instead })
    expect((await failure(run()))?.message).toMatch(/has ended/)
    expect(asked).toHaveLength(3)
  })

  test.each([
    ['before this one is refused', 'api.spotify.com', 0],
    ['while this one asks', 'accounts.spotify.com', 1],
  ])('that another run renews (%s) is taken over', async (_, host, posts) => {
    let renewElsewhere = () => {}
    const instead = (url: URL) => {
      if (url.host === host) renewElsewhere()
      return undefined
    }
    const { run, dir, spotify, clock, asked } = await open({ items: made(3), instead })
    if (posts > 0) clock.pass(7200_000)
    renewElsewhere = () => {
      renewElsewhere = () => {}
      const tokens = { ...spotify.giveTokens(), expiresAt: clock.now() + 3600_000 }
      const text = JSON.stringify({ clientId: CLIENT_ID, ...tokens })
      writeFileSync(join(dir, 'config', 'spotify.json'), text)
    }
    expect((await run()).entries).toHaveLength(3)
    expect(asked.filter(({ method }) => method === 'POST')).toHaveLength(posts)
  })

  test.each([
    ['{"access_token":"a\\r\\nx: y","refresh_token":"b"}', /no token/],
    ['{"access_token":5}', /no token/],
    ['[]', /no token/],
    ['<html>', /damaged/],
    ['['.repeat(1000), /too deep/],
  ])('renewed by nonsense (%s) is no login', async (body, says) => {
    const instead = ({ host }: URL) => (host === 'accounts.spotify.com' ? { body } : undefined)
    const { run, clock, file } = await open({ items: [], instead })
    const before = await file.read()
    clock.pass(7200_000)
    expect((await failure(run()))?.message).toMatch(says)
    expect(await file.read()).toEqual(before)
  })
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
      /only its owner/,
      /--public-page/,
    ],
    [
      'a scope',
      refuse(403, { message: 'Insufficient client scope' }),
      /does not allow/,
      /login spotify/,
    ],
    [
      'the app',
      refuse(403, { message: 'User not registered in the Developer Dashboard' }),
      /your app/,
      /User Management/,
    ],
    [
      'nothing there',
      refuse(404, { message: 'Resource not found' }, idOf(1)),
      /no such playlist/,
      /--public-page/,
    ],
    [
      'the quota',
      refuse(429, { message: 'Too many', reason: 'QUOTA_EXCEEDED' }),
      /quota of your app/,
      /goes on|undefined/,
    ],
    ['a page', () => ({ status: 500, body: '<html>' }), /HTTP status 500/, /.*/],
  ])('%s: a sentence, and what to do', async (_, instead, message, hint) => {
    const { run } = await open({ items: made(3), instead })
    const error = await failure(run())
    expect(error).toBeInstanceOf(UserError)
    expect(error?.message).toMatch(message)
    expect(String(error?.hint)).toMatch(hint)
  })

  test('a short Retry-After is waited for', async () => {
    let times = 0
    const instead = (url: URL) => (isPage(url, 0) && times++ === 0 ? quiet(7) : undefined)
    const { run, clock } = await open({ items: made(3), instead })
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
    const { run, asked, dir } = await open({ items: [], instead })
    const { name, notes } = await run(PLAYLIST, true)
    expect([name, notes.length]).toEqual(['Theirs', 2])
    // The token that lies in the page goes nowhere, and ours does not go to the page.
    expect(JSON.stringify(asked.map(({ url, headers, body }) => [url, headers, body]))).not.toMatch(
      /anonymous/,
    )
    const page = asked.find(({ url }) => url.host === 'open.spotify.com')
    expect(page?.headers.authorization).toBeUndefined()
    for (const path of await listFiles(dir))
      expect(await readFile(join(dir, path), 'latin1')).not.toContain('anonymous')
  })
})

describe('other lists', () => {
  test('liked songs, an album, a track', async () => {
    const { run } = await open({ items: [...made(51).map(({ item }) => ({ track: item })), null] })
    const liked = await run({ kind: 'liked' })
    expect([liked.name, liked.entries.length]).toEqual(['Liked Songs', 52])
    expect(liked.entries[51]).toMatchObject({
      kind: 'skipped',
      reason: expect.stringMatching(/empty item/),
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
        ? { body: JSON.stringify({ items: isPage(url, 0) ? made(2) : [], total: 9 }) }
        : undefined
    const { run } = await open({ items: [], instead })
    const { entries, notes } = await run()
    expect(entries).toHaveLength(2)
    expect(notes).toEqual(['Spotify counts 9 entries, and gives 2 of them.'])
  })
})

test('whatever the API answers, there is a playlist or an error for the user', async () => {
  const dir = await makeTempDir()
  const session = { token: async () => 'token', renew: async () => 'token' }
  let count = 0
  const value = fc.oneof(
    fc.jsonValue(),
    fc.record({
      items: fc.oneof(fc.array(fc.jsonValue()), fc.jsonValue()),
      total: fc.oneof(fc.integer({ min: -1, max: 60 }), fc.jsonValue()),
    }),
    fc.record({
      name: fc.jsonValue(),
      owner: fc.jsonValue(),
      snapshot_id: fc.jsonValue(),
      artists: fc.jsonValue(),
    }),
  )
  const body = fc.oneof(
    value.map((each) => JSON.stringify(each)),
    fc.string(),
  )
  const status = fc.constantFrom(200, 200, 200, 200, 401, 403, 404, 429, 500)
  const kind = fc.constantFrom('playlist' as const, 'album' as const, 'track' as const)
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(status, body), { minLength: 1 }),
      kind,
      async (said, what) => {
        let turn = 0
        const http = answerDirectly(() => {
          const [code, text] = said[Math.min(turn++, said.length - 1)] ?? [200, '']
          if (turn > 500) throw new Error('It asks without end.')
          return { status: code, body: text }
        })
        const store = {
          open: async () => ({ rows: [], add: async () => {}, remove: async () => {} }),
        }
        const reading = { http, api: openApi(session, http), store, publicPage: false }
        const link = { kind: what, id: idOf(count++) }
        const error = await failure(readLinkedPlaylist(link, reading, signal))
        if (error) expect(error).toBeInstanceOf(UserError)
      },
    ),
    { numRuns: 10_000 },
  )
  expect(await listFiles(dir)).toEqual([])
}, 60_000)
