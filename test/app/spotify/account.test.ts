import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { AllowedFolders } from '../../../src/app/settings/allowed-folders.ts'
import { openSettings } from '../../../src/app/settings/settings.ts'
import { openSpotifyAccount } from '../../../src/app/spotify/open-account.ts'
import { readPastedAnswer } from '../../../src/app/spotify/pasted-answer.ts'
import { redirectUriAt } from '../../../src/model/spotify-redirect.ts'
import { CLIENT_ID, makeSpotify } from '../../support/hosts/spotify.ts'
import { startStrictReplay } from '../../support/hosts/strict.ts'
import { makeTempDir } from '../../support/program.ts'

const REDIRECT = redirectUriAt(4747)
const { signal } = new AbortController()

async function open(more: { readonly offline?: boolean; readonly configDir?: undefined } = {}) {
  const dir = await makeTempDir()
  const spotify = makeSpotify({ items: [] })
  const replay = await startStrictReplay(spotify.say)
  onTestFinished(() => replay[Symbol.asyncDispose]())
  const clock = { now: Date.now() }
  const environment = {
    cacheDir: join(dir, 'cache'),
    configDir: join(dir, 'config'),
    processors: 2,
    network: replay.network,
    ...more,
  }
  const settings = openSettings(environment, new AllowedFolders([dir]))
  const account = openSpotifyAccount(environment, settings, () => clock.now)
  /** Begins a login, as the page does; its answer is what Spotify would send the browser back with. */
  const begin = async () => {
    const { pending } = await account.begin(REDIRECT, CLIENT_ID)
    const address = pending?.address ?? ''
    expect(spotify.complain(address)).toBe(undefined)
    return spotify.consent(address).searchParams
  }
  return { dir, environment, settings, account, spotify, begin, clock, asked: replay.asked }
}

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'nothing wrong',
    (error) => error.reason?.code ?? error,
  )

test('a client id is given once; the login is kept where the terminal’s is, and no secret comes to the page', async () => {
  const { dir, account, spotify, settings, begin } = await open()
  expect(await account.read()).toEqual({ isLoggedIn: false })
  const answer = await begin()
  expect(await account.read()).toMatchObject({ isLoggedIn: false, clientIdIn: 'settings' })
  await account.answer(answer)
  const seen = await account.read()
  expect(seen).toEqual({
    isLoggedIn: true,
    name: expect.stringMatching(/^Me .*Myself$/),
    clientIdIn: 'settings',
  })
  const path = join(dir, 'config', 'spotify.json')
  expect((await stat(path)).mode & 0o777).toBe(0o600)
  const stored = await readFile(path, 'utf8')
  const shown = JSON.stringify([seen, await settings.read(), await account.playlists(signal)])
  expect(spotify.secrets.filter((secret) => stored.includes(secret))).toHaveLength(2)
  for (const secret of [...spotify.secrets, CLIENT_ID]) expect(shown).not.toContain(secret)
  // The next login asks for no client id.
  expect(await account.logOut()).toEqual({ isLoggedIn: false, clientIdIn: 'settings' })
  expect((await account.begin(REDIRECT)).pending?.address).toContain(CLIENT_ID)
})

test('the lists of the account, liked songs first', async () => {
  const { account, begin } = await open()
  expect(await codeOf(account.playlists(signal))).toBe('playlist.not-logged-in')
  await account.answer(await begin())
  expect((await account.playlists(signal)).map(({ uri, tracks }) => [uri, tracks])).toEqual([
    ['spotify:liked', 0],
    [expect.stringMatching(/^spotify:playlist:/), undefined],
  ])
})

test('an answer is taken once, in time, for a login that waits, and for no other', async () => {
  const { account, begin, clock, asked } = await open()
  expect(await codeOf(account.answer(new URLSearchParams('code=x&state=')))).toBe(
    'playlist.login-of-another',
  )
  const late = await begin()
  clock.now += 31 * 60_000
  expect(await codeOf(account.answer(late))).toBe('playlist.login-unanswered')
  expect(await account.read()).not.toHaveProperty('pending.address')
  const cancelled = await begin()
  await account.logOut()
  expect(await codeOf(account.answer(cancelled))).toBe('playlist.login-used')
  const foreign = new URLSearchParams({ code: cancelled.get('code') ?? '', state: 'theirs' })
  expect(await codeOf(account.answer(foreign))).toBe('playlist.login-of-another')
  expect(asked).toEqual([])
  const right = await begin()
  await account.answer(right)
  expect(await codeOf(account.answer(right))).toBe('playlist.login-used')
  expect(asked.filter(({ url }) => url.pathname === '/api/token')).toHaveLength(1)
})

