import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { CLIENT_ID, makeItems } from '../../../support/hosts/spotify.ts'
import { failure, openUser } from '../../../support/hosts/spotify-user.ts'

const isPage = (url: URL, offset: number) => url.searchParams.get('offset') === String(offset)

describe('a login', () => {
  test('that has run out by the clock is renewed once, and what is new is kept', async () => {
    const { run, clock, file, asked, spotify } = await openUser({ items: makeItems(120) })
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
    const { run, offsets, asked, spotify } = await openUser({ items: makeItems(150), instead })
    expire = spotify.expire
    expect((await run()).entries).toHaveLength(150)
    expect(offsets()).toEqual([0, 50, 50, 100])
    expect(asked.filter(({ method }) => method === 'POST')).toHaveLength(1)
  })

  test('that has ended says to log in again', async () => {
    const { run, spotify, asked } = await openUser({ items: makeItems(10) })
    spotify.end()
    const error = await failure(run())
    expect(error?.reason.code).toBe('playlist.login-ended')
    expect(error?.hint).toMatch(/songkeep login spotify/)
    expect(asked.filter(({ method }) => method === 'POST')).toHaveLength(1)
  })

  test('whose new token is refused too is not renewed for ever', async () => {
    const instead = ({ host }: URL) =>
      host === 'api.spotify.com' ? { status: 401, body: '{}' } : undefined
    const { run, asked } = await openUser({ items: [], instead })
    expect((await failure(run()))?.reason.code).toBe('playlist.login-ended')
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
    const { run, dir, spotify, clock, asked } = await openUser({ items: makeItems(3), instead })
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
    ['{"access_token":"a\\r\\nx: y","refresh_token":"b"}', 'playlist.login-without-token'],
    ['{"access_token":5}', 'playlist.login-without-token'],
    ['[]', 'playlist.login-without-token'],
    ['<html>', 'playlist.answer-damaged'],
    ['['.repeat(1000), 'playlist.answer-too-deep'],
  ])('renewed by nonsense (%s) is no login', async (body, code) => {
    const instead = ({ host }: URL) => (host === 'accounts.spotify.com' ? { body } : undefined)
    const { run, clock, file } = await openUser({ items: [], instead })
    const before = await file.read()
    clock.pass(7200_000)
    expect((await failure(run()))?.reason.code).toBe(code)
    expect(await file.read()).toEqual(before)
  })
})