test('an answer that comes twice at once is exchanged once', async () => {
  const { account, begin, asked } = await open()
  const right = await begin()
  const both = await Promise.all([codeOf(account.answer(right)), codeOf(account.answer(right))])
  expect(both.toSorted()).toEqual(['nothing wrong', 'playlist.login-used'])
  expect(asked.filter(({ url }) => url.pathname === '/api/token')).toHaveLength(1)
})

test.each([
  ['the user says no', { error: 'access_denied' }, 'playlist.login-refused'],
  ['Spotify says no', { error: '<b>server_error' }, 'playlist.login-not-agreed'],
  ['there is no code', {}, 'playlist.login-not-agreed'],
  ['the code is nobody’s', { code: 'made-up' }, 'playlist.login-too-late'],
])('%s: it is told, nothing is kept, and another try can be made', async (_, query, code) => {
  const { account, begin } = await open()
  const state = (await begin()).get('state') ?? ''
  expect(await codeOf(account.answer(new URLSearchParams({ ...query, state })))).toBe(code)
  expect(await account.read()).toMatchObject({ isLoggedIn: false, failure: { reason: { code } } })
  await account.answer(await begin())
  expect(await account.read()).toMatchObject({ isLoggedIn: true, failure: undefined })
})

test('a code that was asked for at another address, or without our proof, is of no use', async () => {
  const { account, spotify } = await open()
  for (const change of [
    (address: string) => address.replace('4747', '4848'),
    (address: string) => address.replace(/code_challenge=[\w-]+/, 'code_challenge=theirs'),
  ]) {
    const { pending } = await account.begin(REDIRECT, CLIENT_ID)
    const stolen = spotify.consent(change(pending?.address ?? '')).searchParams
    expect(await codeOf(account.answer(stolen))).toBe('playlist.login-too-late')
  }
})

test('a client id that Spotify does not know, or that is none', async () => {
  const { account, spotify, settings } = await open()
  const unknown = 'f'.repeat(32)
  const { pending } = await account.begin(REDIRECT, unknown)
  expect(spotify.complain(pending?.address ?? '')).toMatch(/INVALID_CLIENT/)
  const answer = spotify.consent(pending?.address ?? '').searchParams
  expect(await codeOf(account.answer(answer))).toBe('playlist.client-id-unknown')
  for (const none of ['my app', `${CLIENT_ID}0`, 'https://developer.spotify.com/dashboard'])
    expect(await codeOf(account.begin(REDIRECT, none))).toBe('playlist.client-id-unlike')
  const key = { SONGKEEP_SPOTIFY_CLIENT_ID: 'no' }
  const { settings: now } = await settings.read()
  expect(await codeOf(settings.write(now, key))).toBe('playlist.client-id-unlike')
})

test('nothing begins without a client id, offline, or without a place to keep it', async () => {
  const begin = async (more: Parameters<typeof open>[0]) =>
    codeOf((await open(more)).account.begin(REDIRECT))
  expect(await begin({})).toBe('playlist.login-without-client-id')
  expect(await begin({ offline: true })).toBe('playlist.network-needed')
  expect(await begin({ configDir: undefined })).toBe('playlist.login-without-place')
})

test('the address that the browser ended at may be pasted, with whatever else stands around it', async () => {
  const { account, begin } = await open()
  const answer = await begin()
  await account.answer(readPastedAnswer(`  ${REDIRECT}?${answer}#_=_ \n`))
  expect(await account.read()).toMatchObject({ isLoggedIn: true })
  for (const text of ['', 'hello', 'http://127.0.0.1:4747/', 'http://127.0.0.1/callback?state=x'])
    expect(() => readPastedAnswer(text)).toThrow(
      expect.objectContaining({
        reason: expect.objectContaining({ code: 'playlist.login-address-unlike' }),
      }),
    )
})
